"""Mails and pages saved as one file: their words, their fields, and what hangs on them."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from app.extraction.document import Document
from app.extraction.formats.mail import read
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work
from tests.extraction.formats.site_shapes import RUSSIAN, portal

WORDS = "The harbour bridge opened on Monday, wrote Jörg.\n\nIt cost €38 million.\n"


def mail(data: bytes | EmailMessage) -> Document:
    raw = data if isinstance(data, bytes) else bytes(data)
    return read(raw, "letter.eml", Work())


def letter(words: str = WORDS) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Jörg Müller <joerg@post.example>"
    made["To"] = "desk@post.example"
    made["Subject"] = "Brücke wieder geöffnet"
    made["Date"] = "Mon, 03 May 2021 23:30:00 -0500"
    if words:
        made.set_content(words)
    return made


def test_a_letter_and_its_fields() -> None:
    found = mail(letter())
    assert found.title == "Brücke wieder geöffnet"
    assert (found.author, found.published) == ("Jörg Müller", date(2021, 5, 3))
    assert found.text.split("\n\n") == [
        "Brücke wieder geöffnet",
        "From: Jörg Müller <joerg@post.example>",
        "Date: Mon, 03 May 2021 23:30:00 -0500",
        "To: desk@post.example",
        *WORDS.strip().split("\n\n"),
    ]
    kinds = [hint.kind for hint in found.hints]
    assert kinds == [ZoneKind.HEADLINE, ZoneKind.BYLINE, ZoneKind.BYLINE, ZoneKind.FURNITURE]
    assert found.notices == ()


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_encodings_of_letters(charset: str, encoding: str) -> None:
    made = letter("")
    made.set_content(WORDS, charset=charset, cte=encoding)
    assert WORDS.strip() in mail(made).text


def test_fields_in_old_encodings() -> None:
    raw = (
        b"Subject: =?koi8-r?B?8M/S1M/X2co=?= =?iso-8859-1?Q?caf=E9?= bare \xe9\r\n"
        b"From: =?nonsense?Q?x?= <a@b.example>\r\nDate: yesterday\r\nMIME-Version: 1.0\r\n\r\nWords"
    )
    found = mail(raw)
    assert found.title == "Портовыйcafé bare é"
    assert found.published is None


def test_the_plain_text_is_taken_where_a_page_says_the_same() -> None:
    made = letter()
    made.add_alternative(f"<p>{WORDS}</p>", subtype="html")
    assert mail(made).text.count("harbour bridge") == 1
    only_page = letter("")
    only_page.set_content("<h2>News</h2><p>The bridge <b>opened</b>.</p>", subtype="html")
    assert "News\n\nThe bridge opened." in mail(only_page).text
    empty_plain = letter(" \n")
    empty_plain.add_alternative("<p>The bridge opened.</p>", subtype="html")
    assert "The bridge opened." in mail(empty_plain).text


def test_what_hangs_on_a_letter_is_told_and_not_read() -> None:
    made = letter()
    made.add_attachment(
        b"%PDF-1.7", maintype="application", subtype="pdf", filename="Bericht ä.pdf"
    )
    made.add_attachment("notes", filename="notes.txt")
    made.add_attachment(letter("Words of another letter."))
    found = mail(made)
    assert found.notices == (
        "Attached and not read: Bericht ä.pdf, notes.txt, a mail “Brücke wieder geöffnet”. "
        "Open them by themselves.",
    )
    assert "another letter" not in found.text


def test_pictures_within_a_page_are_no_attachments() -> None:
    made = letter("")
    made.set_content("<p>The bridge.</p>", subtype="html")
    made.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<a@b>")
    assert mail(made).notices == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime\r\n\r\nMIAGCSqGSIb3",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x--",
    ],
)
def test_a_letter_without_words_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"letter\.eml holds no text that can be read"):
        mail(raw)


def test_letters_within_letters_have_an_end() -> None:
    raw = b"MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" * 5000 + b"Words"
    with pytest.raises(InputError, match=r"letter\.eml holds"):
        mail(raw)


def saved(*pages: bytes, charset: str = "utf-8") -> bytes:
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/b\r\n"
        b"Subject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
    )
    parts = b"".join(
        b"------b\r\nContent-Type: text/html; charset=" + charset.encode()
        + b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + page + b"\r\n"
        for page in pages
    )  # fmt: skip
    css = b"------b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n------b--\r\n"
    return head + parts + css


def test_a_saved_page_is_read_like_the_page() -> None:
    found = mail(saved(portal(RUSSIAN).encode()))
    assert (found.title, found.published) == (RUSSIAN.title, RUSSIAN.day)
    assert found.url == "https://post.example/bridge"
    assert all(words in found.text for words in RUSSIAN.body)
    assert ZoneKind.BODY in {hint.kind for hint in found.hints}
    assert "Saved by" not in found.text


def test_a_saved_page_knows_its_encoding_and_place_from_outside() -> None:
    page = f"<html><p>{RUSSIAN.body[0]}</p></html>".encode("cp1251")
    found = mail(saved(page, charset="windows-1251"))
    assert RUSSIAN.body[0] in found.text
    assert (found.url, found.notices) == ("https://post.example/b", ())


def test_frames_of_a_saved_page_are_told() -> None:
    found = mail(saved(b"<p>The bridge.</p>", b"<p>An advertisement.</p>"))
    assert found.text == "The bridge."
    assert "1 further page in frames" in found.notices[0]


def test_a_saved_page_without_a_page_is_refused() -> None:
    with pytest.raises(InputError, match="holds no page that can be read"):
        mail(saved())
