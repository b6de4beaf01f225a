"""The canonical form of a review and its digest: the same wherever the review lies. No format.

It is made of content alone. Ids of rows differ from library to library, so a source, and a passage
of it, is named by its place in the order of first use: claims in article order, of each the
evidence in the order it was linked, then the verdicts of its log, oldest first. A passage that is
no longer in the library counts -1, -2, … in the same order. What can be computed from the rest
(the ledger, what is unreviewed) is not part of it, nor is when and by what a report was made.

The digest is the SHA-256 of that form written by RFC 8785: members sorted, no white space, numbers
as ECMAScript writes them, UTF-8.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.model.dossier import Dossier, DossierClaim
from app.model.rating import RatingScale
from app.model.review import Evidence, ReviewState, Verdict
from app.reports.json_values import Json, plain


@dataclass(frozen=True, slots=True)
class Numbering:
    """Sources and passages by the number that canonical form and reports give them."""

    sources: dict[int, int]
    passages: dict[int, int]


def number_by_use(dossier: Dossier) -> Numbering:
    """A number for each source and passage, from 1, by first use; -1, -2, … for passages gone.

    Sources that evidence names come before those that only verdicts of the log rest on.
    """
    known_sources = {source.id for source in dossier.sources}
    known = {passage.id: passage for passage in dossier.passages}
    evidence = [one for claim in dossier.claims for one in claim.review.evidence]
    rested = [
        passage_id
        for claim in dossier.claims
        for passage_id in (
            *(one.passage_id for one in claim.review.evidence if one.passage_id),
            *(one for verdict in history(claim) for one in verdict.evidence),
        )
    ]
    by_use = [one.source_id for one in evidence]
    by_use += [known[one].source_id for one in rested if one in known]
    used = [one for one in by_use if one in known_sources]
    sources = dict.fromkeys(used + [source.id for source in dossier.sources])
    passages: dict[int, int] = {}
    gone = 0
    for passage_id in dict.fromkeys(rested):
        if passage_id in known and known[passage_id].source_id in sources:
            passages[passage_id] = len(passages) - gone + 1
        else:
            gone += 1
            passages[passage_id] = -gone
    return Numbering({one: place for place, one in enumerate(sources, start=1)}, passages)


def history(claim: DossierClaim) -> tuple[Verdict, ...]:
    """The log of a claim, with the verdict in force at its end where the log lacks it."""
    in_force = claim.review.verdict
    if in_force is None or in_force in claim.history:
        return claim.history
    return (*claim.history, in_force)


def scales_used(dossier: Dossier) -> tuple[RatingScale, ...]:
    """The scales that verdicts of the log were given on, by first use, as far as known."""
    known = {scale.key: scale for scale in (*dossier.scales, dossier.scale)}
    used = dict.fromkeys(v.scale for claim in dossier.claims for v in history(claim))
    return tuple(known[key] for key in used if key in known)


def canonical(dossier: Dossier) -> Json:
    """The canonical form as a JSON value."""
    numbers = number_by_use(dossier)
    by_number = {place: key for key, place in numbers.passages.items()}
    passages = {passage.id: passage for passage in dossier.passages}
    sources = sorted(dossier.sources, key=lambda source: numbers.sources[source.id])
    held = [passages[by_number[place]] for place in sorted(by_number) if place > 0]
    return {
        "article": plain(dossier.article, without=("id",)),
        "scales": [plain(scale) for scale in scales_used(dossier)],
        "sources": [plain(source, without=("id",)) for source in sources],
        "passages": [
            {"source": numbers.sources[one.source_id], "span": plain(one.span), "place": one.place}
            for one in held
        ],
        "claims": [_claim(claim, numbers) for claim in dossier.claims],
        # Left out where there are none, so that older reviews keep their digest.
        **({"excuses": plain(dossier.excuses)} if dossier.excuses else {}),
    }


def digest_of(form: Json) -> str:
    """The SHA-256 (hex) of a canonical form. Raises ValueError for a number that is not one."""
    return hashlib.sha256(written(form).encode("utf-8", "surrogatepass")).hexdigest()


def dossier_digest(dossier: Dossier) -> str:
    """The digest of a review: the same in every library that holds the same review."""
    return digest_of(canonical(dossier))


def written(value: Json) -> str:
    """A JSON value by RFC 8785. Raises ValueError for infinity and for what is no number."""
    try:
        # What Python and ECMAScript write alike, json writes ten times faster than we.
        alike = _alike(value)
    except _OddNumber:
        return _written(value)
    return json.dumps(alike, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class _OddNumber(Exception):
    """A number that Python and ECMAScript write differently."""


def _alike(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _alike(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_alike(one) for one in value]
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 2**53:
            return int(value)
        if repr(value) != _number(value):
            raise _OddNumber
    return value


def _written(value: Json) -> str:
    if isinstance(value, dict):
        # Our names are ASCII, so their order is the same by code points and by UTF-16.
        members = (f"{_quoted(key)}:{_written(value[key])}" for key in sorted(value))
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_written, value)) + "]"
    if isinstance(value, float):
        return _number(value)
    return _quoted(value)


def _quoted(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    """A float as ECMAScript's Number::toString writes it: the shortest digits that give it back."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a number that JSON has")
    told = Decimal(repr(value)).normalize().as_tuple()
    digits, exponent = "".join(map(str, told.digits)), int(told.exponent)
    sign = "-" if told.sign and value else ""
    point = len(digits) + exponent
    if exponent >= 0 and point <= 21:
        return sign + digits + "0" * exponent
    if 0 < point <= 21:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{fraction}e{point - 1:+d}"


def _claim(one: DossierClaim, numbers: Numbering) -> dict[str, Any]:
    told: dict[str, Any] = plain(one.claim, without=("id", "article_id"))
    log = history(one)
    told["evidence"] = [_evidence(linked, numbers) for linked in one.review.evidence]
    told["verdicts"] = [
        {
            **plain(verdict, without=("id", "claim_id", "evidence")),
            **_rested(verdict.evidence, numbers),
        }
        for verdict in log
    ]
    if one.review.verdict is not None:
        # The last one where the very same was given twice, as undo and redo would leave it.
        told["in_force"] = len(log) - log[::-1].index(one.review.verdict)
    if one.withheld:
        told["withheld"] = {kind.value: count for kind, count in sorted(one.withheld.items())}
    elif one.withheld_of_no_kind:
        told["withheld"] = one.withheld_of_no_kind
    if one.review.rationale:
        told["draft"] = one.review.rationale
    if one.review.state is ReviewState.FLAGGED:
        told["flagged"] = True
    return told


def _evidence(linked: Evidence, numbers: Numbering) -> dict[str, Any]:
    told: dict[str, Any] = plain(linked, without=("id", "claim_id", "source_id", "passage_id"))
    passage = numbers.passages.get(linked.passage_id, 0)
    if passage > 0:
        told["passage"] = passage
    told["source"] = numbers.sources.get(linked.source_id, 0)
    return told


def _rested(passages: Sequence[int], numbers: Numbering) -> dict[str, list[int]]:
    return {"evidence": [numbers.passages[one] for one in passages]} if passages else {}
