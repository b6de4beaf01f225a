"""Walks the text of an OpenDocument file and writes its visible words to a Flow.

Knows no archive. An OpenDocument file holds notes and comments at their places, inside the text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from app.extraction.formats.flow import Flow, Paragraph, joined, numbered
from app.extraction.formats.left_out import UnseenWords
from app.extraction.formats.marked_text import Mark, Point, is_web, marks_for_note
from app.extraction.formats.odt.lists import Lists
from app.extraction.formats.odt.names import NAMES, attribute
from app.model.article import WhyLeftOut, ZoneKind

_PARAGRAPHS = {"text:p", "text:h"}
_SHAPES = frozenset(
    {
        *("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle"),
        *("draw:line", "draw:polyline", "draw:polygon", "draw:path", "draw:connector"),
        *("draw:caption", "draw:regular-polygon", "draw:measure"),
    }
)
_CELLS = {"table:table-cell", "table:covered-table-cell"}
#: Not seen, or told of elsewhere.
_SKIPPED = frozenset(
    {
        *("text:tracked-changes", "text:sequence-decls", "text:variable-decls"),
        *("text:user-field-decls", "office:forms", "text:note-citation", "svg:title", "svg:desc"),
        *("office:event-listeners", "text:table-of-content-source", "text:user-index-source"),
        *("text:alphabetical-index-source", "text:bibliography-source", "office:binary-data"),
        *("text:illustration-index-source", "text:table-index-source", "text:object-index-source"),
    }
)
_ROLES = {
    "title": "title",
    "heading_20_1": "heading",
    "caption": "caption",
    "illustration": "caption",
}
_LONGEST_CHAIN = 20
_MOST_BLANKS = 100
_RAW_BLANKS = re.compile(r"[ \t\r\n]+")
_RECORDS = {"dc:creator", "dc:date", "meta:creator-initials", "text:ruby-text"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: the style that it is made from, and whether its words are hidden."""

    parent: str
    hidden: bool


@dataclass(slots=True)
class Findings:
    """What is come upon beside the words."""

    styles: dict[str, Style]
    lists: Lists
    marks: list[Mark] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    unseen: UnseenWords = field(default_factory=UnseenWords)
    headings: list[tuple[str, Paragraph]] = field(default_factory=list)
    footnotes: list[Paragraph] = field(default_factory=list)
    endnotes: list[Paragraph] = field(default_factory=list)


def walk(root: Any, findings: Findings) -> list[Paragraph]:
    """The visible paragraphs under `root` in reading order. Iterative and linear."""
    return _Walk(findings).through(root)


@dataclass(slots=True)
class _Aside:
    """A note or a comment: its words are kept apart from those around it.

    `marks` is how many sources had been named before it.
    """

    kind: str
    place: Point
    flow: Flow
    marks: int
    citation: str = ""
    author: str = ""


