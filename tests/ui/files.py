"""Real files for the window to open: pages that hide words, a Word file, a PDF."""

from __future__ import annotations

from html import escape
from pathlib import Path

from tests.extraction.formats.packed import paragraph, run, word
from tests.extraction.formats.printed import typeset

HEADLINE = "Council sells the old mill"
PARAGRAPHS = (
    "The council sold the old mill on Monday, and the buyer paid 250,000 euros for it.",
    "Some 40 people protested outside the hall on Tuesday. The mayor said that the money would go "
    "to schools.",
    "The sale was approved on Wednesday by nine votes to four. Two members had left the hall "
    "before the vote, and a third did not vote at all.",
    "The mill was built in 1884 and stood empty for eleven years. Its roof was repaired in 2015.",
)
UNSEEN = "The mayor had known of a higher offer since March, two members told this paper."
UNSEEN_TOO = "This sentence was shown to subscribers only: the buyer owns three other mills."

ARABIC = (
    "<html lang='ar' dir='rtl'><body><nav><a href='/'>الرئيسية</a> <a href='/w'>العالم</a></nav>"
    "<article><h1>اجتماع وزاري في القاهرة</h1>"
    "<p>قال المتحدث باسم الحكومة إن 12 شخصا قتلوا في دمشق يوم 16 سبتمبر 2016.</p>"
    "<p hidden>ونفت الوزارة هذه الأنباء يوم الجمعة في بيان قصير.</p>"
    "<p>واجتمع الوزراء في القاهرة يوم الثلاثاء، وأعلنوا عن خطة جديدة للمساعدات. "
    "ووصلت أول شاحنة إلى المدينة مساء الأربعاء.</p></article>"
    "<footer>جميع الحقوق محفوظة</footer></body></html>"
)


def hiding_page(folder: Path) -> Path:
    """A web page that hides two sentences from those who look at it, and one label."""
    body = "".join(f"<p>{escape(words)}</p>" for words in PARAGRAPHS[1:])
    page = (
        "<html><body><nav><span class='sr-only'>Skip to content</span><a href='/'>Home</a> "
        f"<a href='/w'>World</a></nav><article><h1>{HEADLINE}</h1><p>{PARAGRAPHS[0]}</p>"
        f"<p hidden>{UNSEEN}</p>{body}</article>"
        f"<div style='display:none'>{UNSEEN_TOO}</div></body></html>"
    )
    return _written(folder / "mill.html", page.encode())


def arabic_page(folder: Path) -> Path:
    """A page written from right to left that hides a sentence."""
    return _written(folder / "cairo.html", ARABIC.encode())


def word_file(folder: Path) -> Path:
    """A Word file with a comment, a footnote, a deletion and hidden words."""
    commented = (
        '<w:commentRangeStart w:id="7"/>'
        + run("Some 40 people")
        + '<w:commentRangeEnd w:id="7"/>'
        + run(PARAGRAPHS[1].removeprefix("Some 40 people"))
    )
    changed = (
        run("The sale was approved on Wednesday by ")
        + '<w:del w:id="2"><w:r><w:delText>a narrow majority of </w:delText></w:r></w:del>'
        + run("nine votes to four.")
        + '<w:r><w:footnoteReference w:id="1"/></w:r>'
        + run(" Check the minutes before printing.", "<w:vanish/>")
    )
    body = (
        paragraph(HEADLINE, "Title")
        + paragraph(PARAGRAPHS[0])
        + paragraph(commented)
        + paragraph(changed)
        + paragraph(PARAGRAPHS[3])
    )
    comment = paragraph("The police counted 40, the organisers 200. See https://police.example/40")
    note = paragraph("Minutes of the council, 14 September 2016, page 3.")
    return _written(
        folder / "mill.docx",
        word(
            body,
            comments=f'<w:comment w:id="7" w:author="Bea">{comment}</w:comment>',
            footnotes=f'<w:footnote w:id="1">{note}</w:footnote>',
            styles='<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>',
        ),
    )


def pdf_file(folder: Path) -> Path:
    """A PDF of two pages, the second with a picture."""
    pages = [f"= {HEADLINE}", *PARAGRAPHS[:2], "#pagebreak()", *PARAGRAPHS[2:]]
    head = "#set page(width: 12cm, height: 12cm, footer: [The Gazette · 16 September 2016])\n"
    return _written(folder / "mill.pdf", typeset(head + "\n\n".join(pages)))


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
