"""Reads a JSON dossier back, from anybody: everything is looked at before anything is believed.

Knows no library; ids are given anew, from 1 in the order of the file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.model.article import Article
from app.model.claim import Claim
from app.model.dossier import DossierClaim
from app.model.errors import InputError
from app.model.ledger import Excused
from app.model.rating import RatingScale
from app.model.review import Evidence, Review, ReviewState, Verdict
from app.model.source import Passage, Source, SourceKind
from app.model.span import Span
from app.reports.canonical import digest_of
from app.reports.formats.dossier_json import NAME, VERSION
from app.reports.json_values import Json, built, items_of, members_of, text_of, whole_number
from app.text.json_memory import MOST_NEEDED, memory_needed

_MEMBERS = {"article", "scales", "sources", "passages", "claims"}
_MAY_LACK = {"excuses"}
_WORK = ("evidence", "verdicts", "in_force", "draft", "flagged", "withheld")


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A review as a file tells it. `copies` holds the stored copy of every source, by its id.

    A passage of id 0 or below stands for one that was gone when the review was exported.
    """

    digest: str
    article: Article
    scales: tuple[RatingScale, ...]
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    claims: tuple[DossierClaim, ...]
    copies: Mapping[int, str]
    excuses: tuple[Excused, ...] = ()


def read_dossier(data: bytes) -> ReviewFile:
    """The review in a JSON dossier.

    Raises InputError, in one sentence, for what is no dossier, was made by a newer version, was
    changed after it was written, or does not hold together.
    """
    told = _parse(data)
    review = members_of(told.get("review"), "review")
    if review.keys() - _MAY_LACK != _MEMBERS:
        odd = sorted(_MEMBERS ^ (review.keys() - _MAY_LACK))[0]
        raise InputError(f"The review in this file lacks “{odd[:80]}”, or has it and should not.")
    digest = text_of(told.get("digest"), "digest")
    _must_be_unchanged(review, digest)
    article = built(Article, review["article"], "article", id=1)
    sources = tuple(
        built(Source, one, f"sources[{place}]", id=place)
        for place, one in enumerate(items_of(review["sources"], "sources"), start=1)
    )
    copies = _copies(told.get("copies", []), sources, withheld=_tells_of_withheld(review))
    passages = tuple(
        _passage(one, place, copies)
        for place, one in enumerate(items_of(review["passages"], "passages"), start=1)
    )
    claims = tuple(
        _claim(one, place, len(sources), len(passages))
        for place, one in enumerate(items_of(review["claims"], "claims"), start=1)
    )
    scales = tuple(
        built(RatingScale, one, f"scales[{place}]")
        for place, one in enumerate(items_of(review["scales"], "scales"), start=1)
    )
    excuses = tuple(
        built(Excused, one, f"excuses[{place}]")
        for place, one in enumerate(items_of(review.get("excuses", []), "excuses"), start=1)
    )
    found = ReviewFile(digest, article, scales, sources, passages, claims, copies, excuses)
    _must_hold_together(found)
    return found


def _parse(data: bytes) -> Mapping[str, Json]:
    try:
        text = data.decode("utf-8-sig")
        if memory_needed(text) > MOST_NEEDED:
            raise InputError("This file holds more values than a review has. Ask for it again.")
        told = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InputError("This file is not JSON in UTF-8.") from error
    if not isinstance(told, dict) or told.get("format") != NAME:
        raise InputError(
            "This is not a dossier of Claimdesk; “claimdesk report --format json” writes one."
        )
    if told.get("version") != VERSION:
        raise InputError("This dossier was made by a newer Claimdesk; take it in with that one.")
    return told


def _refuse(name: str) -> None:
    raise ValueError(name)


def _must_be_unchanged(review: Json, digest: str) -> None:
    try:
        found = digest_of(review)
    except (ValueError, TypeError, RecursionError, OverflowError) as error:
        raise InputError("The review in this file holds a number that cannot be read.") from error
    if found != digest:
        raise InputError(
            f"The review in this file was changed after it was written: its digest is "
            f"{found[:12]}…, not {digest[:12]}… as the file says. Ask for the file again."
        )


def _tells_of_withheld(review: Mapping[str, Json]) -> bool:
    claims = items_of(review["claims"], "claims")
    return any(isinstance(one, dict) and one.get("withheld") for one in claims)


def _copies(told: Json, sources: tuple[Source, ...], *, withheld: bool) -> dict[int, str]:
    copies: dict[int, str] = {}
    for place, one in enumerate(items_of(told, "copies"), start=1):
        where = f"copies[{place}]"
        members = members_of(one, where)
        number = _within(members.get("source"), len(sources), f"{where}.source")
        copies[number] = text_of(members.get("text"), f"{where}.text")
    for source in sources:
        text = copies.get(source.id)
        if text is None and withheld:
            raise InputError(
                f"The stored copy of “{source.title[:80]}” is not in this file: words of it may "
                "have been withheld as confidential. Ask for the file with what is confidential."
            )
        if text is None:
            raise InputError(
                f"The stored copy of “{source.title[:80]}” is not in this file, so its places "
                "cannot be found. Export it again with stored copies."
            )
        if _digest(text) != source.digest:
            raise InputError(f"The stored copy of “{source.title[:80]}” is not the one reviewed.")
    return copies


