"""The difference lens: what a passage says otherwise than a claim, leaves out, or says too.

It speaks of words and never of truth: whether a difference matters is the reviewer's to say.
"""

from __future__ import annotations

from datetime import date

from app.matching.date_differences import date_differences
from app.matching.direction_differences import direction_differences
from app.matching.modality_differences import modality_differences
from app.matching.name_differences import name_differences
from app.matching.negation_differences import negation_differences
from app.matching.number_differences import number_differences
from app.matching.role_differences import role_differences
from app.matching.side import read_side
from app.matching.speaker_differences import speaker_differences
from app.model.match import Difference, DifferenceKind, Relation

#: In which order the kinds are told, among those of one relation.
_KINDS = {
    kind: place
    for place, kind in enumerate(
        (
            DifferenceKind.DATE,
            DifferenceKind.WEEKDAY,
            DifferenceKind.YEAR,
            DifferenceKind.NUMBER,
            DifferenceKind.UNIT,
            DifferenceKind.NEGATION,
            DifferenceKind.DIRECTION,
            DifferenceKind.ROLE,
            DifferenceKind.SPEAKER,
            DifferenceKind.NAME,
            DifferenceKind.MODALITY,
        )
    )
}
_RELATIONS = {Relation.DIFFERENT: 0, Relation.NOT_MENTIONED: 1, Relation.SAME: 2}


def find_differences(
    query: str,
    passage: str,
    query_day: date | None,
    passage_day: date | None,
    *,
    title: str = "",
) -> tuple[Difference, ...]:
    """All that can be compared between a claim and a passage: different, not mentioned, then same.

    Among those of one relation dates come first, then numbers, denials and names, each in the
    claim's order. `query_day` and `passage_day` are when each was published: they settle "on
    Saturday". A name that only the source's `title` gives counts as the same. Offsets count from
    `query` and from `passage`.
    """
    claim, other = read_side(query, query_day), read_side(passage, passage_day)
    speakers = speaker_differences(claim, other)
    found = [
        *date_differences(claim, other),
        *number_differences(claim, other),
        *negation_differences(claim, other),
        *direction_differences(claim, other),
        *role_differences(claim, other),
        *speakers,
        *_but_speakers(name_differences(claim, other, title), speakers),
        *modality_differences(claim, other),
    ]
    return tuple(sorted(found, key=_importance))


def _but_speakers(names: list[Difference], speakers: list[Difference]) -> list[Difference]:
    """The names that differ, without those of which it is told already that they speak."""
    told = {one.claim for one in speakers if one.relation is Relation.DIFFERENT}
    return [one for one in names if one.relation is not Relation.DIFFERENT or one.claim not in told]


def _importance(difference: Difference) -> tuple[int, int, int]:
    side = difference.claim or difference.passage
    place = side.span.start if side else 0
    return _RELATIONS[difference.relation], _KINDS[difference.kind], place
