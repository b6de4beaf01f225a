"""RTF files are read in every code page, with notes and tables, however they nest."""

from __future__ import annotations

import time

import pytest

from app.extraction.formats.rtf import reader as rtf
from app.model.article import ZoneKind
from app.model.work import Work
from tests.extraction.formats.told import hinted, left_out, paragraphs, proposed, refusal


def read(inside: str | bytes) -> rtf.Document:
    raw = inside.encode("latin-1") if isinstance(inside, str) else inside
    return rtf.read(b"{\\rtf1\\ansi " + raw + b"}", "report.rtf", Work())


def hexed(words: str, encoding: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in words.encode(encoding))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (1251, "Министр сказал"),
        (1250, "Příliš žluťoučký"),
        (1252, "Ça ira «demain»"),
        (1255, "אמר השר"),
        (1256, "قال الوزير"),
        (932, "大臣は語った"),
        (936, "部长说"),
        (65001, "Ça и 部"),
    ],
)
def test_bytes_are_read_in_the_code_page_of_the_file(page: int, words: str) -> None:
    encoding = "utf-8" if page == 65001 else f"cp{page}"
    assert read(f"\\ansicpg{page} {hexed(words, encoding)}\\par").text == words


def test_bytes_are_read_in_the_code_page_of_their_font() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}\deff1 "
    found = read(
        fonts + r"\f1 " + hexed("Да", "cp1251") + r"\f0 " + hexed(" é", "cp1252") + r"\plain \'c4"
    )
    assert found.text == "Да éД"


def test_unicode_replaces_what_stands_for_it() -> None:
    assert read(r"\uc1 \u1044?\u1072\'3f! \u-10179?\u-8704? {\uc2\u233 ab}c").text == "Да! 😀 éc"


def test_signs_and_paragraphs() -> None:
    found = read(
        "a\\tab b\\line c\\~d\\_e\\-f \\{g\\}\\emdash\\ldblquote h\\rdblquote\\\ni\\par j\r\nk"
    )
    assert paragraphs(found) == ["a\tb\nc\u00a0d\u2011ef {g}—“h”", "i", "jk"]


def test_notes_heads_comments_and_links() -> None:
    found = read(
        r"{\header\pard Daily Paper\par}{\footer\pard Page 1\par}"
        r"{\stylesheet{\s0 Normal;}{\s3\sb240 Title;}{\s5 caption;}}"
        r"{\info{\title Template}{\author Ann Writer}{\company Unseen}}"
        r"\pard\s3 Talks end\par\pard In 2016{\super\chftn}{\footnote\pard {\super\chftn} See "
        r"https://example.org/n.\par} they met. {\*\atrfstart 1}Nobody signed.{\*\atrfend 1}"
        r"{\*\atnid B}{\*\atnauthor Bea}{\chatn{\*\annotation{\*\atnref 1}\pard Who says?\par}}"
        r' {\field{\*\fldinst{HYPERLINK "https://example.org/r"}}{\fldrslt{\ul A report}}}'
        r"{\footnote\ftnalt At the end.}\par\pard\s5 A room\par"
    )
    assert paragraphs(found) == [
        "Daily Paper",
        "Talks end",
        "In 2016 they met. Nobody signed. A report",
        "A room",
        "1 See https://example.org/n.",
        "1 At the end.",
        "Page 1",
    ]
    assert (found.title, found.author) == ("Talks end", "Ann Writer")
    assert hinted(found, ZoneKind.HEADLINE) == ["Talks end"]
    assert hinted(found, ZoneKind.CAPTION) == ["A room"]
    assert len(hinted(found, ZoneKind.FURNITURE)) == 4
    assert proposed(found) == [
        ("footnote", "", "See https://example.org/n.", "https://example.org/n"),
        ("comment", "Nobody signed.", "Bea: Who says?", ""),
        ("link", "A report", "A report", "https://example.org/r"),
        ("endnote", "", "At the end.", ""),
    ]


def test_rows_are_lines_and_boxes_follow_their_paragraph() -> None:
    found = read(
        r"\pard Before.\par\trowd\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\cell\cell\row"
        r"\pard Af{\shp{\*\shpinst{\sp{\sn x}{\sv unseen}}{\shptxt\pard Boxed.\par}}"
        r"{\shprslt twice}}ter.\par"
    )
    assert paragraphs(found) == ["Before.", "a\tb", "c", "After.", "Boxed."]


def test_what_is_left_out_is_told() -> None:
    found = read(
        rb"Seen {\v unseen}{\deleted gone}{\*\shppict{\pict\pngblip 89504e47}}"
        rb"{\nonshppict{\pict 00}}{\pict\bin5 }}}{}}{\*\unknown not shown}here."
    )
    assert found.text == "Seen here."
    assert found.notices == (
        "One deletion of the tracked changes was left out.",
        "Hidden text was left out in one place.",
        "2 pictures were left out: look at them in the file itself.",
    )
    assert left_out(found) == [("Seen", "hidden", "unseen"), ("Seen", "deleted", "gone")]


def test_hidden_paragraphs_stay_apart() -> None:
    found = read(r"Seen.\par{\v One.\par Two.\par}End.")
    assert paragraphs(found) == ["Seen.", "End."]
    assert left_out(found) == [("Seen.", "hidden", "One.\nTwo.")]


def test_a_hundred_thousand_groups_are_read() -> None:
    begun = time.perf_counter()
    assert read("{" * 100_000 + "deep" + "}" * 100_000).text == "deep"
    assert time.perf_counter() - begun < 5


def test_many_links_in_one_paragraph_take_linear_time() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "https://example.org"}}{\fldrslt x}}'
    begun = time.perf_counter()
    assert len(read(link * 10_000).proposals) == 10_000
    assert time.perf_counter() - begun < 5


def test_a_file_that_breaks_off_is_read_up_to_there() -> None:
    found = rtf.read(rb"{\rtf1\ansi Whole.\par {\b Half", "report.rtf", Work())
    assert paragraphs(found) == ["Whole.", "Half"]
    assert "breaks off" in found.notices[0]


def test_what_follows_the_end_is_no_text() -> None:
    assert rtf.read(rb"{\rtf1 In.} out }", "report.rtf", Work()).text == "In."


def test_what_is_no_rtf_is_refused_in_one_sentence() -> None:
    assert "no RTF" in refusal(rtf, b"", "a.rtf")
    assert "no RTF" in refusal(rtf, b"PK\x03\x04", "a.rtf")
    assert "holds no text" in refusal(rtf, rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}}", "a.rtf")
