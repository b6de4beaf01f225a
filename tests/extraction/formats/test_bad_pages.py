"""Pages that were made to hurt end in their text or in one sentence, within the limits."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.extraction.document import Document
from app.extraction.files import read_document
from app.extraction.worker import SECONDS
from app.model.errors import InputError
from app.model.work import Work

WORDS = "The harbour bridge opened to traffic on Monday, after being closed for a year."
PARAGRAPH = f"<p>{WORDS}</p>"

WHOLE = {
    "nested blocks": "<div>" * 100_000 + "deep words" + "</div>" * 100_000 + PARAGRAPH,
    "nested and never closed": "<b>" * 100_000 + PARAGRAPH,
    "nested lists": "<ul><li>" * 50_000 + PARAGRAPH,
    "nested tables": "<table><tr><td>" * 1_500 + PARAGRAPH,
    "nested deep for some": "<section>" * 1_900 + PARAGRAPH,
    "quote never closed": f"<p>Before.</p><a title='open>{PARAGRAPH}",
    "quotes of both sorts": "<a b=\"' " * 20_000 + f"x'\">{PARAGRAPH}",
    "billion laughs": (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
        + f"]><html><body><p>&a9;</p>{PARAGRAPH}"
    ),
    "outer entity": (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<html><body><p>&x;</p>{PARAGRAPH}"
    ),
    "a sentence of a megabyte": f"<p>{'word ' * 200_000}.</p>{PARAGRAPH}",
    "an attribute of megabytes": f"<p title='{'word ' * 400_000}'>x</p>{PARAGRAPH}",
    "class of megabytes": f"<p class='{'comment ' * 200_000}'>x</p>{PARAGRAPH}",
    "signs that open nothing": "< " * 300_000 + PARAGRAPH,
    "comments in comments": "<!-- x " * 100_000 + f"-->{PARAGRAPH}",
    "cut in a tag": f"{PARAGRAPH * 20}<p class='x",
    "cut in a word": f"{PARAGRAPH * 20}<p>The harb",
    "NUL and surrogates": f"<p>a\x00b &#0; &#xD800; &#xFFFFFFF;</p>{PARAGRAPH}",
    "mixed line ends": f"<p>one\r\ntwo\rthree</p>\r{PARAGRAPH}\n",
    "right to left": f"<p dir=rtl>\u202bאבג\u202c 😀👨‍👩‍👧</p>{PARAGRAPH}",
    "endless record": f"<script type='application/ld+json'>{'[' * 500_000}</script>{PARAGRAPH}",
}


def read(folder: Path, markup: str | bytes, name: str = "page.html") -> Document:
    data = markup if isinstance(markup, bytes) else markup.encode("utf-8", "surrogatepass")
    (folder / name).write_bytes(b"<!DOCTYPE html><html><body>" + data)
    return read_document(folder / name, Work())


@pytest.mark.parametrize("case", WHOLE)
def test_a_bad_page_still_gives_its_words(tmp_path: Path, case: str) -> None:
    begun = time.monotonic()
    assert WORDS in " ".join(read(tmp_path, WHOLE[case]).text.split())
    assert time.monotonic() - begun < SECONDS


def test_nothing_of_the_machine_comes_into_a_page(tmp_path: Path) -> None:
    assert "root:" not in read(tmp_path, WHOLE["outer entity"]).text


LETTERS = len("".join(WORDS.split()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("markup", "letters"),
    [
        (f"<p>{'word ' * 2_300_000}</p>{PARAGRAPH}", 4 * 2_300_000 + LETTERS),
        (f"<script>{'word ' * 2_300_000}</script>{PARAGRAPH}", LETTERS),
        (PARAGRAPH * 120_000, 120_000 * LETTERS),
        (f"<p>{'<span>a</span>' * 400_000}</p>{PARAGRAPH}", 400_000 + LETTERS),
    ],
    ids=["a text of 11 MB", "a script of 11 MB", "10 MB of paragraphs", "400,000 elements"],
)
def test_a_huge_page_is_read_whole(tmp_path: Path, markup: str, letters: int) -> None:
    found = read(tmp_path, markup)
    assert sum(map(len, found.text.split())) == letters
    assert found.notices == ()


@pytest.mark.slow
def test_a_page_beyond_the_limits_is_refused_by_name(tmp_path: Path) -> None:
    attributes = " ".join(f"a{i}=x" for i in range(2_000_000))
    with pytest.raises(InputError, match=r"^page\.html could not be read"):
        read(tmp_path, f"<p {attributes}>{PARAGRAPH}" * 2)


@pytest.mark.parametrize("suffix", [".html", ".mhtml", ".eml", ".pdf", ".docx", ".epub", ".rtf"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\x00" * 100, bytes(range(256)) * 50, b"\xff\xfe", b"%PDF-", b"PK\x03\x04", b"{\\rtf1"],
)
def test_nonsense_of_any_name_is_named(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"thing{suffix}"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"^thing{suffix} .*\.$"):
        read_document(path, Work())