def _passage(told: Json, place: int, copies: Mapping[int, str]) -> Passage:
    where = f"passages[{place}]"
    members = dict(members_of(told, where))
    source = _within(members.pop("source", None), len(copies), f"{where}.source")
    found = built(Passage, members, where, id=place, source_id=source, text="")
    text = copies[source]
    if found.span.end > len(text):
        raise InputError(f"{where} lies beyond the end of its stored copy.")
    return Passage(place, source, found.span, found.span.of(text), found.place)


def _claim(told: Json, place: int, sources: int, passages: int) -> DossierClaim:
    where = f"claims[{place}]"
    members = dict(members_of(told, where))
    work = {name: members.pop(name) for name in _WORK if name in members}
    claim = built(Claim, members, where, id=place, article_id=1)
    evidence = tuple(
        _evidence(one, f"{where}.evidence[{n}]", place, sources, passages)
        for n, one in enumerate(items_of(work.get("evidence", []), f"{where}.evidence"), start=1)
    )
    log = tuple(
        _verdict(one, f"{where}.verdicts[{n}]", place, n, passages)
        for n, one in enumerate(items_of(work.get("verdicts", []), f"{where}.verdicts"), start=1)
    )
    in_force = None
    if "in_force" in work:
        in_force = log[_within(work["in_force"], len(log), f"{where}.in_force") - 1]
        if not in_force.rating:
            raise InputError(f"{where}.in_force names a verdict that was cleared.")
    flagged = work.get("flagged", False)
    if not isinstance(flagged, bool):
        raise InputError(f"{where}.flagged is not true or false.")
    state = ReviewState.REVIEWED if in_force else ReviewState.TO_REVIEW
    draft = text_of(work.get("draft", ""), f"{where}.draft")
    review = Review(place, ReviewState.FLAGGED if flagged else state, in_force, draft, evidence)
    return DossierClaim(
        claim, review, log, *_withheld(work.get("withheld", {}), f"{where}.withheld")
    )


def _withheld(told: Json, where: str) -> tuple[Counter[SourceKind], int]:
    """How many items of evidence are not in the file, by the kind of their sources; and how many
    of no kind told: files written before kinds were told count all of them in one number."""
    kinds: Counter[SourceKind] = Counter()
    if isinstance(told, int):
        return kinds, _at_least_one(told, where)
    for name, count in members_of(told, where).items():
        try:
            kinds[SourceKind(name)] = _at_least_one(count, f"{where}.{name}")
        except ValueError as error:
            raise InputError(f"{where} names “{name}”, which is no kind of source.") from error
    return kinds, 0


def _at_least_one(told: Json, where: str) -> int:
    count = whole_number(told, where)
    if count < 1:
        raise InputError(f"{where} is below one.")
    return count


def _evidence(told: Json, where: str, claim: int, sources: int, passages: int) -> Evidence:
    members = dict(members_of(told, where))
    source = _within(members.pop("source", None), sources, f"{where}.source")
    passage = 0
    if "passage" in members:
        passage = _within(members.pop("passage"), passages, f"{where}.passage")
    return built(
        Evidence, members, where, id=0, claim_id=claim, source_id=source, passage_id=passage
    )


def _verdict(told: Json, where: str, claim: int, place: int, passages: int) -> Verdict:
    members = dict(members_of(told, where))
    rested = tuple(
        _rested(one, passages, f"{where}.evidence")
        for one in items_of(members.pop("evidence", []), f"{where}.evidence")
    )
    return built(Verdict, members, where, id=place, claim_id=claim, evidence=rested)


def _rested(told: Json, passages: int, where: str) -> int:
    number = whole_number(told, where)
    if number == 0 or number > passages:
        raise InputError(f"{where} names a passage that the file does not have.")
    return number


def _within(told: Json, count: int, where: str) -> int:
    number = whole_number(told, where)
    if not 1 <= number <= count:
        raise InputError(f"{where} names something that the file does not have.")
    return number


def _must_hold_together(found: ReviewFile) -> None:
    article = found.article
    if _digest(article.text) != article.digest:
        raise InputError("The article's text is not the one that its digest was made of.")
    edges = [zone.span for zone in article.zones]
    if [span.end for span in edges][:-1] != [span.start for span in edges][1:] or (
        edges and (edges[0].start, edges[-1].end) != (0, len(article.text))
    ):
        raise InputError("The article's zones do not cover its text without gap and overlap.")
    for one in found.claims:
        claim = one.claim
        _must_stand(article.text, claim.span, claim.quote, f"The quote of claim {claim.id}")
        for part in claim.parts:
            _must_stand(article.text, part.span, part.text, f"A part of claim {claim.id}")
        if any(span.end > len(article.text) for span in claim.mentions):
            raise InputError(f"A mention of claim {claim.id} lies beyond the article's end.")
        linked: list[Any] = [e.passage_id for e in one.review.evidence if e.passage_id]
        if len(set(linked)) < len(linked):
            raise InputError(f"Claim {claim.id} has one passage linked twice.")
    if any(one.span.end > len(article.text) for one in found.excuses):
        raise InputError("An excused stretch lies beyond the article's end.")
    keys = [source.key for source in found.sources]
    if len(set(keys)) < len(keys):
        raise InputError("Two sources of this file have one key.")


def _must_stand(text: str, span: Span, words: str, what: str) -> None:
    if span.of(text) != words or span.end > len(text):
        raise InputError(f"{what} does not stand in the article at its place.")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
