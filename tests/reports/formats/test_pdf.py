"""The pages read back: tagged, with bookmarks, legible, and safe whatever they are made from."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from app.model.dossier import Dossier
from app.model.work import Cancelled, Work
from app.reports.font_coverage import missing_from
from app.reports.formats import pdf
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile


def text_of(data: bytes) -> str:
    """The pages' text, a blank line between the pages."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "\n\n".join(page.replace("\r\n", "\n") for page in pages)


def tags_of(data: bytes) -> Iterator[tuple[int, str, Any]]:
    """Depth, tag and element of the structure tree, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as document:
        yield from walk(document.Root.StructTreeRoot.K, 0)


def walk(kids: Any, depth: int) -> Iterator[tuple[int, str, Any]]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield depth, str(kid.S)[1:], kid
            if "/K" in kid:
                yield from walk(kid.K, depth + 1)


def test_golden(
    dossier: Dossier, set_up: Callable[..., Setting], golden: Callable[[str, str], None]
) -> None:
    data = pdf.render(dossier, set_up(pdf))
    golden(text_of(data), "report.pdf.txt")
    tags = "\n".join(f"{'  ' * depth}{tag}" for depth, tag, _ in tags_of(data))
    golden(tags + "\n", "report.pdf.tags.txt")


def test_it_is_what_pdf_ua_asks_for(dossier: Dossier, set_up: Callable[..., Setting]) -> None:
    data = pdf.render(dossier, set_up(pdf))
    with pikepdf.open(io.BytesIO(data)) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"].startswith("Verdict report: Lavrov, Kerry")
        with document.open_outline() as outline:
            marks = [item.title for item in outline.root[0].children]
        assert marks[:3] == ["At a glance", "Know before you rely on it", "Claims and verdicts"]
        for page in document.pages:
            assert str(page.get("/Tabs")) == "/S"
            for note in page.get("/Annots", ()):
                assert "/Contents" in note
                assert "/StructParent" in note
    kinds = [tag for _, tag, _ in tags_of(data)]
    assert kinds.count("H1") == 1
    assert kinds.count("H3") == 9
    assert kinds.count("TH") >= 4
    for _, tag, element in tags_of(data):
        assert tag != "Figure" or "/Alt" in element


def test_headings_and_tables_can_be_walked(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    """No level of heading is skipped, each table has a row of heads, each head says of what."""
    with pikepdf.open(io.BytesIO(pdf.render(dossier, set_up(pdf)))) as document:
        found = list(walk(document.Root.StructTreeRoot.K, 0))
        levels = [int(tag[1]) for _, tag, _ in found if tag in ("H1", "H2", "H3", "H4")]
        assert levels[0] == 1
        assert all(later <= before + 1 for before, later in pairwise(levels))
        tables = [element for _, tag, element in found if tag == "Table"]
        assert len(tables) > 2
        for table in tables:
            inside = list(walk(table.K, 0))
            first = next(element for _, tag, element in inside if tag == "TR")
            kinds = [tag for _, tag, _ in walk(first.K, 0) if tag in ("TH", "TD")]
            assert set(kinds) == {"TH"}
            assert {scope_of(head) for _, tag, head in inside if tag == "TH"} == {"/Column"}


def scope_of(head: Any) -> str:
    """What a head of a table says it is the head of."""
    told = head.get("/A")
    each = told if isinstance(told, pikepdf.Array) else [told]
    return next(str(one.Scope) for one in each if one is not None and "/Scope" in one)


#: Words that none of our fonts can show, one language each.
FOREIGN = ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "ᐃᓄᒃᑎᑐᑦ", "ᏣᎳᎩ", "ꆈꌠ", "བོད")

#: A sentence in each script that our own fonts are for.
WORLD = {
    "zh": "大坝于星期三决堤，造成六十二人死亡。",
    "zh-TW": "水壩在星期三潰堤，六十二人喪生。",
    "ja": "ダムは水曜日に決壊し、62人が死亡した。",
    "ko": "댐은 수요일에 무너져 62명이 숨졌다.",
    "hi": "बाँध बुधवार को टूट गया और 62 लोगों की मृत्यु हुई।",
    "bn": "বুধবার বাঁধ ভেঙে ৬২ জনের মৃত্যু হয়েছে।",
    "pa": "ਬੁੱਧਵਾਰ ਨੂੰ ਬੰਨ੍ਹ ਟੁੱਟ ਗਿਆ।",
    "gu": "બુધવારે બંધ તૂટી ગયો.",
    "or": "ବୁଧବାର ବନ୍ଧ ଭାଙ୍ଗିଗଲା।",
    "ta": "புதன்கிழமை அணை உடைந்தது.",
    "te": "బుధవారం ఆనకట్ట తెగిపోయింది.",
    "kn": "ಬುಧವಾರ ಅಣೆಕಟ್ಟು ಒಡೆಯಿತು.",
    "ml": "ബുധനാഴ്ച അണക്കെട്ട് തകർന്നു.",
    "si": "බදාදා වේල්ල කැඩී ගියේය.",
    "th": "เขื่อนแตกเมื่อวันพุธ",
    "lo": "ເຂື່ອນແຕກໃນວັນພຸດ.",
    "ka": "კაშხალი ოთხშაბათს გაირღვა.",
    "hy": "Ամբարտակը փլուզվեց չորեքշաբթի։",
    "am": "ግድቡ ረቡዕ ዕለት ፈረሰ።",
    "ar": "انهار السد يوم الأربعاء.",
    "fa": "سد روز چهارشنبه شکست.",
    "ur": "ڈیم بدھ کو ٹوٹ گیا۔",
    "he": "הסכר קרס ביום רביעי.",
    "": "The dam broke 🌊 😢 👍🏽 ❤️ 👨‍👩‍👧 🇩🇪 ✅ ❌ on Wednesday.",
}
#: Shown as they should be; of some of their marks the typesetter says the letter twice.
TOLD_TWICE = {"km": "ទំនប់បានបាក់នៅថ្ងៃពុធ។", "my": "ဗုဒ္ဓဟူးနေ့တွင် ဆည်ကျိုးခဲ့သည်။"}


def fonts_in(data: bytes) -> set[str]:
    """The names of the fonts in a file, without the letters that mark them as parts of theirs."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return {
            str(one.BaseFont).partition("+")[2]
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        }


