"""The desk as a whole: one writer, readers beside it, notices of what changed, steps taken back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.claim import Claim
from app.model.errors import LibraryError


def test_a_library_that_is_not_one_is_refused_unharmed(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a library at all. " * 100, encoding="utf-8")
    before = path.read_bytes()
    for opening in (Desk.open, Desk.open_read_only):
        with pytest.raises(LibraryError):
            opening(path, root / "resources", root / "seeds")
    assert path.read_bytes() == before


def test_a_reader_in_another_thread_sees_what_is_committed(desk: Desk, attacks: Claim) -> None:
    seen: list[str] = []

    def look() -> None:
        reader = desk.reader()
        seen.append(reader.articles.claim(attacks.id).statement)
        reader.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [attacks.statement]


def test_a_reader_refuses_every_verb_that_writes(desk: Desk, attacks: Claim) -> None:
    passage = desk.matching.for_claim(attacks.id).candidates[0].passage.id
    reader = desk.reader()
    for verb in (
        lambda: reader.review.give_verdict(attacks.id, "refuted"),
        lambda: reader.review.link(attacks.id, passage),
        lambda: reader.review.set_rationale(attacks.id, "because"),
        lambda: reader.review.set_flag(attacks.id, True),
        lambda: reader.articles.add_text("The sky fell on Tuesday."),
        lambda: reader.articles.remove(attacks.article_id),
        lambda: reader.sample.remove(),
        lambda: reader.history.undo(),
    ):
        with pytest.raises(LibraryError):
            verb()
    reader.close()
    assert desk.review.get(attacks.id).verdict is None


def test_each_step_is_told_with_its_claim(desk: Desk, attacks: Claim) -> None:
    told: list[Changes] = []
    desk.on_change(told.append)
    desk.review.give_verdict(attacks.id, "refuted")
    desk.history.undo()
    desk.history.redo()
    assert [(c.label, c.kind, c.claim_id) for c in told] == [
        ("Give verdict", "do", attacks.id),
        ("Give verdict", "undo", attacks.id),
        ("Give verdict", "redo", attacks.id),
    ]
    assert all(attacks.id in c.ids("claim") for c in told)


def test_steps_are_taken_back_after_a_restart(
    tmp_path: Path, root: Path, desk: Desk, attacks: Claim
) -> None:
    desk.review.give_verdict(attacks.id, "refuted", "Another day.")
    desk.close()
    again = Desk.open(tmp_path / "library.claimdesk", root / "resources", root / "seeds")
    verdict = again.review.get(attacks.id).verdict
    assert verdict is not None
    assert (verdict.rating, verdict.rationale, verdict.reviewer) == (
        "refuted", "Another day.", "Ada",
    )  # fmt: skip
    assert again.history.undo_label() == "Give verdict"
    again.history.undo()
    assert again.review.get(attacks.id).verdict is None
    assert again.history.redo_label() == "Give verdict"
    again.close()


def test_figures(desk: Desk, attacks: Claim) -> None:
    desk.review.give_verdict(attacks.id, "refuted")
    info = desk.info()
    assert (info.sources, info.articles, info.reviewed, info.verdicts) == (80, 1, 1, 1)
    assert info.claims == len(desk.articles.claims(attacks.article_id))
    assert info.passages >= info.sources
    assert info.bytes > 0
    assert Path(info.path) == desk.path
