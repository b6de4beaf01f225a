"""The article open in the window: its claims, the work on them, and which claim is current.

Every pane shows what stands here and follows its signals; none keeps a copy. Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.model.article import Article, Zone
from app.model.changes import Changes
from app.model.claim import Claim
from app.model.errors import ClaimdeskError, NotFound
from app.model.review import Review
from app.model.span import Span
from app.ui.claim_places import ClaimPlaces
from app.ui.session import Session
from app.ui.verdicts import Verdicts

#: More claims than this are read in a lane: reading a thousand takes some fifty milliseconds.
FEW = 1_000

#: More changed claims than this are read again with all others, in a lane.
FEW_CHANGED = 200


#: An article, its claims and the work on them, as they stand in the library.
OnRecord: TypeAlias = tuple[Article, tuple[Claim, ...], Mapping[int, Review]]


class OpenArticle(QObject):
    """What the reviewer works on. `article` is None while nothing is open.

    `claims` are all claims in article order, `shown` those that the list shows, in its order. While
    `loading`, many claims are being read: until then those stand that were there before.
    """

    leaving = Signal()  # another is about to be opened or none: the last moment to keep words
    opened = Signal()  # another article is open, or none
    article_changed = Signal()  # the same article, its day or zones changed
    claims_changed = Signal(object)  # frozenset of the ids of claims whose words or work changed
    shown_changed = Signal()  # other claims are shown, or in another order
    current_changed = Signal(int)  # id of the claim now current, 0 for none

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._index: dict[int, int] = {}
        self._current = 0
        self._removed = (0, 0)  # the article taken out under the reviewer's eyes, and its claim
        self._loads = 0
        self.loading = False
        self.article: Article | None = None
        self.claims: tuple[Claim, ...] = ()
        self.shown: tuple[Claim, ...] = ()
        self._rows: dict[int, int] = {}
        self._places: ClaimPlaces | None = None
        self._wanted: Callable[[Claim], bool] | None = None
        self._order: Callable[[Claim], float] | None = None
        self.reviews: dict[int, Review] = {}
        self.verdicts = Verdicts(session, self.review)
        self.reviewed = 0  # so many claims have a verdict
        session.changed.connect(self._follow)

    # What is open

    def open(self, article_id: int, claim_id: int = 0) -> None:
        """Show this article with this claim current, or the first one still to review.

        Raises NotFound when the library has no such article.
        """
        read = self._session.read
        article = read.articles.get(article_id)
        many = read.articles.count_claims(article_id) > FEW
        self.leaving.emit()
        self._forget_load()
        self.article = article
        if many:
            self._take_claims((), {})
        else:
            self._take_claims(read.articles.claims(article_id), read.review.of_article(article_id))
        self._current = claim_id if claim_id in self._index else self._first_to_review()
        self._removed = (0, 0)
        self._arrange()
        self.loading = many
        self.opened.emit()
        self.current_changed.emit(self._current)
        if many:
            self._load(claim_id)

    def close(self) -> None:
        """Show no article."""
        self.leaving.emit()
        self._removed = (0, 0)
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._forget_load()
        self.article, self._current = None, 0
        self._take_claims((), {})
        self._arrange()
        self.opened.emit()
        self.current_changed.emit(0)

    def reread(self, claim_ids: frozenset[int]) -> None:
        """Read these claims and the work on them again, or all where one of them is gone."""
        if self.article is None:
            return
        read = self._session.read
        claims = list(self.claims)
        try:
            for claim_id in claim_ids & self._index.keys():
                claims[self._index[claim_id]] = read.articles.claim(claim_id)
                self.reviews[claim_id] = read.review.get(claim_id)
        except NotFound:
            self._reread_article(claim_ids)
            return
        self.claims, self._places = tuple(claims), None
        self._count_reviewed()
        self._arrange()
        self.claims_changed.emit(claim_ids)

    # Which claim is current

    @property
    def current(self) -> Claim | None:
        """The claim being decided, None where there is none."""
        return self.claim(self._current)

    def claim(self, claim_id: int) -> Claim | None:
        """This claim of the open article, None where it has no such claim."""
        place = self._index.get(claim_id)
        return None if place is None else self.claims[place]

    def review(self, claim_id: int) -> Review:
        """The work on this claim; an empty review where nothing was done."""
        return self.reviews.get(claim_id) or Review(claim_id)

    def place(self, claim_id: int) -> int:
        """The claim's row in article order, from 0; -1 where the article has no such claim."""
        return self._index.get(claim_id, -1)

    def choose(self, claim_id: int) -> None:
        """Make this claim current; unknown ids are ignored."""
        if claim_id == self._current or (claim_id and claim_id not in self._index):
            return
        self._current = claim_id
        self._arrange()
        self.current_changed.emit(claim_id)

    def move(self, by: int) -> None:
        """Make the claim `by` rows further of those shown current; stays at the ends."""
        if self.shown:
            row = max(0, min(len(self.shown) - 1, self.row(self._current) + by))
            self.choose(self.shown[row].id)

    def next_to_review(self, direction: int = 1) -> tuple[int, bool]:
        """The next claim shown (or previous: -1) still to review after the current one, and whether
        the search went round the end. 0 where none is left."""
        count = len(self.shown)
        here = self.row(self._current)
        for distance in range(1, count + 1):
            row = here + direction * distance
            claim = self.shown[row % count]
            if claim.id != self._current and self._is_to_review(claim.id):
                return claim.id, not 0 <= row < count
        return 0, False

    # Which claims are shown

    def arrange(
        self,
        wanted: Callable[[Claim], bool] | None,
        order: Callable[[Claim], float] | None,
    ) -> None:
        """Show only these claims (None: all), the smallest of `order` first (None: as they stand in
        the article). The current one stays among them until another is chosen."""
        self._wanted, self._order = wanted, order
        self._arrange()

    def row(self, claim_id: int) -> int:
        """The claim's row among those shown; -1 where it is not."""
        return self._rows.get(claim_id, -1)

    def _arrange(self) -> None:
        shown = self.claims
        if self._wanted is not None:
            wanted = self._wanted
            shown = tuple(c for c in shown if c.id == self._current or wanted(c))
        if self._order is not None:
            shown = tuple(sorted(shown, key=self._order))
        if shown is self.shown:
            return
        ids = [claim.id for claim in shown]
        moved = ids != [claim.id for claim in self.shown]
        self.shown = shown
        self._rows = {claim_id: row for row, claim_id in enumerate(ids)}
        if moved:
            self.shown_changed.emit()

    # What stands where

    @property
    def claim_places(self) -> ClaimPlaces:
        """Where the claims stand."""
        if self._places is None:
            self._places = ClaimPlaces(self.claims)
        return self._places

    def claim_at(self, place: int) -> Claim | None:
        """The shortest claim, or mention of one, at this place of the text; None where is none."""
        return self.claim_places.at(place)

    def zone_at(self, place: int) -> Zone | None:
        """The zone that holds this place of the text, the last one at its end; None while nothing
        is open."""
        # Zones part the text without gaps, in its order.
        zones = self.article.zones if self.article else ()
        row = bisect_right(zones, place, key=lambda zone: zone.span.start) - 1
        return zones[row] if row >= 0 else None

    def line_at(self, place: int) -> Span:
        """The line of the text that holds this place, without the blanks at its ends."""
        text = self.article.text if self.article else ""
        start = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        line = text[start : end if end >= 0 else len(text)]
        start += len(line) - len(line.lstrip())
        return Span(start, start + len(line.strip()))

    # How far the work is

    def _count_reviewed(self) -> None:
        self.reviewed = sum(not self._is_to_review(claim.id) for claim in self.claims)

    def _is_to_review(self, claim_id: int) -> bool:
        return self.review(claim_id).verdict is None

    def _first_to_review(self) -> int:
        for claim in self.claims:
            if self._is_to_review(claim.id):
                return claim.id
        return self.claims[0].id if self.claims else 0

    # Following the library

    def _take_claims(self, claims: tuple[Claim, ...], reviews: Mapping[int, Review]) -> None:
        self.claims, self.reviews, self._places = claims, dict(reviews), None
        self._count_reviewed()
        self._index = {claim.id: row for row, claim in enumerate(claims)}

    def _follow(self, changes: Changes) -> None:
        if self.article is None:
            self._find_again(changes)
            return
        touched = changes.ids("claim")
        if self.article.id in changes.ids("article"):
            self._reread_article(touched)
        elif self.loading and touched:
            self._load()
        elif touched := touched & self._index.keys():
            self.reread(frozenset(touched))

    def _forget_load(self) -> None:
        self._loads += 1
        self.loading = False

    def _find_again(self, changes: Changes) -> None:
        article_id, claim_id = self._removed
        if changes.kind == "undo" and article_id in changes.ids("article"):
            self.open(article_id, claim_id)

    def _reread_article(self, touched: frozenset[int]) -> None:
        """Read the article again and these of its claims, some of which may be new or gone."""
        assert self.article is not None
        if self.loading or len(touched) > FEW_CHANGED:
            self._load()
            return
        article_id, read = self.article.id, self._session.read
        try:
            article = read.articles.get(article_id)
        except NotFound:
            self._lose()
            return
        claims = {claim.id: claim for claim in self.claims}
        for claim_id in touched:
            claims.pop(claim_id, None)
            with suppress(NotFound):
                claim = read.articles.claim(claim_id)
                if claim.article_id == article_id:
                    self.reviews[claim_id] = read.review.get(claim_id)
                    claims[claim_id] = claim
        ordered = sorted(claims.values(), key=lambda claim: (claim.position, claim.id))
        reviews = {one.id: self.review(one.id) for one in ordered}
        self._take_anew((article, tuple(ordered), reviews))

    def _load(self, claim_id: int = 0) -> None:
        """Read the article, its claims and the work on them in a lane; this claim is to be current
        then, else the one that is."""
        assert self.article is not None
        self._loads += 1
        load, article_id = self._loads, self.article.id
        self.loading = True

        def read(desk: Desk) -> OnRecord:
            articles = desk.articles
            article, claims = articles.get(article_id), articles.claims(article_id)
            return article, claims, desk.review.of_article(article_id)

        def arrived(found: OnRecord) -> None:
            if load == self._loads:  # else others have been asked for since
                self.loading = False
                self._take_anew(found, claim_id)

        def gone(_: ClaimdeskError) -> None:
            if load == self._loads:
                self._lose()

        self._session.find(read, arrived, gone)

    def _lose(self) -> None:
        """The article was taken out under the reviewer's eyes."""
        removed = (self.article.id if self.article else 0, self._current)
        self._show_nothing()
        self._removed = removed

    def _take_anew(self, found: OnRecord, claim_id: int = 0) -> None:
        """The article that is open and its claims are these now."""
        row, before = self.place(self._current), self._current
        self.article, claims, reviews = found
        self._take_claims(claims, reviews)
        if claim_id in self._index:
            self._current = claim_id
        elif before not in self._index:
            # Before anybody is told: a window that for a moment has no claim loses its focus.
            nearest = self.claims[min(row, len(self.claims) - 1)].id if self.claims else 0
            self._current = nearest if row >= 0 else self._first_to_review()
        self._arrange()
        self.article_changed.emit()
        self.claims_changed.emit(frozenset(self._index))
        if before != self._current:
            self.current_changed.emit(self._current)
