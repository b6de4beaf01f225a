"""PDF files are read in reading order, page by page; what is no text on them is told."""

from __future__ import annotations

import io
import itertools
import random

import pikepdf
import pytest

from app.extraction.formats.pdf import reader as pdf
from app.model.article import ZoneKind
from app.model.work import Cancelled, Work
from tests.extraction.formats.printed import PICTURE, Piece, column, printed, typeset
from tests.extraction.formats.told import hinted, paragraphs, proposed, refusal

NUMBERS = ("one", "two", "three", "four", "five", "six")
LEFT = [f"left line {number} goes right on and on" for number in NUMBERS]
RIGHT = [f"right line {number} goes on and ends" for number in NUMBERS]


def read(data: bytes) -> pdf.Document:
    return pdf.read(data, "paper.pdf", Work())


def sentence(number: int) -> str:
    return (
        f"On day {number} the minister of international telecommunications said that the "
        "well-known administration’s reconsideration of constitutional responsibilities in "
        "Franco-German relations would continue in difficult circumstances."
    )


def paper(columns: int) -> str:
    body = "\n\n".join(sentence(number) for number in range(40))
    return f"""
        #set document(title: "Talks end in Geneva without a deal", author: "Ann Writer")
        #set page(columns: {columns}, header: [Daily Paper #h(1fr) Friday],
                  footer: context [Page #counter(page).display()])
        #set text(font: "Noto Serif", size: 10pt, lang: "en")
        #set par(justify: true, first-line-indent: 1em)
        #place(top + center, scope: "parent", float: true,
               text(20pt)[Talks end in Geneva without a deal])
        It is well known. {body}
    """


@pytest.mark.parametrize("columns", [1, 2])
def test_a_paper_of_several_pages(columns: int) -> None:
    found = read(typeset(paper(columns)))
    own = [one for one in paragraphs(found) if not one.startswith(("Daily Paper", "Page "))]
    assert own == [
        "Talks end in Geneva without a deal",
        f"It is well known. {sentence(0)}",
        *(sentence(number) for number in range(1, 40)),
    ]
    assert hinted(found, ZoneKind.HEADLINE) == ["Talks end in Geneva without a deal"]
    furniture = hinted(found, ZoneKind.FURNITURE)
    assert len(found.pages) >= 3
    assert furniture.count("Daily Paper\tFriday") == len(found.pages)
    assert [one for one in furniture if one.startswith("Page")] == [
        f"Page {number}" for number in range(1, len(found.pages) + 1)
    ]
    for number, page in enumerate(found.pages, start=1):
        assert f"Page {number}" in page.of(found.text)
    assert (found.title, found.author, found.language) == (
        "Talks end in Geneva without a deal",
        "Ann Writer",
        "en",
    )
    assert found.published is None


def test_pages_partition_the_text_inside_a_paragraph_that_runs_on() -> None:
    words = sentence(1).split()
    chance = random.Random(7)
    long = " ".join(" ".join(chance.sample(words, 20)) for _ in range(60)) + " ended"
    found = read(
        typeset(
            "#set page(height: 8cm, header: [Daily Paper], footer: [End of page])\n"
            f'#set text(font: "Noto Serif", size: 10pt)\nFirst.\n\n{long}\n\nLast.'
        )
    )
    assert len(found.pages) > 3
    assert found.pages[0].start == 0
    assert found.pages[-1].end == len(found.text)
    for before, after in itertools.pairwise(found.pages):
        assert before.end == after.start
        assert "\n" not in found.text[before.end - 2 : before.end + 2]
    assert [one for one in paragraphs(found) if one not in {"Daily Paper", "End of page"}] == [
        "First.",
        long,
        "Last.",
    ]
    assert paragraphs(found)[:4] == ["Daily Paper", "First.", "End of page", long]
    assert hinted(found, ZoneKind.FURNITURE).count("End of page") == len(found.pages)


