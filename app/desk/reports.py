"""Reports: everything about an article gathered into a dossier, and written. Knows no window."""

from __future__ import annotations

from pathlib import Path

from app import __version__
from app.desk.articles import Articles
from app.desk.clock import now
from app.desk.new_file import write_new
from app.desk.shipped import not_whole
from app.library.library import Library
from app.matching.rank import SCORER
from app.model.dossier import Dossier, DossierClaim
from app.model.rating import RatingScale
from app.model.review import Review
from app.model.work import Work


class Reports:
    """The reports on the articles of one library."""

    def __init__(
        self, library: Library, articles: Articles, scale: RatingScale, templates: Path
    ) -> None:
        self._library = library
        self._articles = articles
        self._scale = scale
        self._templates = templates

    def dossier(self, article_id: int) -> Dossier:
        """All about one article at this moment. Raises NotFound."""
        reviews = self._library.reviews.of_article(article_id)
        claims = tuple(
            DossierClaim(
                claim,
                reviews.get(claim.id, Review(claim.id)),
                tuple(self._library.reviews.verdicts(claim.id)),
            )
            for claim in self._articles.claims(article_id)
        )
        used = {one.source_id for claim in claims for one in claim.review.evidence}
        return Dossier(
            article=self._articles.get(article_id),
            claims=claims,
            sources=tuple(self._library.sources.get(source_id) for source_id in sorted(used)),
            ledger=self._articles.ledger(article_id),
            scale=self._scale,
            made=now(),
            app_version=__version__,
            scorer=SCORER,
            schema=self._library.info().schema,
        )

    def write(self, article_id: int, path: Path, work: Work | None = None) -> Path:
        """Write the report as one HTML file and answer its path: `path`, or with " (2)" added where
        that exists. Raises NotFound, InputError, LibraryError, Cancelled."""
        # Loaded with the first report, so that no start waits for the template engine.
        from app.reports.html import render

        work = work or Work()
        work.tick(0, 2, "Gathering")
        dossier = self.dossier(article_id)
        work.tick(1, 2, "Writing")
        try:
            html = render(dossier, self._templates)
        except OSError as error:  # jinja2's word for a template that is missing is one too
            raise not_whole(self._templates) from error
        return write_new(path, html)
