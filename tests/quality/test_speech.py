"""Who says what in our own annotated news: recall, precision, right speaker; printed, with floors.

Measured where a reader meets it: the claims that have a speaker. A claim meets an annotated stretch
when they share at least half of what both cover.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.extraction.claims import find_claims
from app.model.article import DateSource, Publication, Zone, ZoneKind
from app.model.claim import Claim
from app.model.span import Span
from tests.quality.annotated import HALVES, Mark, Story, stories

RECALL, PRECISION, RIGHT_SPEAKER = 0.72, 0.75, 0.84


@dataclass
class Score:
    """What was wanted, found, met, and met with the right speaker."""

    wanted: int = 0
    found: int = 0
    met: int = 0
    named: int = 0

    def __str__(self) -> str:
        return (
            f"recall {self.met / self.wanted:.3f}, precision {self.met / self.found:.3f},"
            f" right speaker {self.named / self.met:.3f} of {self.wanted} said stretches"
        )


@pytest.mark.parametrize("half", HALVES, ids=["seen", "held out"])
def test_speech_of_news(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    score = Score()
    for story in stories(f"speech{half}.txt"):
        count(story, score)
    with capsys.disabled():
        print(f"\nspeech{half}: {score}")
    assert score.met / score.wanted >= RECALL
    assert score.met / score.found >= PRECISION
    assert score.named / score.met >= RIGHT_SPEAKER


def count(story: Story, score: Score) -> None:
    """Add one story's figures to the score."""
    claims = attributed(story)
    score.wanted += len(story.marks)
    score.found += len(claims)
    for mark in story.marks:
        best = max(claims, key=lambda claim: _shared(claim.span, mark.span), default=None)
        if best is not None and _shared(best.span, mark.span) >= 0.5:
            claims.remove(best)
            score.met += 1
            score.named += _same(best.speaker, mark)


def attributed(story: Story) -> list[Claim]:
    """The claims of a story that have a speaker."""
    zones = (Zone(Span(0, len(story.text)), ZoneKind.BODY, included=True),)
    found = find_claims(story.text, zones, Publication(story.day, DateSource.STATED))
    return [claim for claim in found if claim.speaker]


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def _same(speaker: str, mark: Mark) -> bool:
    plain = [name.casefold().removeprefix("the ") for name in (speaker, mark.label)]
    return plain[0] == plain[1]