def test_columns_written_line_by_line_are_read_one_after_the_other() -> None:
    left, right = column(50, 700, LEFT), column(320, 700, RIGHT)
    head = Piece(50, 760, "A headline across both of the columns", 20)
    mixed = [piece for both in zip(left, right, strict=True) for piece in both]
    wanted = ["A headline across both of the columns", " ".join(LEFT), " ".join(RIGHT)]
    for order in ([head, *mixed], [*mixed, head], [head, *right, *left]):
        text = read(printed([order])).text
        at = [text.index(line) for line in (wanted[0], *LEFT, *RIGHT)]
        assert at == sorted(at), text


def test_the_order_of_the_file_is_kept_where_nothing_speaks_against_it() -> None:
    rows = [
        piece
        for number in range(8)
        for piece in (
            Piece(50, 700 - 14 * number, f"name {number}"),
            Piece(200, 700 - 14 * number, f"{number} votes"),
        )
    ]
    found = read(printed([rows]))
    assert paragraphs(found) == [f"name {number}\t{number} votes" for number in range(8)]


def test_hyphens_at_the_ends_of_lines() -> None:
    lines = [
        "The telecommunications minister spoke of a recon-",
        "sideration of well-known and of Franco-",
        "German matters, which is well known, and of tele-",
        "communications in the years from 2015-",
        "2016, and of well-",
        "known things.",
    ]
    found = read(printed([column(50, 700, lines)]))
    assert found.text == (
        "The telecommunications minister spoke of a reconsideration of well-known and of "
        "Franco-German matters, which is well known, and of telecommunications in the years from "
        "2015-2016, and of well-known things."
    )


def test_raised_figures_and_ligatures() -> None:
    note = [
        Piece(50, 700, "It was in 2016"),
        Piece(113.5, 704, "1", 6),
        Piece(119, 700, "in fact."),
    ]
    assert "2016¹" in read(printed([note])).text
    assert read(printed([[Piece(50, 700, "di\ufb03cult \ufb01nd")]])).text == "difficult find"


def test_footnotes_are_furniture() -> None:
    body = typeset(
        '#set text(font: "Noto Serif", size: 11pt)\n'
        'They met in 2016#footnote[See #link("https://example.org/n")[the minutes].] and left.'
    )
    found = read(body)
    assert paragraphs(found)[0].startswith("They met in 2016¹ and left.")
    assert len(hinted(found, ZoneKind.FURNITURE)) == 1
    assert ("link", "the minutes", "the minutes", "https://example.org/n") in proposed(found)


def test_links_over_two_lines_are_one() -> None:
    long = "a very long link that surely needs more than one line " * 3
    found = read(
        typeset(
            '#set text(font: "Noto Serif", size: 11pt)\n'
            f'Before #link("https://example.org/a")[{long.strip()}] after.'
        )
    )
    links = proposed(found)
    assert {(kind, url) for kind, _, _, url in links} == {("link", "https://example.org/a")}
    assert links[0][1].startswith("a very")
    assert links[-1][1].endswith("one line")


@pytest.mark.parametrize(
    ("font", "language", "title", "words"),
    [
        (
            "Noto Naskh Arabic",
            "ar",
            "انتهاء المحادثات دون اتفاق",
            "قال الوزير إن الاجتماع سيعقد غدا في 3 مايو 2016. لم يحضر أحد، وانتهى الاجتماع بعد "
            "ساعتين من النقاش الطويل حول الاتفاق.",
        ),
        (
            "Noto Serif Hebrew",
            "he",
            "השיחות הסתיימו בלי הסכם",
            "אמר השר כי הפגישה תתקיים מחר ב-3 במאי 2016. איש לא הגיע, והפגישה הסתיימה אחרי "
            "שעתיים של דיון ארוך.",
        ),
    ],
)
def test_right_to_left(font: str, language: str, title: str, words: str) -> None:
    text = f"{words} {words} {words}"
    found = read(
        typeset(f'#set text(font: "{font}", lang: "{language}")\n= {title}\n\n{text}\n\n{text}')
    )
    assert paragraphs(found) == [title, text, text]
    assert hinted(found, ZoneKind.HEADLINE) == [title]
    assert found.language == language


