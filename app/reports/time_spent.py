"""How long a review took, as far as its own log tells. Knows no clock and no format.

Whoever has the report can compute the same again: nothing counts that does not stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from app.model.dossier import Dossier, DossierClaim
from app.reports.canonical import history
from app.reports.wording import counted

#: A longer time between two acts is taken for something else that was done meanwhile.
LONGEST = timedelta(minutes=5)


def time_spent(dossier: Dossier) -> timedelta | None:
    """The time between each recorded act and the next one of the same reviewer, pauses left out.

    Acts are the verdicts of the log, and the links, which name nobody and so count as of whoever
    gave the next verdict on their claim. None where nobody did two things.
    """
    acts: dict[str, list[datetime]] = {}
    for claim in dossier.claims:
        for reviewer, when in _acts(claim):
            acts.setdefault(reviewer, []).append(when)
    if all(len(times) < 2 for times in acts.values()):
        return None
    gaps = (b - a for times in acts.values() for a, b in pairwise(sorted(times)))
    return sum((gap for gap in gaps if gap <= LONGEST), timedelta())


def time_in_words(spent: timedelta) -> str:
    """How long, and how that was found."""
    hours, minutes = divmod(int(spent.total_seconds() // 60), 60)
    parts = ([counted(hours, "hour")] if hours else []) + (
        [counted(minutes, "minute")] if minutes else []
    )
    told = f"at least {' '.join(parts)}" if parts else "less than a minute"
    return (
        f"{told}, counted between one verdict or link and the reviewer’s next; "
        f"gaps over {LONGEST.seconds // 60} minutes are left out"
    )


def _acts(claim: DossierClaim) -> Iterator[tuple[str, datetime]]:
    given = [
        (when, one.reviewer) for one in history(claim) if (when := _moment(one.given)) is not None
    ]
    yield from ((reviewer, when) for when, reviewer in given)
    for linked in claim.review.evidence:
        when = _moment(linked.linked)
        later = [one for one in given if when is not None and one[0] >= when]
        if when is not None and later:
            yield min(later)[1], when


def _moment(told: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(told)
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
