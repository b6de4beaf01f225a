"""The invented pages that zoning is measured on; the file beside them tells how they are marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.extraction.zones import find_zones

FOLDER = Path(__file__).parent / "pages"
UNSPACED = frozenset({"zh", "ja", "th"})


@dataclass(frozen=True)
class Page:
    """One page: its text, the article's own words, and the day of publication that it states."""

    name: str
    language: str
    text: str
    body: str
    published: date | None


def read_pages(part: str) -> list[Page]:
    """The pages of `part` ("tuned" or "held_out") in order of their names."""
    return [_read(path) for path in sorted((FOLDER / part).glob("*.txt"))]


def _read(path: Path) -> Page:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    language, day, _ = head.split("; ", 2)
    assert all(line == "" or line[:2] in ("+ ", "- ") for line in lines), path
    return Page(
        path.stem,
        language,
        "\n".join(line[2:] for line in lines),
        "\n".join(line[2:] for line in lines if line.startswith("+")),
        None if day == "none" else date.fromisoformat(day),
    )


def found_body(text: str) -> str:
    """The words of the zones that count as the article's own: lede and body."""
    return "\n".join(zone.span.of(text) for zone in find_zones(text) if zone.included)


def shingles(text: str, language: str) -> Counter[tuple[str, ...]]:
    """The runs of four words, or of four signs in a script without spaces, and how often each."""
    words = list("".join(text.split())) if language in UNSPACED else text.split()
    size = min(4, len(words)) or 1
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def body_f1(page: Page) -> float:
    """The F1 of the found body's shingles against those of the marked one."""
    wanted = shingles(page.body, page.language)
    found = shingles(found_body(page.text), page.language)
    shared = (wanted & found).total()
    return 2 * shared / (wanted.total() + found.total())
