"""The report as a Word document: headings, tables, and the article with a comment at each claim."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.reports.article_lines import article_lines, runs_right_to_left
from app.reports.claim_entry import ClaimEntry, EvidenceEntry
from app.reports.overview import glance
from app.reports.tables import difference_in_words
from app.reports.wording import counted, day, in_xml, listed, moment, number, one_line, sentence
from app.reports.writer import Setting

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FORMAT = ReportFormat(
    "docx",
    "Word document",
    ".docx",
    "For an editor: the report, then the article with a comment at every claim.",
    (WITHHOLD,),
)

#: The light theme's colours, and the underline of each look.
_INK = {
    "supported": ("007567", "SINGLE"),
    "partly_supported": ("8F5F00", "DASH_LONG"),
    "refuted": ("8C1D18", "DOUBLE"),
    "not_enough_evidence": ("6B3FB5", "DOTTED"),
    "not_checkable": ("363F48", "DASH"),
    "to_review": ("66625B", "DOTTED"),
}
_DIM = "66625B"

#: Core properties of a document hold no more.
_LONGEST_PROPERTY = 255


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The document."""
    from docx import Document

    document = Document()
    page = _Page(document, glance(dossier), setting)
    page.set_up(dossier)
    page.head(dossier)
    page.claims()
    page.article(dossier)
    page.sources()
    page.scale()
    page.check(dossier)
    file = io.BytesIO()
    setting.work.tick(1, 1, "Packing")
    document.save(file)
    return file.getvalue()


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Claims whose words are not in the article have no place for a comment."""
    del setting
    lost = [e.number for e in glance(dossier)["entries"] if not e.in_article]
    if not lost:
        return ()
    sentence = "The words are not in the article, so there is no comment at them."
    return (ReportWarning("no place", sentence, tuple(sorted(lost))),)


class _Page:
    """The document under way."""

    def __init__(self, document: Document, told: dict[str, Any], setting: Setting) -> None:
        self._document = document
        self._told = told
        self._work = setting.work
        # Looked up once and put in place directly: the library's own way searches the styles and
        # the whole body for each paragraph, which takes a minute for two thousand claims.
        self._styles = {style.name: style.style_id for style in document.styles}
        self._end = document.element.body.sectPr
        self._width = document._block_width

    def set_up(self, dossier: Dossier) -> None:
        """Properties, fonts and the page number."""
        from docx.shared import Pt

        core = self._document.core_properties
        core.title = in_xml(f"Verdict report: {dossier.article.title}")[:_LONGEST_PROPERTY]
        core.author = f"Claimdesk {in_xml(dossier.app_version)}"[:_LONGEST_PROPERTY]
        core.comments = "A machine suggested passages; every link and verdict is a person’s."
        core.language = "en"
        made = _moment_of(dossier.made)
        if made is not None:
            core.created = core.modified = made
        self._document.styles["Normal"].font.size = Pt(10.5)
        footer = self._document.sections[0].footer.paragraphs[0]
        _page_number(footer)

    def head(self, dossier: Dossier) -> None:
        """Title, facts, verdicts counted, and what to know first."""
        told, article = self._told, dossier.article
        self._heading(article.title or "Untitled article", 1)
        reviewed = len(told["reviewed"])
        people = f" Reviewed by {listed(list(told['reviewers']))}." if told["reviewers"] else ""
        self._paragraph(
            f"Verdict report. {sentence(counted(len(told['entries']), 'claim'))}, "
            f"{reviewed or 'none'} reviewed, {counted(told['linked'], 'source')} linked.{people}"
        )
        holds = "" if told["digest_holds"] else " (does not match the text)"
        self._table(
            ("What", "Said"),
            [
                ("Article", article.origin),
                ("Published", told["published"]),
                ("Report made", f"{moment(dossier.made)} by Claimdesk {dossier.app_version}"),
                ("Digest of the article (SHA-256)", article.digest + holds),
                ("Digest of the review (SHA-256)", told["digest"]),
                ("Coverage", told["coverage"]),
                *told["figures"],
            ],
            (2, 5),
        )
        self._heading("Verdicts", 2)
        counts = [(one.name, number(one.count)) for one in told["tiles"]]
        self._table(("Verdict", "Claims"), counts, (3, 1))
        if told["limits"]:
            self._heading("Know before you rely on it", 2)
            for limit in told["limits"]:
                about = f": {', '.join(map(str, limit.claims))}" if limit.claims else ""
                self._paragraph(sentence(limit.sentence) + about, "List Bullet")

    def claims(self) -> None:
        """Each claim with its verdict, evidence and history."""
        self._heading("Claims and verdicts", 2)
        entries: list[ClaimEntry] = self._told["entries"]
        if not entries:
            self._paragraph("No claims have been found or marked in this article.")
        for place, entry in enumerate(entries):
            self._work.tick(place, len(entries), "Writing the claims")
            self._claim(entry)

    def article(self, dossier: Dossier) -> None:
        """The article, each claim underlined with a comment at its words."""
        self._heading("The article with its claims", 2)
        entries: list[ClaimEntry] = self._told["entries"]
        marks = [mark for entry in entries for mark in entry.marks()]
        reach: dict[int, list[Run]] = {}
        lines = article_lines(dossier.article, marks)
        for place, line in enumerate(lines):
            if place % 100 == 0:
                self._work.tick(place, len(lines), "Writing the article")
            paragraph = self._paragraph("")
            _turn(paragraph, "".join(piece.text for piece in line.pieces))
            for piece in line.pieces:
                run = paragraph.add_run(in_xml(piece.text))
                if piece.marks:
                    _draw(run, piece.marks[-1].look)
                elif not line.included:
                    _colour(run, _DIM)
                for mark in piece.marks:
                    if not mark.which:
                        ends = reach.setdefault(mark.number, [run, run])
                        ends[1] = run
        self._comments(entries, reach)

    def sources(self) -> None:
        """The sources by their numbers."""
        self._heading("Sources", 2)
        rows = []
        for one in self._told["sources"]:
            s = one.source
            about = ", ".join(
                filter(None, (s.author, s.publisher, day(s.published) if s.published else "undated",
                              s.kind.value))
            )  # fmt: skip
            secret = "Confidential." if s.confidential else ""
            record = "\n".join(filter(None, (s.title, about, s.url, secret, s.note, s.copy_note)))
            used = ", ".join(map(str, one.claims)) or "an earlier verdict"
            rows.append((str(one.number), record, used, s.digest or "no stored copy"))
        if rows:
            self._table(("No.", "Source", "Claims", "Stored copy (SHA-256)"), rows, (1, 8, 2, 4))
        else:
            self._paragraph("No source has been linked to a claim of this article.")

    def scale(self) -> None:
        """What each verdict means."""
        self._heading("The scale", 2)
        for scale in self._told["scales"]:
            self._table(
                (scale.name, "Given when"),
                [(one.name, one.definition) for one in scale.ratings],
                (2, 5),
            )

    def check(self, dossier: Dossier) -> None:
        """How a stranger checks the report."""
        self._heading("How to check this report", 2)
        self._paragraph(
            "Every quotation carries its place in a stored copy, counted in characters (Unicode "
            "code points, the first is 0, the end not included), and every stored copy its SHA-256 "
            "digest. Whoever holds the same copy can compute the digest and find the same words at "
            "the same place."
        )
        self._paragraph(
            f"Made by Claimdesk {dossier.app_version}. Suggestions by scorer {dossier.scorer}, "
            f"library schema {dossier.schema}. A machine suggested passages; every link and every "
            "verdict is a person’s."
        )

    def _claim(self, entry: ClaimEntry) -> None:
        words = entry.claim.statement or entry.claim.quote
        heading = self._heading(f"{entry.number}. {entry.name}: {one_line(words)}", 3)
        for run in heading.runs:
            _colour(run, _INK[entry.look][0])
        if entry.rationale.strip():
            draft = "" if entry.verdict else "Draft rationale. "
            self._paragraph(draft + entry.rationale)
        elif entry.verdict:
            self._paragraph("The reviewer gave no rationale.")
        if entry.acknowledged:
            told = "Evidence speaks against this verdict, and the reviewer acknowledged it: "
            self._paragraph(told + entry.acknowledged, bold=True)
        for warning in entry.warnings:
            self._paragraph(warning, bold=True)
        for one in entry.evidence:
            self._evidence(one)
        self._paragraph(_signed(entry), colour=_DIM)
        if len(entry.history) > 1:
            self._table(
                ("When", "Verdict", "Reviewer", "Rationale"),
                [
                    (
                        moment(one.verdict.given),
                        one.name + (" (in force)" if one.in_force else ""),
                        one.verdict.reviewer or "not named",
                        one.verdict.rationale or "–",
                    )
                    for one in entry.history
                ],
                (4, 4, 3, 8),
            )

    def _evidence(self, one: EvidenceEntry) -> None:
        linked, source = one.evidence, one.source
        self._paragraph(linked.exact, "Quote")
        for difference in one.differences:
            self._paragraph(f"≠ {difference_in_words(difference)}", "List Bullet")
        name = (source.publisher or source.title) if source else "source record missing"
        secret = "Confidential. " if one.confidential else ""
        late = ", linked after the verdict was given" if one.late else ""
        changed = ". The stored copy of this source is another one now" if one.changed else ""
        self._paragraph(
            f"{secret}{one.stance.value.capitalize()}. [{one.number}] {name}"
            f"{', ' + linked.place if linked.place else ''}, characters "
            f"{number(linked.span.start)}–{number(linked.span.end)} of the stored copy "
            f"{linked.digest[:12]}…{late}{changed}.",
            colour=_DIM,
        )

    def _comments(self, entries: list[ClaimEntry], reach: dict[int, list[Run]]) -> None:
        known = [entry for entry in entries if entry.number in reach]
        for place, entry in enumerate(sorted(known, key=lambda one: one.number)):
            self._work.tick(place, len(known), "Writing the comments")
            who = one_line(in_xml(entry.verdict.reviewer)) if entry.verdict else ""
            who = who or "Claimdesk"
            text = f"Claim {entry.number}: {entry.name}"
            if entry.rationale.strip():
                text += f"\n{entry.rationale}"
            initials = "".join(word[0] for word in who.split())[:3]
            self._document.add_comment(reach[entry.number], in_xml(text), who, initials)

    def _heading(self, text: str, level: int) -> Paragraph:
        return self._paragraph(one_line(text), f"Heading {level}")

    def _paragraph(
        self, text: str, style: str = "", *, bold: bool = False, colour: str = ""
    ) -> Paragraph:
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph

        element: Any = OxmlElement("w:p")
        self._end.addprevious(element)
        if style:
            element.style = self._styles[style]
        paragraph = Paragraph(element, self._document._body)
        _say(paragraph, text, bold=bold, colour=colour)
        return paragraph

    def _table(
        self, head: tuple[str, ...], rows: Iterable[tuple[str, ...]], parts: tuple[int, ...]
    ) -> None:
        """A table with a head; `parts` are the widths of its columns, each against their sum."""
        from docx.oxml import OxmlElement
        from docx.oxml.table import CT_Tbl
        from docx.text.paragraph import Paragraph

        told = [head, *rows]
        table: Any = CT_Tbl.new_tbl(len(told), len(head), self._width)
        self._end.addprevious(table)
        table.tblStyle_val = self._styles["Table Grid"]
        widths = [self._width * part // sum(parts) for part in parts]
        for column, width in zip(table.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        for row, cells in zip(table.tr_lst, told, strict=True):
            for cell, text, width in zip(row.tc_lst, cells, widths, strict=True):
                cell.width = width
                paragraph = Paragraph(cell.p_lst[0], self._document._body)
                _say(paragraph, text, bold=cells is head)
        # The first row is the table's head, on every page that it runs over.
        table.tr_lst[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self._paragraph("")


def _signed(entry: ClaimEntry) -> str:
    verdict, claim = entry.verdict, entry.claim
    told = "No verdict is in force. "
    if verdict:
        told = f"Given by {verdict.reviewer or 'a reviewer not named'}, {moment(verdict.given)}. "
    if entry.in_article:
        told += f"In the article: characters {number(claim.span.start)}–{number(claim.span.end)}. "
    else:
        told += "Its words were not found in the article. "
    if claim.speaker:
        told += f"Said by {claim.speaker}. "
    return told + ("Flagged for a second look." if entry.flagged else "")


def _moment_of(told: str) -> datetime | None:
    try:
        return datetime.fromisoformat(told).replace(tzinfo=None)
    except ValueError:
        return None


def _say(paragraph: Paragraph, text: str, *, bold: bool = False, colour: str = "") -> None:
    if not text:
        return
    run = paragraph.add_run(in_xml(text))
    run.bold = bold or None
    if colour:
        _colour(run, colour)
    _turn(paragraph, text)


def _draw(run: Run, look: str) -> None:
    from docx.enum.text import WD_UNDERLINE

    ink, line = _INK[look]
    run.font.underline = WD_UNDERLINE[line]
    _colour(run, ink)


def _colour(run: Run, ink: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(ink)


def _turn(paragraph: Paragraph, text: str) -> None:
    """Let a paragraph that begins in Arabic or Hebrew run from right to left."""
    from docx.oxml import OxmlElement

    if runs_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run.font.rtl = True


def _page_number(paragraph: Paragraph) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
