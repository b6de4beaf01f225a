"""Whatever was done is taken back step by step to what was, and done again to what became."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.review import Stance

ROOT = Path(__file__).resolve().parents[2]

# A verb is named by a letter and told which claim, passage and choice to take.
ACT = st.tuples(
    st.sampled_from("LTSVCRFPAX"), st.integers(0, 3), st.integers(0, 5), st.integers(0, 4)
)


def do(desk: Desk, claims: list[int], act: tuple[str, int, int, int]) -> None:
    """One verb of the desk; one that has nothing to do does nothing."""
    verb, place, passage, choice = act
    claim, passage = claims[place], passage + 1
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
    }
    acts[verb]()


def everything(desk: Desk) -> tuple[Any, ...]:
    """All that a reviewer can see."""
    articles = [
        (desk.articles.get(one.id), desk.articles.claims(one.id), desk.review.of_article(one.id))
        for one in desk.articles.all()
    ]
    return articles, desk.sources.all(), desk.matching.for_text("Lavrov said").candidates


@settings(max_examples=12, deadline=None)
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
            if len(steps) > known:
                states.append(everything(desk))
        for state in reversed(states[:-1]):
            assert desk.history.undo() is not None
            assert everything(desk) == state
        for state in states[1:]:
            assert desk.history.redo() is not None
            assert everything(desk) == state
        assert desk.history.redo() is None
        desk.close()