def with_own_fonts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer that has no font."""
    own = pdf.fonts_of
    monkeypatch.setattr(
        pdf, "fonts_of",
        lambda folder: (one for one in own(folder) if one[0].is_relative_to(folder)),
    )  # fmt: skip


def test_our_own_fonts_show_the_scripts_of_the_world(
    dossier: Dossier, set_up: Callable[..., Setting], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_own_fonts_alone(monkeypatch)
    many = {**WORLD, **TOLD_TWICE}
    first = dossier.claims[0]
    told = replace(
        dossier,
        article=replace(dossier.article, title="A dam in many words"),
        claims=tuple(
            replace(first, claim=replace(first.claim, id=number, statement=words))
            for number, words in enumerate(many.values(), start=1)
        ),
    )
    assert pdf.warnings(told, set_up(pdf)) == ()
    read = "".join(text_of(pdf.render(told, set_up(pdf))).split())
    assert "\ufffd" not in read
    unread = [words for words in WORLD.values() if "".join(words.split()) not in read]
    assert unread == []


def test_a_font_of_the_computer_shows_what_ours_cannot(
    dossier: Dossier, set_up: Callable[..., Setting], root: Path
) -> None:
    own = [one for one in pdf.fonts_of(root / "resources") if one[0].is_relative_to(root)]
    words = [
        one
        for one in FOREIGN
        if missing_from([one], own) and not missing_from([one], pdf.fonts_of(root / "resources"))
    ]
    if not words:
        pytest.skip("no font of this computer has more than ours")
    article = replace(dossier.article, title=f"On {words[0]} today")
    told = replace(dossier, article=article)
    data = pdf.render(told, set_up(pdf))
    assert f"On {words[0]} today" in text_of(data)
    assert pdf.warnings(told, set_up(pdf)) == ()
    assert fonts_in(data) - fonts_in(pdf.render(dossier, set_up(pdf)))


def test_the_same_dossier_gives_the_same_pages(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    assert pdf.render(dossier, set_up(pdf)) == pdf.render(dossier, set_up(pdf))


def test_paper_is_as_chosen(dossier: Dossier, set_up: Callable[..., Setting]) -> None:
    sizes = {}
    for paper in ("a4", "us-letter"):
        page = pypdfium2.PdfDocument(pdf.render(dossier, set_up(pdf, paper=paper)))[0]
        sizes[paper] = tuple(round(one) for one in page.get_size())
    assert sizes == {"a4": (595, 842), "us-letter": (612, 792)}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    bad = hostile(dossier, text)
    if len(text) > 10_000:  # in every field it would be a book of thousands of pages
        bad = replace(dossier, article=replace(dossier.article, title=text, origin=text))
    data = pdf.render(bad, set_up(pdf))
    with pikepdf.open(io.BytesIO(data)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary):
                assert str(one.get("/S")) not in ("/JavaScript", "/Launch", "/GoToR", "/SubmitForm")
                assert "/AA" not in one
                if str(one.get("/S")) == "/URI":
                    assert str(one.URI).startswith(("http://", "https://"))
    if text.isascii() and text.isprintable() and len(text) < 200:
        shown = "".join(text_of(data).split()).replace("\ufffe", "").replace("-", "")
        assert shown.count("".join(text.split()).replace("-", "")) > 20


def test_what_no_font_has_is_said_and_the_rest_is_shown(
    dossier: Dossier, set_up: Callable[..., Setting], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_own_fonts_alone(monkeypatch)
    title = "A \U000f1234 and ⵣ in one title"
    odd = replace(dossier, article=replace(dossier.article, title=title))
    [told] = pdf.warnings(odd, set_up(pdf))
    assert told.sentence.startswith("2 characters (Tifinagh and Unnamed) cannot be shown")
    assert "A \ufffd and \ufffd in one title" in text_of(pdf.render(odd, set_up(pdf)))
    assert pdf.warnings(dossier, set_up(pdf)) == ()


def test_called_off_it_stops_at_once(dossier: Dossier, root: Path) -> None:
    many = replace(dossier, claims=dossier.claims * 60)
    work = Work(lambda _done, _total, note: work.cancel() if note == "Typesetting" else None)
    setting = Setting(root / "resources", date(2026, 11, 25), {"paper": "a4"}, work)
    begun = time.perf_counter()
    with pytest.raises(Cancelled):
        pdf.render(many, setting)
    assert time.perf_counter() - begun < 60