def test_chinese_lines_are_joined_without_a_blank() -> None:
    lines = [
        "外交部长周二在日内瓦表示会谈将继续",
        "进行但没有人签署任何协议所有代表团",
        "都在当晚离开了。",
    ]
    assert read(printed([column(50, 700, lines, 12)])).text == "".join(lines)


def test_pictures_of_pages_are_told() -> None:
    page = column(50, 700, ["There is text on this page, and enough of it."])
    found = read(printed([page, PICTURE, page, PICTURE, PICTURE]))
    assert found.notices == ("Pages 2, 4 and 5 are pictures without text.",)
    assert len(found.pages) == 5
    assert "only pictures" in refusal(pdf, printed([PICTURE, PICTURE]), "scan.pdf")


def test_a_title_that_is_printed_decides_over_the_size_of_a_masthead() -> None:
    page = [
        Piece(50, 780, "The Daily Paper of the Town", 30),
        Piece(50, 740, "Talks end without a deal", 18),
        *column(50, 700, LEFT),
    ]
    assert read(printed([page], "Talks end without a deal")).title == "Talks end without a deal"
    assert read(printed([page], "paper.indd")).title == "The Daily Paper of the Town"


def test_comments_and_typed_notes() -> None:
    with pikepdf.open(io.BytesIO(printed([column(50, 700, LEFT)]))) as made:
        shape = made.make_stream(
            b"BT /F1 10 Tf 2 5 Td (Typed over it.) Tj ET",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 200, 20],
            Resources=made.pages[0].Resources,
        )
        made.pages[0].Annots = pikepdf.Array(
            made.make_indirect(pikepdf.Dictionary(one))
            for one in (
                {
                    "/Type": pikepdf.Name.Annot,
                    "/Subtype": pikepdf.Name.Highlight,
                    "/Rect": [50, 698, 64, 712],
                    "/QuadPoints": [50, 712, 64, 712, 50, 698, 64, 698],
                    "/Contents": "Who says so?",
                    "/T": "Bea",
                },
                {
                    "/Type": pikepdf.Name.Annot,
                    "/Subtype": pikepdf.Name.FreeText,
                    "/Rect": [50, 400, 250, 420],
                    "/Contents": "Typed over it.",
                    "/AP": pikepdf.Dictionary(N=shape),
                },
            )
        )
        out = io.BytesIO()
        made.save(out)
    found = read(out.getvalue())
    assert proposed(found) == [("comment", "left", "Bea: Who says so?", "")]
    assert paragraphs(found)[-1] == "Typed over it."


def locked(**passwords: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed([column(50, 700, LEFT)]))) as made:
        made.save(out, encryption=pikepdf.Encryption(**passwords))
    return out.getvalue()


def test_a_password_is_asked_for_only_where_reading_needs_one() -> None:
    assert "password" in refusal(pdf, locked(owner="o", user="u"), "paper.pdf")
    assert read(locked(owner="o", user="")).text.startswith("left line one")


def test_what_is_damaged_is_refused_or_told() -> None:
    whole = printed([column(50, 700, LEFT)] * 3)
    cut = whole[: whole.index(b"xref")]
    found = read(cut)
    assert found.text.count("left line one") == 3
    assert found.notices == (
        "The file breaks off before its end; what it lost is not in the text.",
    )
    for data in (b"", b"%PDF-1.7", whole[:300], b"PK\x03\x04" + bytes(100)):
        assert "damaged" in refusal(pdf, data, "paper.pdf")
    assert "holds no text" in refusal(pdf, printed([[Piece(50, 700, " ")]]), "paper.pdf")


def test_reading_can_be_called_off_and_tells_its_pages() -> None:
    told: list[tuple[int, int, str]] = []
    data = printed([column(50, 700, LEFT)] * 2)
    pdf.read(data, "paper.pdf", Work(lambda *tick: told.append(tick)))
    assert told == [(0, 2, "Reading page 1 of paper.pdf"), (1, 2, "Reading page 2 of paper.pdf")]
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        pdf.read(data, "paper.pdf", work)
