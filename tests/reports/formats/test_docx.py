"""The Word document read back: headings, tables, comments at the claims, words as they are."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree

from app.model.dossier import Dossier
from app.reports.formats import docx
from app.reports.wording import in_xml
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of(data: bytes) -> str:
    """Headings, paragraphs, tables and comments in their order, as text."""
    document = Document(io.BytesIO(data))
    told = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                told.append("| " + " | ".join(cell.text for cell in row.cells))
        elif block.text.strip():
            told.append(f"{block.style.name}: {block.text}")
    told += [f"[{one.author} ({one.initials})] {one.text}" for one in document.comments]
    return "\n".join(told) + "\n"


def test_golden(dossier: Dossier, setting: Setting, golden: Callable[[str, str], None]) -> None:
    golden(words_of(docx.render(dossier, setting)), "report.docx.txt")


def test_each_comment_stands_at_the_words_of_its_claim(dossier: Dossier, setting: Setting) -> None:
    data = docx.render(dossier, setting)
    comments = {one.comment_id: one.text for one in Document(io.BytesIO(data)).comments}
    assert len(comments) == 9
    root = etree.fromstring(ZipFile(io.BytesIO(data)).read("word/document.xml"))
    open_now: set[int] = set()
    under: dict[int, str] = dict.fromkeys(comments, "")
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            open_now.add(int(element.get(f"{W}id")))
        elif element.tag == f"{W}commentRangeEnd":
            open_now.discard(int(element.get(f"{W}id")))
        elif element.tag == f"{W}t":
            for one in open_now:
                under[one] += element.text or ""
    quotes = {one.claim.position: one.claim.quote for one in dossier.claims}
    for number, text in comments.items():
        position = int(text.split(":")[0].removeprefix("Claim "))
        assert "".join(under[number].split()) == "".join(quotes[position].split())


def test_the_headings_step_down_one_by_one(dossier: Dossier, setting: Setting) -> None:
    document = Document(io.BytesIO(docx.render(dossier, setting)))
    levels = [
        int(one.style.name[-1]) for one in document.paragraphs if one.style.name[:7] == "Heading"
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert document.core_properties.title.startswith("Verdict report: Lavrov")
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(dossier: Dossier, setting: Setting, text: str) -> None:
    data = docx.render(hostile(dossier, text), setting)
    told = words_of(data)
    words = "".join(in_xml(text).split())
    assert told.count("Heading 3") == 9
    assert "".join(told.split()).count(words) >= 9
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                root: Any = etree.fromstring(parts.read(name))
                fields = [one.get(f"{W}instr") for one in root.iter(f"{W}fldSimple")]
                assert fields in ([], ["PAGE"])
                assert not list(root.iter(f"{W}instrText", f"{W}hyperlink", f"{W}altChunk"))
                assert not root.xpath("//*[@TargetMode='External']")
