"""One sound file of each format, all with the same words, to be damaged by tests."""

from __future__ import annotations

import io
from email.message import EmailMessage
from itertools import pairwise
from xml.sax.saxutils import escape

import docx as python_docx

from tests.extraction.formats.packed import opendocument, zipped
from tests.extraction.formats.printed import typeset

TITLE = "Harbour bridge opens again after a year of works"
SENTENCES = (
    "The harbour bridge opened to traffic on Monday, after being closed for a year.",
    "Mayor Ann Lindqvist said the repairs cost 38 million euros, 6 million more than planned.",
    "“Nobody expected the rust to reach that deep,” engineer Tomás Ávila told reporters.",
    "The city council voted 21 to 9 for the works in March 2019.",
    "About 14,000 cars cross the bridge every day, according to the port authority.",
    "Ferries that ran in its place will stop on Friday.",
)
PARAGRAPHS = tuple(f"{one} {two}" for one, two in pairwise(SENTENCES)) * 3


def whole_files() -> dict[str, bytes]:
    """The files by name; the ending tells the format."""
    page = _page()
    return {
        "news.txt": "\n\n".join((TITLE, *PARAGRAPHS)).encode("utf-16"),
        "news.md": "\n\n".join((f"# {TITLE}", *PARAGRAPHS)).encode(),
        "news.html": page.encode(),
        "news.mhtml": _saved(page),
        "news.eml": _letter(),
        "news.pdf": typeset(
            f"#heading[{TITLE}]\n" + "\n\n#pagebreak(weak: true)\n".join(PARAGRAPHS)
        ),
        "news.docx": _word(),
        "news.odt": opendocument(
            f'<text:h text:outline-level="1">{TITLE}</text:h>'
            + "".join(f"<text:p>{escape(each)}</text:p>" for each in PARAGRAPHS),
            meta=f"<dc:title>{TITLE}</dc:title>",
        ),
        "news.rtf": _rich(),
        "news.epub": book(page),
    }


def _page() -> str:
    words = "".join(f"<p>{escape(each)}</p>\n" for each in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{TITLE}</title></head>"
        f"<body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>{TITLE}</h1>"
        f"\n{words}</article><footer>All rights reserved</footer></body></html>"
    )


def _saved(page: str) -> bytes:
    made = EmailMessage()
    made["From"] = "<Saved by a browser>"
    made["Subject"] = TITLE
    made["Snapshot-Content-Location"] = "https://news.example/bridge"
    made.set_content(page, subtype="html", cte="quoted-printable")
    return bytes(made)


def _letter() -> bytes:
    made = EmailMessage()
    made["From"] = "Ann Writer <ann@post.example>"
    made["To"] = "desk@post.example"
    made["Subject"] = TITLE
    made["Date"] = "Mon, 03 May 2021 23:30:00 -0500"
    made.set_content("\n\n".join(PARAGRAPHS), cte="base64")
    made.add_alternative(_page(), subtype="html")
    return bytes(made)


def _word() -> bytes:
    made = python_docx.Document()
    made.add_heading(TITLE, 0)
    for each in PARAGRAPHS:
        made.add_paragraph(each)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _rich() -> bytes:
    def coded(words: str) -> str:
        return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in words)

    words = "".join(f"{coded(each)}\\par\n" for each in PARAGRAPHS)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\b {TITLE}}}\\par\n{words}}}".encode("ascii")


def book(page: str) -> bytes:
    """An EPUB of one chapter."""
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>{TITLE}</dc:title><dc:language>en</dc:language></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles>"
            '<rootfile full-path="book.opf"/></rootfiles></container>',
            "book.opf": package,
            "a.xhtml": page,
        }
    )