class _Walk:
    def __init__(self, findings: Findings) -> None:
        self._found = findings
        self._flow = Flow()
        self._asides: list[_Aside] = []
        self._links: list[tuple[str, Point]] = []
        self._comments: dict[str, list[Mark]] = {}
        self._deleted: dict[str, str] = {}
        self._hidden = 0
        self._paragraphs = 0
        self._after_blank = True
        self._item_begins = False
        self._record: list[str] | None = None

    def through(self, root: Any) -> list[Paragraph]:
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            name = NAMES[element.tag]
            if event == "start" and name in _SKIPPED:
                self._skip(name, element)
                steps.skip_subtree()
            elif event == "start":
                self._start(name, element)
                self._write_raw(element.text)
            else:
                if name not in _SKIPPED:
                    self._end(name, element)
                if element is not root:
                    self._write_raw(element.tail)
        for words in self._deleted.values():  # no sign says where they stood
            self._found.unseen.add(self._flow.text, WhyLeftOut.DELETED, f"{words}\n")
        self._deleted.clear()
        return self._flow.close()

    def _skip(self, name: str, element: Any) -> None:
        if name == "text:note-citation" and self._asides:
            self._asides[-1].citation = "".join(element.itertext()).strip()
        elif name == "text:tracked-changes":
            self._take_deletions(element)

    def _take_deletions(self, changes: Any) -> None:
        """What was deleted stands before the text, and a sign at its place names it."""
        for region in changes:
            gone = [one for one in region if NAMES[one.tag] == "text:deletion"]
            self._found.left_out["deletions"] += len(gone)
            words = "\n".join(
                "".join(paragraph.itertext())
                for one in gone
                for paragraph in one
                if NAMES[paragraph.tag] in _PARAGRAPHS
            )
            key = attribute(region, "text:id") or attribute(region, "xml:id")
            self._deleted[key or f"#{len(self._deleted)}"] = words

    def _start(self, name: str, element: Any) -> None:
        self._hidden += self._hides(name, element)
        if name in _PARAGRAPHS:
            self._paragraphs += 1
            self._after_blank = True
            self._flow.begin_paragraph()
            if self._item_begins and "".join(element.itertext()).strip():
                self._item_begins = False
                label = self._found.lists.label()
                self._write(f"{label} " if label else "")
                self._after_blank = True
        elif name in _SHAPES or name in _CELLS:
            self._flow.begin_box()
        elif name == "table:table-row":
            self._flow.begin_row()
        elif name == "text:list":
            self._found.lists.begin(element)
        elif name == "text:list-item":
            self._item_begins = True
        elif name == "text:s":
            count = attribute(element, "text:c")
            self._write(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
        elif name in {"text:tab", "text:line-break"}:
            self._write("\t" if name == "text:tab" else "\n")
        elif name == "draw:frame":
            held = {NAMES[one.tag] for one in element}
            if "draw:object" in held or "draw:object-ole" in held:
                self._found.left_out["charts"] += 1
            elif "draw:image" in held:
                self._found.left_out["pictures"] += 1
        elif name == "text:change":
            words = self._deleted.pop(attribute(element, "text:change-id"), "")
            self._found.unseen.add(self._flow.text, WhyLeftOut.DELETED, words)
        elif name in {"text:a", "text:note", "office:annotation", "office:annotation-end"}:
            self._start_mark(name, element)
        elif name in _RECORDS:
            self._record = []

    def _start_mark(self, name: str, element: Any) -> None:
        point = self._flow.text.point()
        if name == "text:a":
            self._links.append((attribute(element, "xlink:href"), point))
        elif name == "office:annotation-end":
            for mark in self._comments.pop(attribute(element, "office:name"), ()):
                mark.end = point
        else:
            kind = attribute(element, "text:note-class") or "footnote"
            kind = kind if name == "text:note" else "comment"
            self._asides.append(_Aside(kind, point, self._flow, len(self._found.marks)))
            self._flow = Flow()

    def _end(self, name: str, element: Any) -> None:
        if name in _PARAGRAPHS:
            self._end_paragraph(name, element)
        elif name in _SHAPES:
            self._flow.end_box()
        elif name in _CELLS:
            self._flow.end_cell()
        elif name == "table:table-row":
            self._flow.end_row()
        elif name == "text:list":
            self._found.lists.end()
            self._item_begins = False
        elif name == "text:a" and self._links:
            url, start = self._links.pop()
            if is_web(url):
                words = "".join(element.itertext())
                self._found.marks.append(Mark(start, self._flow.text.point(), "link", words, url))
        elif name in {"text:note", "office:annotation"}:
            self._end_aside(attribute(element, "office:name"))
        elif name in _RECORDS:
            self._end_record(name)
        self._hidden -= self._hides(name, element)

    def _end_record(self, name: str) -> None:
        words, self._record = "".join(self._record or ()).strip(), None
        if name == "dc:creator" and self._asides:
            self._asides[-1].author = words
        elif name == "text:ruby-text" and words:
            # How the word before it is pronounced, which is printed above it.
            self._write(f"({words})")

    def _end_paragraph(self, name: str, element: Any) -> None:
        self._paragraphs -= 1
        role = self._role(name, element)
        ended = self._flow.end_paragraph(ZoneKind.CAPTION if role == "caption" else None)
        if role in {"title", "heading"} and not ended.text.is_blank():
            self._found.headings.append((role, ended))

    def _end_aside(self, name: str) -> None:
        aside = self._asides.pop()
        text = joined(self._flow.close())
        self._flow, self._after_blank = aside.flow, False
        marks, said = self._found.marks, str(text).strip()
        targets = tuple(mark.url for mark in marks[aside.marks :])
        del marks[aside.marks :]
        if aside.kind == "comment":
            said = f"{aside.author}: {said}" if aside.author else said
        found = marks_for_note(aside.place, aside.place, aside.kind, said, targets)
        marks.extend(found)
        if aside.kind == "comment":
            self._comments[name] = found
            return
        notes = self._found.endnotes if aside.kind == "endnote" else self._found.footnotes
        notes.append(numbered(aside.citation or str(len(notes) + 1), text))

    def _write_raw(self, words: str | None) -> None:
        """Words as they stand in the XML, where any run of blanks and line ends is one blank."""
        if not words:
            return
        if self._record is not None:
            self._record.append(words)
            return
        if not self._paragraphs:
            return
        shown = _RAW_BLANKS.sub(" ", words)
        if self._after_blank and shown.startswith(" "):
            shown = shown[1:]
        if shown:
            self._write(shown)
            self._after_blank = shown.endswith(" ")

    def _write(self, words: str) -> None:
        self._after_blank = False
        if self._hidden:
            self._found.left_out["hidden"] += bool(words.strip())
            self._found.unseen.add(self._flow.text, WhyLeftOut.HIDDEN, words)
        else:
            self._flow.text.write(words)

    def _hides(self, name: str, element: Any) -> bool:
        """Whether what is in this element is not shown."""
        if name == "text:section":
            return attribute(element, "text:display") == "none"
        if name == "text:hidden-text":
            return attribute(element, "text:is-hidden") != "false"
        if name in _PARAGRAPHS or name == "text:span":
            return any(one.hidden for one in self._chain(element))
        return False

    def _role(self, name: str, element: Any) -> str:
        names = [attribute(element, "text:style-name")]
        names += [style.parent for style in self._chain(element)]
        for one in names:
            if one.casefold() in _ROLES:
                return _ROLES[one.casefold()]
        first = name == "text:h" and attribute(element, "text:outline-level") == "1"
        return "heading" if first else ""

    def _chain(self, element: Any) -> list[Style]:
        name = attribute(element, "text:style-name")
        found: list[Style] = []
        while name in self._found.styles and len(found) < _LONGEST_CHAIN:
            found.append(self._found.styles[name])
            name = found[-1].parent
        return found
