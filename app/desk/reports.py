"""Reports: everything about an article gathered into a dossier, and written. Knows no window."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.desk.articles import Articles
from app.desk.clock import now
from app.desk.new_file import write_new
from app.desk.scales import Scales
from app.desk.shipped import not_whole
from app.library.library import Library
from app.matching.rank import SCORER
from app.model.dossier import Dossier, DossierClaim
from app.model.errors import InputError, NotFound
from app.model.rating import RatingScale
from app.model.report import ReportFormat, ReportWarning
from app.model.review import Review, Verdict
from app.model.source import Passage
from app.model.work import Work

if TYPE_CHECKING:
    from app.reports.writer import Setting, Writer

#: The format of a report where nobody names one.
USUAL = "html"

#: Dots to the inch of a page in a preview: sharp at twice the usual width of a screen's pixel.
PREVIEW_DOTS = 144


def list_formats() -> tuple[ReportFormat, ...]:
    """The formats there are, in the order they are offered. Needs no library."""
    # Loaded with the first report, so that no start waits for the template engine.
    from app.reports.registry import WRITERS

    return tuple(writer.FORMAT for writer in WRITERS)


class Reports:
    """The reports on the articles of one library."""

    def __init__(
        self,
        library: Library,
        articles: Articles,
        scale: RatingScale,
        scales: Scales,
        resources: Path,
    ) -> None:
        self._library = library
        self._articles = articles
        self._scale = scale
        self._scales = scales
        self._resources = resources

    def formats(self) -> tuple[ReportFormat, ...]:
        """The formats there are, in the order they are offered."""
        return list_formats()

    def format_for(self, path: Path) -> ReportFormat:
        """The format that a file's name asks for by its ending; else the web page."""
        found = [one for one in self.formats() if path.name.casefold().endswith(one.extension)]
        # ".claimreview.json" ends with ".json" too, and asks for more.
        longest = max(found, key=lambda one: len(one.extension), default=None)
        return longest or next(one for one in self.formats() if one.key == USUAL)

    def dossier(self, article_id: int, *, copies: bool = False) -> Dossier:
        """All about one article at this moment, with the stored copies of its sources if asked for.

        Raises NotFound.
        """
        article = self._articles.get(article_id)
        reviews = self._library.reviews.of_article(article_id)
        claims = tuple(
            DossierClaim(
                claim,
                reviews.get(claim.id, Review(claim.id)),
                tuple(self._library.reviews.verdicts(claim.id)),
            )
            for claim in self._articles.claims(article_id)
        )
        log = [verdict for claim in claims for verdict in claim.history]
        passages = self._passages(claims)
        used = {one.source_id for claim in claims for one in claim.review.evidence}
        used |= {passage.source_id for passage in passages}
        scale = self._scale_of(log)
        keys = dict.fromkeys(verdict.scale for verdict in log)
        others = [self._scales.find(key) for key in keys if key != scale.key]
        return Dossier(
            article=article,
            claims=claims,
            sources=tuple(self._library.sources.get(source_id) for source_id in sorted(used)),
            ledger=self._articles.ledger(article_id),
            scale=scale,
            made=now(),
            app_version=__version__,
            scorer=SCORER,
            schema=self._library.info().schema,
            passages=passages,
            scales=tuple(one for one in others if one),
            excuses=self._library.articles.excuses(article_id),
            copies={key: self._library.sources.text(key) for key in sorted(used) if copies},
        )

    def warnings(
        self, article_id: int, format_key: str, options: Mapping[str, str] | None = None
    ) -> tuple[ReportWarning, ...]:
        """What to know before a report of this format is sent out. Raises NotFound, InputError."""
        from app.reports.withholding import as_told, withholding_warnings

        writer, setting = self._prepared(format_key, options or {}, Work())
        dossier = self.dossier(article_id)
        about = withholding_warnings(dossier, setting)
        return (*about, *writer.warnings(as_told(dossier, setting), setting))

    def limits(self, article_id: int) -> tuple[ReportWarning, ...]:
        """What the review itself does not settle, gravest first; every format says it too.

        Raises NotFound.
        """
        from app.reports.overview import glance

        return tuple(
            ReportWarning("limit", f"{one.sentence[:1].upper()}{one.sentence[1:]}", one.claims)
            for one in glance(self.dossier(article_id))["limits"]
        )

    def render(
        self,
        article_id: int,
        format_key: str,
        options: Mapping[str, str] | None = None,
        work: Work | None = None,
    ) -> bytes:
        """The report as the bytes of its file, for a preview. Raises as `write` does."""
        writer, setting = self._prepared(format_key, options or {}, work or Work())
        setting.work.tick(0, 0, "Gathering")
        try:
            return writer.render(self._told(article_id, setting), setting)
        except OSError as error:  # jinja2's word for a template that is missing is one too
            raise not_whole(setting.resources) from error

    def pages(
        self,
        article_id: int,
        options: Mapping[str, str] | None = None,
        work: Work | None = None,
        dots: int = PREVIEW_DOTS,
    ) -> tuple[bytes, ...]:
        """The pages of the PDF as PNG pictures, `dots` to the inch, for a preview.

        `options` are those of the PDF. Raises as `write` does.
        """
        from app.reports.formats import pdf

        _, setting = self._prepared(pdf.FORMAT.key, options or {}, work or Work())
        try:
            return pdf.pictures(self._told(article_id, setting), setting, dots)
        except OSError as error:
            raise not_whole(setting.resources) from error

    def write(
        self,
        article_id: int,
        path: Path,
        format_key: str = "",
        options: Mapping[str, str] | None = None,
        work: Work | None = None,
    ) -> Path:
        """Write a report and answer its path: `path`, or with " (2)" added where that exists.

        Without a format the ending of `path` names it. The file is whole or not there at all.
        Raises NotFound, InputError for an unknown format, option or place, LibraryError, Cancelled.
        """
        key = format_key or self.format_for(path).key
        return write_new(path, self.render(article_id, key, options, work))

    def _told(self, article_id: int, setting: Setting) -> Dossier:
        """The dossier as this report tells it: the one way from a library into a file."""
        from app.reports.withholding import as_told

        return as_told(self.dossier(article_id, copies=setting.is_on("copies")), setting)

    def _prepared(
        self, format_key: str, options: Mapping[str, str], work: Work
    ) -> tuple[Writer, Setting]:
        from app.reports.registry import writer_of
        from app.reports.writer import Setting

        writer = writer_of(format_key)
        values = _values(writer.FORMAT, options)
        return writer, Setting(self._resources, datetime.now(UTC).date(), values, work)

    def _passages(self, claims: tuple[DossierClaim, ...]) -> tuple[Passage, ...]:
        """The passages that evidence and verdicts rest on; those gone since are passed over."""
        ids = [one.passage_id for claim in claims for one in claim.review.evidence]
        ids += [one for claim in claims for verdict in claim.history for one in verdict.evidence]
        found = []
        for passage_id in sorted(set(ids)):
            try:
                found.append(self._library.passages.get(passage_id))
            except NotFound:
                continue
        return tuple(found)

    def _scale_of(self, log: list[Verdict]) -> RatingScale:
        """The scale of the article's newest verdict, else that of new verdicts."""
        newest = max(log, key=lambda verdict: (verdict.given, verdict.id), default=None)
        found = self._scales.find(newest.scale) if newest else None
        return found or self._scale


def _values(kind: ReportFormat, options: Mapping[str, str]) -> dict[str, str]:
    known = {option.key: option for option in kind.options}
    for key, value in options.items():
        option = known.get(key)
        if option is None:
            told = ", ".join(known) or "none"
            raise InputError(f"{kind.name} has no option “{key}”. It has: {told}.")
        if option.choices and value not in option.choices:
            told = ", ".join(option.choices)
            raise InputError(f"“{value}” is not a value of “{key}”. There are: {told}.")
    return {key: options.get(key, option.default) for key, option in known.items()}
