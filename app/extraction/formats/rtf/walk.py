"""Walks the tokens of an RTF file and writes its visible words to a Flow.

Knows no file. Destinations that are not named here are passed over where RTF says so (`\\*`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from app.extraction.formats.flow import Paragraph, joined, numbered
from app.extraction.formats.left_out import UnseenWords
from app.extraction.formats.marked_text import Mark, Point, is_web, marks_for_note
from app.extraction.formats.rtf.groups import Aside, Field, Group, Text
from app.extraction.formats.rtf.tables import Fonts, Styles
from app.extraction.formats.rtf.tokens import Token, code_page, tokens
from app.model.article import WhyLeftOut, ZoneKind
from app.model.work import Work

_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "nestcell": "\t",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
_SIGNS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_PARAGRAPH_ENDS = {"par", "sect", "page", "column", "nestrow"}
_HEADS = {"header", "headerl", "headerr", "headerf"}
_FEET = {"footer", "footerl", "footerr", "footerf"}
#: Groups whose words are kept apart, as a string; those of "info" that are not named are dropped.
_CAPTURED = {"fldinst", "title", "author", "atnauthor", "atnref", "atrfstart", "atrfend", "info"}
_BOXES = {"shptxt", "dptxbxtext"}
#: Destinations that hold text to be seen, though a reader need not know them.
_TRANSPARENT = {"shppict", "shpinst", "moMath", "moMathPara", "result", "do", "ht", "nestrow"}
#: Destinations that hold nothing to be seen, or a second form of it.
_PASSED_OVER = {
    *("colortbl", "nonshppict", "nonesttables", "objdata", "sp", "bkmkstart", "bkmkend", "tc"),
    *("xe", "rxe", "txe", "pn", "template", "private", "ftnsep", "ftnsepc", "ftncn", "aftnsep"),
    *("aftnsepc", "aftncn", "filetbl", "revtbl", "rsidtbl", "listtable", "listoverridetable"),
    *("objclass", "objname", "formfield", "datafield", "falt", "shprslt"),
}
_ROLES = {
    "title": "title",
    "headline": "title",
    "heading 1": "heading",
    "caption": "caption",
    "illustration": "caption",
}
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)
_CODE_PAGE_WORDS = {"ansicpg": "", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_FORMATS = {
    *("f", "fcharset", "cpg", "deff", "plain", "uc", "v", "deleted", "pard", "intbl", "s"),
    *("ftnalt", *_CODE_PAGE_WORDS),
}
_TICKS = 20_000


@dataclass(slots=True)
class Findings:
    """All that an RTF file holds. `whole` says that its last brace was there."""

    body: list[Paragraph] = field(default_factory=list)
    heads: list[Paragraph] = field(default_factory=list)
    feet: list[Paragraph] = field(default_factory=list)
    footnotes: list[Paragraph] = field(default_factory=list)
    endnotes: list[Paragraph] = field(default_factory=list)
    headings: list[tuple[str, Paragraph]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    unseen: UnseenWords = field(default_factory=UnseenWords)
    title: str = ""
    author: str = ""
    whole: bool = False


def walk(data: bytes, work: Work, note: str) -> Findings:
    """What stands in the RTF of `data`; `work` is ticked with `note`. Linear, never recursive."""
    return _Walk().through(data, work, note)


class _Walk:
    def __init__(self) -> None:
        self._found = Findings()
        self._group = Group(Text())
        self._outer: list[Group] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._high = 0
        self._starred = False
        self._left = ""
        self._fonts = Fonts()
        self._styles = Styles()
        self._fields: list[Field] = []
        self._asides: list[Aside] = []
        self._author = self._reference = ""
        self._ranges: dict[str, tuple[Point, Point]] = {}

    def through(self, data: bytes, work: Work, note: str) -> Findings:
        body = self._group.text
        for number, token in enumerate(tokens(data)):
            if number % _TICKS == 0:
                work.tick(0, 0, note)
            if token.raw:
                self._take(token)
                continue
            self._flush()
            if token.brace == "{":
                self._open()
            elif token.brace:
                self._close()
                if not self._outer:
                    self._found.whole = True
                    break
            elif token.sign:
                self._sign(token.sign)
            else:
                self._word(token.word, token.number)
        self._flush()
        while self._outer:
            self._close()
        self._found.body = body.flow.close()
        return self._found

    def _open(self) -> None:
        self._to_skip = 0
        self._outer.append(self._group)
        self._group = self._group.inner()
        if self._group.table == "styles":
            self._group.ends = self._styles.end_entry

    def _close(self) -> None:
        self._to_skip = 0
        if self._group.ends is not None:
            self._group.ends()
        if self._outer:
            self._group = self._outer.pop()

    def _take(self, token: Token) -> None:
        """Bytes are decoded when their run is over: a letter may take two of them."""
        raw = token.raw
        if self._to_skip:
            skipped = min(self._to_skip, len(raw))
            self._to_skip -= skipped
            raw = raw[skipped:]
        if not self._group.passed_over:
            self._bytes += raw

    def _flush(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._group.page, errors="replace")
            self._bytes.clear()
            self._write(words)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in _SIGNS:
            self._write(_SIGNS[sign])

    def _write(self, words: str) -> None:
        group = self._group
        if group.passed_over or group.table == "fonts":
            return
        if group.table == "styles":
            self._styles.write(words)
        elif group.captured is not None:
            group.captured.append(words)
        elif group.hidden or group.deleted:
            sort = "deletions" if group.deleted else "hidden"
            self._found.left_out[sort] += self._left != sort and bool(words.strip())
            self._left = sort
            self._pass_over(words)
        else:
            self._left = ""
            group.text.before_words()
            group.text.flow.text.write(words)

    def _pass_over(self, words: str) -> None:
        """Words that are not shown at this place."""
        reason = WhyLeftOut.DELETED if self._group.deleted else WhyLeftOut.HIDDEN
        self._found.unseen.add(self._group.text.flow.text, reason, words)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        group = self._group
        if group.passed_over:
            return
        if word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word == "u":
            self._unicode(number or 0)
        elif word in _PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word == "cell" and group.captured is None:
            group.text.end_cell()
        elif word == "row" and group.captured is None:
            group.text.end_row()
        elif word in _FORMATS:
            self._format(word, 1 if number is None else number)
        elif word in _CAPTURED:
            captured: list[str] = []
            group.captured = captured
            group.ends = lambda: self._keep(word, "".join(captured).strip())
        elif not self._opens(word) and starred and word not in _TRANSPARENT:
            group.passed_over = True

    def _opens(self, word: str) -> bool:
        """Whether this word makes its group one that is written elsewhere, or not at all."""
        group = self._group
        if word in _PASSED_OVER or word == "pict":
            group.passed_over = True
            self._found.left_out["pictures"] += word == "pict"
        elif word in {"fonttbl", "stylesheet"}:
            group.table = "fonts" if word == "fonttbl" else "styles"
            group.ends = self._end_fonts if word == "fonttbl" else None
        elif word in {"footnote", "annotation"}:
            kind = "comment" if word == "annotation" else word
            place = group.text.flow.text.point()
            self._asides.append(Aside(kind, place, len(self._found.marks)))
            group.text, group.ends = Text(), self._end_aside
        elif word in _HEADS or word in _FEET:
            group.text = Text()
            kept = self._found.heads if word in _HEADS else self._found.feet
            flow = group.text.flow
            group.ends = lambda: kept.extend(flow.close())
        elif word in _BOXES:
            flow = group.text.flow
            flow.begin_box()
            group.text, group.ends = Text(flow), flow.end_box
        elif word == "field":
            self._fields.append(Field())
            group.ends = self._end_field
        elif word == "fldrslt" and self._fields:
            self._fields[-1].start = group.text.flow.text.point()
            group.ends = self._end_result
        else:
            return False
        return True

    def _format(self, word: str, number: int) -> None:
        group = self._group
        if word == "f":
            self._fonts.current = number
            group.page = self._fonts.page(number)
        elif word in {"fcharset", "cpg"} and group.table == "fonts":
            self._fonts.learn(word, number)
        elif word in _CODE_PAGE_WORDS:
            self._fonts.default_page = _CODE_PAGE_WORDS[word] or code_page(number) or "cp1252"
            group.page = self._fonts.default_page
        elif word == "deff":
            self._fonts.default_font = number
        elif word == "plain":
            group.hidden = group.deleted = False
            group.page = self._fonts.page(self._fonts.default_font)
        elif word == "uc":
            group.skip_after_unicode = min(max(number, 0), 8)
        elif word in {"v", "deleted"}:
            setattr(group, "hidden" if word == "v" else "deleted", number != 0)
        elif word in {"pard", "intbl"}:
            group.text.said_cell = word == "intbl"
            if word == "pard":
                self._styles.current = 0
        elif word == "s":
            self._styles.current = number
        elif word == "ftnalt" and self._asides:
            self._asides[-1].kind = "endnote"

    def _unicode(self, number: int) -> None:
        """A UTF-16 unit, after which bytes follow for programs that do not know Unicode."""
        code = number & 0xFFFF
        self._to_skip = self._group.skip_after_unicode
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000 and self._high:
            code = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)
        elif 0xF020 <= code <= 0xF0FF:
            # A sign of a picture font; most are the dots of lists.
            self._found.left_out["signs"] += code != 0xF0B7
            code = ord("•") if code == 0xF0B7 else 0x25A1
        self._high = 0
        self._write(chr(code))

    def _end_paragraph(self) -> None:
        group = self._group
        if group.passed_over or group.table:
            return
        if group.captured is not None:
            group.captured.append(" ")
            return
        if group.hidden or group.deleted:
            self._pass_over("\n")
            return
        group.text.before_words()
        role = _ROLES.get(self._styles.name(), "")
        ended = group.text.flow.end_paragraph(ZoneKind.CAPTION if role == "caption" else None)
        if role in {"title", "heading"} and not ended.text.is_blank():
            self._found.headings.append((role, ended))

    def _keep(self, word: str, said: str) -> None:
        """What a group of words kept apart has said."""
        point = self._group.text.flow.text.point
        if word == "fldinst" and self._fields:
            self._fields[-1].code += said
        elif word in {"title", "author"}:
            setattr(self._found, word, said)
        elif word == "atnauthor":
            self._author = said
        elif word == "atnref":
            self._reference = said
        elif word == "atrfstart":
            at = point()
            self._ranges[said] = (at, at)
        elif word == "atrfend" and said in self._ranges:
            self._ranges[said] = (self._ranges[said][0], point())

    def _end_fonts(self) -> None:
        if self._outer:
            self._outer[-1].page = self._fonts.page(self._fonts.default_font)

    def _end_result(self) -> None:
        text = self._group.text.flow.text
        opened = self._fields[-1] if self._fields else None
        if opened is not None and opened.start is not None:
            opened.end = text.point()
            opened.words = text.since(opened.start)

    def _end_field(self) -> None:
        ended = self._fields.pop()
        link = _LINK.match(ended.code)
        if link and is_web(link[1]) and ended.start is not None and ended.end is not None:
            self._found.marks.append(Mark(ended.start, ended.end, "link", ended.words, link[1]))

    def _end_aside(self) -> None:
        aside = self._asides.pop()
        text = joined(self._group.text.flow.close())
        said, marks = str(text).strip(), self._found.marks
        targets = tuple(mark.url for mark in marks[aside.marks :])
        del marks[aside.marks :]
        start = end = aside.place
        if aside.kind == "comment":
            said = f"{self._author}: {said}" if self._author else said
            start, end = self._ranges.pop(self._reference, (start, end))
            self._author = self._reference = ""
        else:
            notes = self._found.endnotes if aside.kind == "endnote" else self._found.footnotes
            notes.append(numbered(str(len(notes) + 1), text))
        marks.extend(marks_for_note(start, end, aside.kind, said, targets))
