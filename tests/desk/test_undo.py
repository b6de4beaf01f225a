"""Whatever was done is taken back step by step to what was, and done again to what became."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.errors import InputError
from app.model.review import Stance
from app.model.span import Span

ROOT = Path(__file__).resolve().parents[2]

# A verb is named by a letter and told which claim, passage and choice to take.
ACT = st.tuples(
    st.sampled_from("LTSVCRFPAXNWMDGKZYE"),
    st.integers(0, 3),
    st.integers(0, 5),
    st.integers(0, 4),
)


def do(desk: Desk, claims: list[int], act: tuple[str, int, int, int]) -> None:
    """One verb of the desk; one that has nothing to do does nothing."""
    verb, place, passage, choice = act
    claims = [claim for claim in claims if claim in known_claims(desk)]
    if not claims:
        return
    claim, passage = claims[place % len(claims)], passage + 1
    article = desk.articles.claim(claim).article_id
    start = desk.articles.claim(claim).span.start
    stretch = Span(start + 9 * place, start + 9 * place + 20 * passage)
    zones = desk.articles.get(article).zones
    zone = zones[(7 * place + passage) % len(zones)].span.start
    stance = [None, *Stance][choice]
    linked = desk.review.get(claim).evidence
    acts: dict[str, Callable[[], Any]] = {
        "L": lambda: desk.review.link(claim, passage, stance),
        "T": lambda: desk.review.toggle_link(claim, passage),
        "S": lambda: [desk.review.set_stance(one.id, stance) for one in linked[:1]],
        "V": lambda: desk.review.give_verdict(claim, str(choice + 1), f"Because {passage}."),
        "C": lambda: desk.review.clear_verdict(claim),
        "R": lambda: desk.review.set_rationale(claim, "word " * choice),
        "F": lambda: desk.review.set_flag(claim, choice % 2 == 0),
        "P": lambda: desk.articles.set_published(
            desk.articles.claim(claim).article_id, [None, date(2016, 9, 21)][choice % 2]
        ),
        "A": lambda: desk.sources.add_text(f"Lavrov said {choice}."),
        "X": lambda: desk.review.settle(claim, "refuted", None, [(passage, stance)]),
        "N": lambda: desk.claims.create(article, stretch),
        "W": lambda: desk.claims.reword(claim, "Lavrov said so. " * choice),
        "M": lambda: desk.claims.move(claim, stretch),
        "D": lambda: desk.claims.split(claim, stretch.end),
        "G": lambda: desk.claims.merge(claim),
        "K": lambda: desk.claims.remove(claim),
        "Z": lambda: desk.articles.include_zone(article, zone, choice % 2 == 0),
        "Y": lambda: desk.articles.include_span(article, stretch, choice % 2 == 0),
        "E": lambda: desk.articles.excuse(article, stretch, f"Reason {choice}."),
    }
    # What cannot be done is told and changes nothing.
    with contextlib.suppress(InputError):
        acts[verb]()


def known_claims(desk: Desk) -> set[int]:
    return {claim.id for one in desk.articles.all() for claim in desk.articles.claims(one.id)}


def is_sound(desk: Desk) -> bool:
    """Zones partition, positions count in article order, and the ledger adds up."""
    for one in desk.articles.all():
        article, claims = desk.articles.get(one.id), desk.articles.claims(one.id)
        ledger = desk.articles.ledger(one.id)
        spans = [claim.span for claim in claims]
        if not (
            "".join(zone.span.of(article.text) for zone in article.zones) == article.text
            and [claim.position for claim in claims] == list(range(1, len(claims) + 1))
            and spans == sorted(spans, key=lambda span: (span.start, -span.end))
            and all(claim.quote == claim.span.of(article.text) for claim in claims)
            and ledger.words == ledger.claimed + ledger.excused + ledger.furniture + ledger.open
        ):
            return False
    return True


def everything(desk: Desk) -> tuple[Any, ...]:
    """All that a reviewer can see."""
    articles = [
        (
            desk.articles.get(one.id),
            desk.articles.claims(one.id),
            desk.review.of_article(one.id),
            desk.articles.ledger(one.id),
        )
        for one in desk.articles.all()
    ]
    return articles, desk.sources.all(), desk.matching.for_text("Lavrov said").candidates


@settings(max_examples=8, deadline=None)
@given(st.lists(ACT, min_size=1, max_size=12))
def test_undo_after_do_is_as_before(acts: list[tuple[str, int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder) / "library", ROOT / "resources", ROOT / "seeds")
        claims = [claim.id for claim in desk.articles.claims(desk.sample.open().id)]
        steps: list[Changes] = []
        desk.on_change(steps.append)
        states = [everything(desk)]
        for act in acts:
            known = len(steps)
            do(desk, claims, act)
            assert len(steps) <= known + 1
            assert is_sound(desk)
            if len(steps) > known:
                states.append(everything(desk))
        desk.close()
        desk = Desk.open(Path(folder) / "library", ROOT / "resources", ROOT / "seeds")
        for state in reversed(states[:-1]):
            assert desk.history.undo() is not None
            assert everything(desk) == state
        for state in states[1:]:
            assert desk.history.redo() is not None
            assert everything(desk) == state
        assert desk.history.redo() is None
        assert desk._library.check() == []
        desk.close()
