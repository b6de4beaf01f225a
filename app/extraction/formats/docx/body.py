"""Walks a part of a Word file (body, header, note, comment) and writes its visible words to a Flow.

Knows no archive: what is in other parts it only asks for by id.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from app.extraction.formats.docx.numbering import Numbering
from app.extraction.formats.docx.styles import (
    NAMES,
    Styles,
    attribute,
    child,
    list_item,
    switched,
)
from app.extraction.formats.flow import Flow, Paragraph
from app.extraction.formats.left_out import UnseenWords
from app.extraction.formats.marked_text import Mark, MarkedText, Point, is_web
from app.model.article import WhyLeftOut, ZoneKind

_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
}
_WORDS = frozenset({"w:t", "m:t"})
_DELETED = _WORDS | {"w:delText"}
#: Not words, or no longer words; w:softHyphen shows only where a line ends.
_SKIPPED = frozenset(
    {
        *("w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr"),
        *("w:sdtEndPr", "w:instrText", "w:delText", "w:delInstrText", "w:moveFrom", "w:rubyPr"),
        "m:rPr",
    }
)
#: Where something begins or stands that is told of by its place.
_POINTED = frozenset(
    {
        *("w:hyperlink", "w:fldSimple", "w:fldChar", "w:footnoteReference"),
        *("w:endnoteReference", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"),
    }
)
_MOST_NESTED = 64
_PICTURES = {
    "pic:pic": "pictures",
    "v:imagedata": "pictures",
    "c:chart": "charts",
    "dgm:relIds": "charts",
    "w:altChunk": "embedded documents",
}
_LINK_CODE = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)
#: Symbol, the one font of signs that stand in running text: its letters and commonest signs.
_SYMBOL = dict(
    zip(
        range(0x41, 0x5B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
) | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL |= {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠"}
_UNKNOWN_SIGN = "\u25a1"


@dataclass(slots=True)
class Findings:
    """What the walks through all parts of one file come upon, beside their words."""

    styles: Styles
    numbering: Numbering
    marks: list[Mark] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    unseen: UnseenWords = field(default_factory=UnseenWords)
    headings: list[tuple[str, Paragraph]] = field(default_factory=list)
    footnotes: list[tuple[str, Point]] = field(default_factory=list)
    endnotes: list[tuple[str, Point]] = field(default_factory=list)
    comment_starts: dict[str, Point] = field(default_factory=dict)
    comment_ends: dict[str, Point] = field(default_factory=dict)


@dataclass(slots=True)
class _Field:
    """A field: its code is not shown, its result is."""

    code: list[str]
    in_code: bool
    start: Point
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Link:
    url: str
    start: Point
    words: list[str] = field(default_factory=list)


def walk(root: Any, findings: Findings, targets: Mapping[str, str]) -> list[Paragraph]:
    """The visible paragraphs under `root` in reading order; `targets` are its part's links by id.

    Iterative and linear. What it comes upon beside the words goes to `findings`.
    """
    return _Walk(findings, targets).through(root)


class _Walk:
    def __init__(self, findings: Findings, targets: Mapping[str, str]) -> None:
        self._found = findings
        self._targets = targets
        self._flow = Flow()
        self._fields: list[_Field] = []
        self._links: list[_Link] = []
        self._styles: list[str] = []
        self._hidden = False
        self._ruby: MarkedText | None = None
        self._in_ruby = False

    def through(self, root: Any) -> list[Paragraph]:
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            name = NAMES[element.tag]
            if event == "end":
                self._end(name, element)
            elif name in _SKIPPED or self._is_dropped(name, element):
                if name == "w:instrText" and self._fields:
                    self._fields[-1].code.append(element.text or "")
                steps.skip_subtree()
            else:
                self._start(name, element)
        return self._flow.close()

    def _is_dropped(self, name: str, element: Any) -> bool:
        """Second forms of a drawing, and what was deleted while changes were tracked."""
        if name in {"mc:Choice", "mc:Fallback"}:
            before = element.getprevious()
            return before is not None and NAMES[before.tag] == "mc:Choice"
        gone = name == "w:del" or (
            (name == "w:tr" and child(element, "w:trPr", "w:del") is not None)
            or (name == "w:tc" and child(element, "w:tcPr", "w:cellDel") is not None)
        )
        words = [one.text for one in element.iter() if NAMES[one.tag] in _DELETED] if gone else []
        if any(words):
            self._found.left_out["deletions"] += 1
            between = "" if name == "w:del" else " "
            said = between.join(piece or "" for piece in words)
            self._found.unseen.add(self._flow.text, WhyLeftOut.DELETED, said)
        return gone

    def _start(self, name: str, element: Any) -> None:
        if name in _WORDS:
            self._write(element.text or "")
        elif name in _CHARACTERS:
            self._write(_CHARACTERS[name])
        elif name == "w:r":
            self._hidden = self._is_hidden(element)
        elif name == "w:p":
            self._begin_paragraph(element)
        elif name == "w:sym":
            self._write(self._sign(element))
        elif name in {"w:txbxContent", "w:tc"}:
            self._flow.begin_box()
        elif name == "w:tr":
            self._flow.begin_row()
        elif name == "w:rt":
            self._ruby, self._in_ruby = MarkedText(), True
        elif name == "v:textpath":
            self._write(element.get("string", "") + " ")
        elif name in _PICTURES:
            self._found.left_out[_PICTURES[name]] += 1
        elif name in _POINTED:
            self._start_mark(name, element)

    def _begin_paragraph(self, element: Any) -> None:
        properties = child(element, "w:pPr")
        style = None if properties is None else child(properties, "w:pStyle")
        self._styles.append("" if style is None else attribute(style, "w:val"))
        self._flow.begin_paragraph()
        own, named = list_item(properties), self._found.styles.item(self._styles[-1])
        list_id, level = own[0] or named[0], own[1] or named[1]
        if list_id and any(NAMES[one.tag] in _WORDS and one.text for one in element.iter()):
            place = int(level) if level.isdecimal() and len(level) == 1 else 0
            label = self._found.numbering.label(list_id, place)
            self._write(f"{label} " if label else "")

    def _start_mark(self, name: str, element: Any) -> None:
        key = attribute(element, "w:id")
        point = self._flow.text.point()
        if name == "w:hyperlink":
            self._links.append(_Link(self._targets.get(attribute(element, "r:id"), ""), point))
        elif name == "w:fldSimple":
            self._fields.append(_Field([attribute(element, "w:instr")], False, point))
        elif name == "w:fldChar":
            self._field_sign(attribute(element, "w:fldCharType"), point)
        elif name == "w:footnoteReference":
            self._found.footnotes.append((key, point))
        elif name == "w:endnoteReference":
            self._found.endnotes.append((key, point))
        elif name == "w:commentRangeEnd":
            self._found.comment_ends[key] = point
        else:
            self._found.comment_starts.setdefault(key, point)

    def _field_sign(self, kind: str, point: Point) -> None:
        """Begin, end of the code, or end of a field; they nest."""
        if kind == "begin" and len(self._fields) < _MOST_NESTED:
            self._fields.append(_Field([], True, point))
        elif kind == "separate" and self._fields:
            self._fields[-1].in_code = False
            self._fields[-1].start = point
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            link = _LINK_CODE.match("".join(ended.code))
            if link:
                self._mark_link(_Link(link[1], ended.start, ended.words), point)

    def _end(self, name: str, element: Any) -> None:
        if name == "w:p":
            self._end_paragraph(element)
        elif name == "w:r":
            self._hidden = False
        elif name == "w:txbxContent":
            self._flow.end_box()
        elif name == "w:tc":
            self._flow.end_cell()
        elif name == "w:tr":
            self._flow.end_row()
        elif name == "w:hyperlink" and self._links:
            self._mark_link(self._links.pop(), self._flow.text.point())
        elif name == "w:fldSimple":
            self._field_sign("end", self._flow.text.point())
        elif name == "w:rt":
            self._in_ruby = False
        elif name == "w:ruby" and self._ruby is not None:
            # How the word before it is pronounced, which is printed above it.
            self._write(f"({self._ruby})")
            self._ruby = None

    def _end_paragraph(self, element: Any) -> None:
        for one in self._fields:
            # A code that has no end would hide the rest of the file; no true one is so long.
            one.in_code = False
        style = self._styles.pop() if self._styles else ""
        if child(element, "w:pPr", "w:rPr", "w:del") is not None:
            # The paragraph's end was deleted: the next one's words go on in it.
            return
        role = self._found.styles.role(style)
        ended = self._flow.end_paragraph(ZoneKind.CAPTION if role == "caption" else None)
        if role in {"title", "heading"} and not ended.text.is_blank():
            self._found.headings.append((role, ended))

    def _write(self, words: str) -> None:
        if not words or any(one.in_code for one in self._fields):
            return
        if self._hidden:
            self._found.left_out["hidden"] += bool(words.strip())
            self._found.unseen.add(self._flow.text, WhyLeftOut.HIDDEN, words)
            return
        if self._in_ruby and self._ruby is not None:
            self._ruby.write(words)
            return
        if self._links:
            self._links[-1].words.append(words)
        if self._fields:
            self._fields[-1].words.append(words)
        self._flow.text.write(words)

    def _is_hidden(self, run: Any) -> bool:
        properties = child(run, "w:rPr")
        stated = switched(properties, "w:vanish")
        if stated is None and properties is not None:
            style = child(properties, "w:rStyle")
            stated = self._found.styles.hides("" if style is None else attribute(style, "w:val"))
        if stated is None and self._styles:
            stated = self._found.styles.hides(self._styles[-1])
        return bool(stated)

    def _sign(self, element: Any) -> str:
        """A sign of a font whose signs have no fixed meaning, as the character that it shows."""
        try:
            code = int(attribute(element, "w:char"), 16)
        except ValueError:
            return ""
        if not 0xF000 <= code <= 0xF0FF:
            return chr(code) if 0x20 <= code < 0xD800 else ""
        if attribute(element, "w:font").casefold() == "symbol" and code - 0xF000 in _SYMBOL:
            return _SYMBOL[code - 0xF000]
        self._found.left_out["signs"] += 1
        return _UNKNOWN_SIGN

    def _mark_link(self, link: _Link, end: Point) -> None:
        if is_web(link.url):
            text = "".join(link.words)
            self._found.marks.append(Mark(link.start, end, "link", text, link.url))
