"""Reads Word files (DOCX): body, tables, notes, comments, links, headers and footers.

Knows no store and no zone of its own: titles, captions and furniture are told as hints.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.extraction.document import Document
from app.extraction.formats.archive import Archive
from app.extraction.formats.docx.body import Findings, walk
from app.extraction.formats.docx.numbering import Numbering
from app.extraction.formats.docx.styles import NAMES, Styles, attribute
from app.extraction.formats.flow import Paragraph, add_all, joined, numbered
from app.extraction.formats.headline import mark_headline
from app.extraction.formats.left_out import tell_left_out
from app.extraction.formats.marked_text import MarkedText, Point, marks_for_note
from app.extraction.formats.metadata import chosen_title, language_code
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_NOT_NOTES = {"separator", "continuationSeparator", "continuationNotice"}
_RUNNING = {"w:headerReference", "w:footerReference"}


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:
    """The text of a Word file, with what was left out said in notices.

    Tracked insertions stand in the text, deletions and hidden words do not. Footnotes and endnotes
    stand after the body, and running heads around it, as furniture; the number of a note stands
    before the note and not in the sentence, so that no number there is changed by it. Comments,
    notes and links are proposed as sources at their places. Raises InputError, Cancelled.
    """
    del folder
    return _Reading(Archive(data, name, work), work).document()


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str
    external: bool


class _Reading:
    """The parts of one file, put together."""

    def __init__(self, archive: Archive, work: Work) -> None:
        self._archive = archive
        self._work = work
        self._builder = TextBuilder()
        package = self._relations("")
        self._core = _of_kind(package, "core-properties")
        self._main = _of_kind(package, "officeDocument") or "word/document.xml"
        if self._main not in archive:
            raise InputError(f"{archive.name} is no Word file: it has no part with a text.")
        self._relations_of_main = self._relations(self._main)
        self._found = Findings(Styles(self._part("styles")), Numbering(self._part("numbering")))

    def document(self) -> Document:
        root = self._archive.xml(self._main)
        self._work.tick(0, 0, f"Reading {self._archive.name}")
        body = self._walk(root, self._main)
        headline = mark_headline(self._found.headings)
        heads, feet = self._running(root)
        footnotes = self._notes("footnotes", "footnote", self._found.footnotes)
        endnotes = self._notes("endnotes", "endnote", self._found.endnotes)
        self._add_comments()
        for paragraphs, kind in (
            (heads, ZoneKind.FURNITURE),
            (body, None),
            (footnotes, ZoneKind.FURNITURE),
            (endnotes, ZoneKind.FURNITURE),
            (feet, ZoneKind.FURNITURE),
        ):
            add_all(paragraphs, self._builder, kind)
        if not self._builder.length:
            raise InputError(f"{self._archive.name} holds no text.")
        for mark in sorted(self._found.marks, key=lambda one: one.start.place):
            mark.propose(self._builder)
        self._found.unseen.hand_to(self._builder)
        tell_left_out(self._builder, self._found.left_out)
        title, author, language = self._metadata()
        return self._builder.document(
            self._archive.name,
            title=chosen_title(title, headline),
            author=author,
            language=language_code(language),
        )

    def _walk(self, root: Any, part: str) -> list[Paragraph]:
        relations = self._relations(part)
        targets = {key: one.target for key, one in relations.items() if one.external}
        return walk(root, self._found, targets)

    def _running(self, root: Any) -> tuple[list[Paragraph], list[Paragraph]]:
        """The heads and feet that the sections of the text show, each wording once."""
        parts: dict[str, str] = {}
        for element in root.iter():
            kind = NAMES[element.tag]
            if kind in _RUNNING:
                relation = self._relations_of_main.get(attribute(element, "r:id"))
                if relation is not None and relation.target in self._archive:
                    parts.setdefault(relation.target, kind)
        found: dict[str, list[Paragraph]] = {kind: [] for kind in _RUNNING}
        seen: set[str] = set()
        for part, kind in parts.items():
            for paragraph in self._walk(self._archive.xml(part), part):
                paragraph.kind = None
                words = " ".join(str(paragraph.text).split())
                if words and words not in seen:
                    seen.add(words)
                    found[kind].append(paragraph)
        return found["w:headerReference"], found["w:footerReference"]

    def _notes(self, part: str, kind: str, places: list[tuple[str, Point]]) -> list[Paragraph]:
        """The notes that the text refers to, in its order, and a proposal at each reference."""
        root = self._part(part)
        notes = {} if root is None else {attribute(one, "w:id"): one for one in root}
        found: list[Paragraph] = []
        for number, (key, place) in enumerate(tuple(places), start=1):
            # Each note is taken once: one that refers to itself would never end.
            note = notes.pop(key, None)
            if note is None or attribute(note, "w:type") in _NOT_NOTES:
                continue
            text, targets = self._aside(note, part)
            said = str(text).strip()
            self._found.marks.extend(marks_for_note(place, place, kind, said, targets))
            found.append(numbered(str(number), text))
        return found

    def _add_comments(self) -> None:
        """A proposal for each comment, at the words that it is about."""
        root = self._part("comments")
        starts, ends = self._found.comment_starts, self._found.comment_ends
        for comment in () if root is None else root:
            start = starts.pop(attribute(comment, "w:id"), None)
            if start is None:
                continue
            text, targets = self._aside(comment, "comments")
            said, author = str(text).strip(), attribute(comment, "w:author").strip()
            end = ends.get(attribute(comment, "w:id"), start)
            told = f"{author}: {said}" if author else said
            self._found.marks.extend(marks_for_note(start, end, "comment", told, targets))

    def _aside(self, element: Any, part: str) -> tuple[MarkedText, tuple[str, ...]]:
        """The words of a note or comment, and the addresses of its links."""
        marks = self._found.marks
        own = len(marks)
        text = joined(self._walk(element, _of_kind(self._relations_of_main, part)))
        targets = tuple(mark.url for mark in marks[own:])
        del marks[own:]
        return text, targets

    def _part(self, kind: str) -> Any:
        """The root of the part that the main one relates to in this way, or None."""
        target = _of_kind(self._relations_of_main, kind)
        return self._archive.xml(target) if target in self._archive else None

    def _relations(self, part: str) -> dict[str, _Relation]:
        """What a part relates to, by id; "" is the package itself."""
        folder, base = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{base}.rels")
        if where not in self._archive:
            return {}
        found: dict[str, _Relation] = {}
        for one in self._archive.xml(where):
            target = one.get("Target", "")
            external = one.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = _Relation(kind, target, external)
        return found

    def _metadata(self) -> tuple[str, str, str]:
        """Title, author and language of the file's own record."""
        if self._core not in self._archive:
            return "", "", ""
        root = self._archive.xml(self._core)
        title, author, language = (
            (root.findtext(f"{_DUBLIN}{name}") or "").strip()
            for name in ("title", "creator", "language")
        )
        return title, author, language


def _of_kind(relations: dict[str, _Relation], kind: str) -> str:
    """The first part that is related in this way, or nothing."""
    return next(
        (one.target for one in relations.values() if one.kind == kind and not one.external), ""
    )
