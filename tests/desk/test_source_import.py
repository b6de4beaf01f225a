"""Importing many files as one batch: what comes in, what is told, what stays when it ends early."""

from __future__ import annotations

import hashlib
import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from app.desk.backups import preview_backup
from app.desk.desk import Desk
from app.desk.source_keeping import SourceKeeping
from app.model.intake import DuplicatePolicy, ImportChoices, Likeness, Skipped
from app.model.source import SourceKind
from app.model.work import Work

T = TypeVar("T")

STORY = (
    "The dam above the town broke on the night of 4 May, the ministry of water said on Tuesday. "
    "Sixty-two people were brought to safety by boat before the morning, and nobody was hurt. "
    "Engineers had warned of a crack in the northern wall since the beginning of the year. "
    "The mayor called the night the longest of her life and thanked the crews of the boats. "
    "Repairs will cost eleven million euros and take until the autumn, according to the firm."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as reviewers have them."""
    where = tmp_path / "papers"
    (where / "deep").mkdir(parents=True)
    (where / ".hidden").mkdir()
    for name in ("note 10.txt", "note 2.md", "deep/other.txt", ".hidden/no.txt", ".no.txt"):
        (where / name).write_text(f"About {name}, a dam.", "utf-8")
    (where / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (where / "refs.ris").write_text("TY  - BOOK\nTI  - On dams\nAB  - Walls.\nER  - \n", "utf-8")
    return where


def test_a_folder_is_one_batch_in_the_order_of_its_names(desk: Desk, folder: Path) -> None:
    ticks: list[tuple[int, int]] = []
    work = Work(lambda done, total, _: ticks.append((done, total)))
    outcome = desk.sources.import_paths([folder], work)
    keys = [one.key for one in outcome.sources]
    assert keys == ["note 2.md", "note 10.txt", "On dams", "other.txt"]
    assert [one.where for one in outcome.skipped] == ["photo.png"]
    assert (outcome.failed, outcome.stopped, outcome.batch_id) == (1, "", 1)
    assert ticks[-1] == (5, 5)
    again = desk.sources.import_paths([folder, folder])
    assert (again.sources, again.present, again.batch_id) == ((), 4, 0)


def test_a_batch_goes_as_one_and_evidence_stays(desk: Desk, folder: Path) -> None:
    article = desk.articles.add_text("The dam broke on 4 May 2021 and 62 people were saved.")
    claim = desk.articles.claims(article.id)[0]
    outcome = desk.sources.import_paths([folder])
    quoted = outcome.sources[0]
    desk.review.link(claim.id, desk.sources.passages(quoted.id)[0].id)
    removed = desk.sources.remove_batch(outcome.batch_id)
    assert (removed.sources, [one.id for one in removed.kept]) == (3, [quoted.id])
    assert "stays, because evidence quotes it" in removed.sentence
    assert [one.id for one in desk.sources.all()] == [quoted.id]
    desk.history.undo()
    assert desk.sources.count() == 4
    assert desk.sources.record(outcome.sources[2].id).text_missing


def test_called_off_half_way_keeps_what_is_finished(desk: Desk, folder: Path) -> None:
    work = Work(lambda done, _total, _note: work.cancel() if done >= 2 else None)
    outcome = desk.sources.import_paths([folder], work)
    assert outcome.stopped.startswith("The import was called off")
    assert desk.sources.count() == len(outcome.sources) == 2
    assert desk.sources.remove_batch(outcome.batch_id).sources == 2


def test_called_off_within_a_table_keeps_the_rows_that_are_finished(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n" + "".join(f"{n},Dam {n}\n" for n in range(5_000)), "utf-8")
    work = Work(lambda done, total, _: work.cancel() if not total and done >= 1_000 else None)
    outcome = desk.sources.import_paths([path], work)
    assert outcome.stopped.startswith("The import was called off")
    kept = [one.key for one in outcome.sources]
    assert kept == [str(number) for number in range(len(kept))]
    assert 200 <= len(kept) == desk.sources.count() < 5_000
    rest = desk.sources.import_paths([path])
    assert (rest.present, len(rest.sources)) == (len(kept), 5_000 - len(kept))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is sure to hold the limit")
def test_a_file_that_wants_too_much_memory_costs_itself_alone(desk: Desk, tmp_path: Path) -> None:
    greedy, sound = tmp_path / "a.json", tmp_path / "b.ris"
    # One sign beyond the Basic Multilingual Plane makes each of the letters four bytes wide.
    greedy.write_text('[{"title": "😀' + "dam " * 24_000_000 + '"}]', "utf-8")
    sound.write_text("TY  - BOOK\nTI  - On dams\nER  - \n", "utf-8")
    outcome = desk.sources.import_paths([greedy, sound])
    assert [one.title for one in outcome.sources] == ["On dams"]
    assert outcome.skipped == (
        Skipped(
            "a.json",
            "a.json could not be read to its end: it needs more than 1 GB of memory. "
            "Split it, or export it again.",
        ),
    )


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_large_honest_files_come_in_whole(desk: Desk, tmp_path: Path) -> None:
    table, lines = tmp_path / "a.csv", tmp_path / "b.jsonl"
    rows = (f"{n},The dam number {n} broke on 4 May\n" for n in range(100_000))
    table.write_text("id,title\n" + "".join(rows), "utf-8")
    long = "The dam broke on 4 May, and nobody was hurt. " * 1_000
    with lines.open("w", encoding="utf-8") as file:
        for number in range(1_200):
            file.write(json.dumps({"_id": f"l{number}", "text": f"{number}: {long}"}) + "\n")
    assert lines.stat().st_size > 50_000_000
    outcome = desk.sources.import_paths([table, lines])
    assert (len(outcome.sources), outcome.skipped, outcome.stopped) == (101_200, (), "")
    assert desk.sources.count() == 101_200


def test_menus_and_comments_of_a_page_give_no_passage(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><title>Dam</title><body><nav><a href=/a>Opinion</a> <a href=/b>Weather maps</a>"
        f"</nav><article><h1>The dam</h1><p>{STORY}</p></article>"
        '<section class="comments"><h2>Comments</h2><p>Peter: I always said so, it was'
        " bound to happen one day.</p></section></body></html>",
        "utf-8",
    )
    [source] = desk.sources.import_paths([path]).sources
    text = desk.sources.text(source.id)
    assert "Weather maps" in text
    assert "I always said so" in text
    passages = desk.sources.passages(source.id)
    assert not any("Weather" in one.text or "always said" in one.text for one in passages)
    assert any("Sixty-two people" in one.text for one in passages)
    assert all(one.span.of(text) == one.text for one in passages)
    assert source.digest == hashlib.sha256(text.encode()).hexdigest()


def test_a_record_without_text_is_a_reference_that_can_be_found(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(
        "@article{k1, title={The cracked dam}, abstract={Engineers saw it.}, doi={10.1/x},"
        " journal={Water}, year=2021}",
        "utf-8",
    )
    [source] = desk.sources.import_paths([path]).sources
    assert (source.key, source.kind, source.publisher) == ("k1", SourceKind.REFERENCE, "Water")
    assert (source.url, source.published) == ("https://doi.org/10.1/x", "2021")
    assert source.copy_note.startswith("Text missing")
    record = desk.sources.record(source.id)
    assert (record.text_missing, dict(record.csl)["container-title"]) == (True, "Water")
    assert desk.sources.without_text() == {source.id}
    assert desk.matching.for_text("Engineers saw the crack").candidates


def test_a_check_by_others_says_its_verdict_in_its_note(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "checks.jsonld"
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "The dam broke in 2020.",
        "author": {"name": "Check Desk"},
        "reviewRating": {"alternateName": "False"},
    }
    path.write_text(json.dumps({"@graph": [review, {"@type": "ClaimReview"}]}), "utf-8")
    outcome = desk.sources.import_paths([path])
    [source] = outcome.sources
    assert (source.kind, source.note) == (
        SourceKind.REFERENCE,
        "An earlier check, rated “False” by Check Desk.",
    )
    assert not desk.sources.record(source.id).text_missing
    assert [one.where for one in outcome.skipped] == ["checks.jsonld, check 2"]


def test_much_the_same_is_told_and_the_policy_decides(desk: Desk, tmp_path: Path) -> None:
    first, same, near = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    first.write_text(STORY, "utf-8")
    same.write_text(STORY, "utf-8")
    near.write_text(STORY.replace("eleven", "twelve") + " More soon.", "utf-8")
    [source] = desk.sources.import_paths([first]).sources
    asked = desk.sources.import_paths(
        [same, near], choices=ImportChoices(duplicates=DuplicatePolicy.ASK)
    )
    assert [(one.where, one.likeness, one.added) for one in asked.duplicates] == [
        ("b.txt", Likeness.TEXT, False),
        ("c.txt", Likeness.NEAR_TEXT, False),
    ]
    assert desk.sources.count() == 1
    kept = desk.sources.import_paths([one.path for one in asked.duplicates])
    assert [one.added for one in kept.duplicates] == [True, True]
    alike = desk.sources.duplicates_of(source.id)
    assert [(one.key, how) for one, how in alike] == [
        ("b.txt", Likeness.TEXT),
        ("c.txt", Likeness.NEAR_TEXT),
    ]
    passage = desk.sources.passages(source.id)[0]
    assert {one.key for _, one in desk.sources.same_origin(passage.id)} == {"b.txt", "c.txt"}


def test_the_same_title_and_date_is_told_and_another_date_is_not(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "id,title,date,text\n1,The Dam!,2021-05-04,One thing.\n2,the dam,2021-05-04,Another.\n"
        "3,The dam,2022-01-01,A third.\n",
        "utf-8",
    )
    desk.sources.import_paths([path])
    path.write_text("id,title,date,text\n9,The dam,2021-05-04,Fourth.\n", "utf-8")
    outcome = desk.sources.import_paths(
        [path], choices=ImportChoices(duplicates=DuplicatePolicy.SKIP)
    )
    [found] = outcome.duplicates
    assert (found.where, found.likeness, found.like.key) == ("a.csv, line 2", Likeness.TITLE, "1")
    assert outcome.sources == ()


def test_files_are_kept_under_their_digest_and_never_runnable(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, "utf-8")
    path.chmod(0o755)
    [source] = desk.sources.import_paths([path], choices=ImportChoices(keep_files=True)).sources
    kept = desk.sources.kept_file(source.id)
    assert kept is not None
    assert kept.read_bytes() == path.read_bytes()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert kept.relative_to(desk.path.parent) == Path(
        "library.claimdesk-files", digest[:2], digest[2:]
    )
    assert kept.stat().st_mode & 0o111 == 0


def test_the_open_library_is_never_read_as_a_source(desk: Desk) -> None:
    outcome = desk.sources.import_paths([desk.path.parent])
    assert outcome.sources == ()
    assert {one.reason.partition(" ")[2] for one in outcome.skipped} == {
        "belongs to the library that is open."
    }
    desk.sources.add_text("Still writing.")
    assert desk.sources.count() == 1


def test_rows_lost_are_told_one_by_one(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f'"Row {n}","=cmd|{n}"' if n != 700 else '"Row 700,"open' for n in range(1500)]
    path.write_text("title,text\n" + "\n".join(rows) + "\n", "utf-8")
    outcome = desk.sources.import_paths([path])
    assert len(outcome.sources) == 1499
    assert [one.where for one in outcome.skipped] == ["a.csv, line 702"]
    assert desk.sources.text(outcome.sources[0].id) == "=cmd|0"


def test_a_table_of_which_nothing_is_left_says_how_much_was_lost(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\n" + 'Row,"open\n' * 5000, "utf-8")
    [told] = desk.sources.import_paths([path]).skipped
    assert told.reason == (
        "There is no source in a.csv. line 2: A quotation mark in it is not closed, so this row is "
        "lost. 4,999 more of its records cannot be used either."
    )


def test_a_file_that_breaks_off_keeps_what_was_told_of_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = ['{"_id": "a", "text": "One."}', "no json", "x" * 50_000_000]
    path.write_text("\n".join(lines), "utf-8")
    outcome = desk.sources.import_paths([path])
    assert [one.key for one in outcome.sources] == ["a"]
    assert [one.where for one in outcome.skipped] == ["a.jsonl, line 2", "a.jsonl"]
    assert "too long" in outcome.skipped[1].reason


def test_the_library_as_it_was_is_backed_up_once(desk: Desk, folder: Path) -> None:
    desk.sources.add_text("A note about a dam.")
    desk.sources.import_paths([folder])
    [backup] = desk.backups.all()
    assert preview_backup(backup.path).sources == 1


def test_what_comes_in_together_is_compared_as_well(desk: Desk, tmp_path: Path) -> None:
    near = STORY.replace("eleven", "twelve") + " More soon."
    for name, text in (("a.txt", STORY), ("b.txt", STORY), ("c.txt", near), ("d.txt", "A dam.")):
        (tmp_path / name).write_text(text, "utf-8")
    asking = ImportChoices(duplicates=DuplicatePolicy.ASK)
    outcome = desk.sources.import_paths([tmp_path / f"{one}.txt" for one in "abcd"], None, asking)
    assert [one.key for one in outcome.sources] == ["a.txt", "d.txt"]
    assert [(one.where, one.likeness, one.like.key) for one in outcome.duplicates] == [
        ("b.txt", Likeness.TEXT, "a.txt"),
        ("c.txt", Likeness.NEAR_TEXT, "a.txt"),
    ]


def test_what_was_left_out_can_be_added_to_the_same_import(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"{n},Dam {n % 2},2021-05-04,Text number {n}." for n in range(4)]
    path.write_text("id,title,date,text\n" + "\n".join(rows) + "\n", "utf-8")
    asked = desk.sources.import_paths([path], None, ImportChoices(duplicates=DuplicatePolicy.ASK))
    assert [one.where for one in asked.duplicates] == ["a.csv, line 4", "a.csv, line 5"]
    choices = ImportChoices(only=frozenset({"a.csv, line 5"}), batch_id=asked.batch_id)
    more = desk.sources.import_paths([path], None, choices)
    assert ([one.key for one in more.sources], more.batch_id) == (["3"], asked.batch_id)
    assert desk.sources.remove_batch(asked.batch_id).sources == 3


def test_a_record_that_stands_there_twice_comes_in_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"{n % 700},Row {n % 700},Text number {n % 700}." for n in range(1400)]
    path.write_text("id,title,text\n" + "\n".join(rows) + "\n", "utf-8")
    outcome = desk.sources.import_paths([path])
    assert (len(outcome.sources), outcome.present) == (700, 700)


def test_what_is_skipped_is_told_at_once(desk: Desk, folder: Path) -> None:
    told: list[str] = []
    desk.sources.import_paths([folder], on_skipped=lambda one: told.append(one.where))
    assert told == ["photo.png"]


def test_a_paused_import_keeps_what_is_finished_and_waits(desk: Desk, folder: Path) -> None:
    waiting = threading.Event()
    kept: list[int] = []

    def pause_at_second(done: int, _total: int, _note: str) -> None:
        if done == 1 and not kept:
            work.pause()

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        before = desk.sources.count()
        answer = job(desk.sources.keeping)
        kept.append(desk.sources.count() - before)
        waiting.set()
        return answer

    def go_on() -> None:
        waiting.wait(10)
        work.resume()

    work = Work(pause_at_second)
    helper = threading.Thread(target=go_on)
    helper.start()
    outcome = desk.sources.import_paths([folder], work, keep=keep)
    helper.join()
    assert kept == [2, 2]
    assert (len(outcome.sources), outcome.stopped) == (4, "")


def test_a_key_taken_meanwhile_is_left_to_its_owner(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        desk.sources.add_text("Another text.", key="a.txt")
        return job(desk.sources.keeping)

    outcome = desk.sources.import_paths([tmp_path / "a.txt"], keep=keep)
    assert [one.key for one in outcome.sources] == ["a.txt (2)"]
