"""Random verbs with undo, redo and reopening show what a plain model shows, and mistakes are found.

The long form, 2,000 examples of 60 steps: `./run test -m slow tests/desk/test_review_model.py`.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from app.desk.review import Reviewing
from app.library import recorder, replay, steps
from app.library.replay import Kept
from app.library.reviews import Reviews
from app.library.steps import OpenStep, Steps
from app.library.store import Store
from app.model.changes import Changes
from app.model.review import Evidence, Review, Stance, Verdict
from tests.desk.review_model import ReviewMachine


def _run(examples: int, length: int) -> None:
    run_state_machine_as_test(
        ReviewMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=length,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        ),
    )


def test_random_verbs_show_what_the_model_shows() -> None:
    _run(5, 30)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_two_thousand_examples() -> None:
    _run(int(os.environ.get("CLAIMDESK_EXAMPLES", "2000")), 60)


# Mistakes that someone could make; each takes the place of what it is named after.

_PUT, _PUT_BACK, _KEEP = Reviews._put, replay._put_back, Steps._keep
_TOGGLE, _GIVE, _ADD = Reviewing.toggle_link, Reviewing.give_verdict, Reviewing._add_verdict
_SET_STANCE = Reviews.set_stance


def _flags_stay(self: Reviews, claim: int, column: str, value: Any) -> None:
    _PUT(self, claim, column, value or int(column == "flagged"))


def _reasons_are_not_taken(self: Reviewing, claim: int, rating: str, *_: Any) -> Verdict:
    return _GIVE(self, claim, rating, None)


def _links_stay(self: Reviewing, claim: int, passage: int) -> Evidence:
    return _TOGGLE(self, claim, passage) or self.link(claim, passage)


def _stances_stay(self: Reviews, evidence: int, stance: Stance | None) -> None:
    if stance is not None:
        _SET_STANCE(self, evidence, stance)


def _the_log_has_no_reasons(self: Reviewing, review: Review, rating: str, *_: Any) -> Verdict:
    return _ADD(self, review, rating, "", "")


def _what_was_deleted_stays_away(store: Store, kept: Kept) -> None:
    if kept.op != "delete":
        _PUT_BACK(store, kept)


def _redo_outlives_a_new_step(self: Steps, step: OpenStep) -> Changes | None:
    undone = self._store.rows("SELECT id, label, claim_id, at FROM undo_steps WHERE undone")
    changes = _KEEP(self, step)
    for step_id, *rest in undone:
        self._store.run("INSERT INTO undo_steps VALUES (?, ?, ?, ?, 1)", (step_id + 1000, *rest))
    return changes


MUTANTS: tuple[tuple[Any, str, Any], ...] = (
    (Reviewing, "clear_verdict", lambda *_: None),
    (Reviews, "_put", _flags_stay),
    (Reviewing, "give_verdict", _reasons_are_not_taken),
    (Reviewing, "toggle_link", _links_stay),
    (Reviews, "set_stance", _stances_stay),
    (Reviewing, "_add_verdict", _the_log_has_no_reasons),
    (replay, "_put_back", _what_was_deleted_stays_away),
    (Steps, "_keep", _redo_outlives_a_new_step),
    (steps, "UNDO_DEPTH", 5),
    (recorder, "UNDOABLE", tuple(one for one in recorder.UNDOABLE if one != "evidence")),
)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_planted_mistakes_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    missed = []
    for owner, name, mistake in MUTANTS:
        with monkeypatch.context() as planted:
            planted.setattr(owner, name, mistake)
            try:
                _run(60, 60)
            except Exception as error:  # whatever the machine stumbles over
                print(f"{name}: {type(error).__name__}")
            else:
                missed.append(name)
    assert len(missed) <= 1, missed
