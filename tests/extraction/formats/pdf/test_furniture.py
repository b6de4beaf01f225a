"""Running heads and page numbers are told from text that repeats."""

from __future__ import annotations

from app.extraction.formats.pdf.furniture import running_lines
from app.extraction.formats.pdf.lines import Line

WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")


def line(text: str, y: float, page: int, left: float = 50) -> Line:
    return Line(text, left, left + 5 * len(text), y, 10, page=page)


def body(page: int, top: float = 740) -> list[Line]:
    return [line(f"{word} on {page}", top - 12 * row, page) for row, word in enumerate(WORDS)]


def found(pages: list[list[Line]]) -> list[str]:
    furniture = running_lines(pages)
    return [one.text for page in pages for one in page if id(one) in furniture]


def test_heads_and_numbers_that_stand_apart() -> None:
    pages = [
        [line("Daily Paper 16.9.2016", 800, n), *body(n), line(f"Page {n + 4} of 9", 40, n)]
        for n in range(1, 4)
    ]
    assert found(pages) == [
        words for n in range(1, 4) for words in ("Daily Paper 16.9.2016", f"Page {n + 4} of 9")
    ]


def test_a_number_alone_is_the_pages_own() -> None:
    assert found([[*body(1), line("iv", 40, 1)], [*body(2), line("– 17 –", 40, 2)]]) == [
        "iv",
        "– 17 –",
    ]


def test_text_that_repeats_is_text() -> None:
    assert found([body(1), body(1), body(1)]) == []
    # Figures differ, but they do not count with the pages.
    pages = [[*body(n), line(f"Item {7 * n} of the list", 560, n)] for n in range(1, 6)]
    assert found(pages) == []


def test_a_single_page_has_no_furniture() -> None:
    assert found([[line("Daily Paper", 800, 1), *body(1), line("1", 40, 1)]]) == []


def test_pages_without_lines() -> None:
    assert found([[], body(1), []]) == []
