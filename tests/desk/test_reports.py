"""A report gathers the work on an article and is written beside what is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.desk.desk import Desk
from app.desk.reports import Reports
from app.model.claim import Claim
from app.model.errors import InputError, LibraryError, NotFound
from app.model.work import Cancelled, Work


def test_the_dossier_holds_the_work_and_its_sources_once(desk: Desk, attacks: Claim) -> None:
    passages = [m.passage.id for m in desk.matching.for_claim(attacks.id).candidates[:2]]
    desk.review.give_verdict(attacks.id, "supported")
    desk.review.settle(attacks.id, "refuted", "Another day.", [(p, None) for p in passages])
    dossier = desk.reports.dossier(attacks.article_id)
    [work] = [claim for claim in dossier.claims if claim.claim.id == attacks.id]
    assert [verdict.rating for verdict in work.history] == ["supported", "refuted"]
    assert work.review.verdict == work.history[-1]
    for evidence in work.review.evidence:
        assert dossier.source(evidence.source_id).digest == evidence.digest
    assert len({source.id for source in dossier.sources}) == len(dossier.sources)
    assert (dossier.app_version, dossier.scale) == (__version__, desk.scale)
    assert len(dossier.claims) == len(desk.articles.claims(attacks.article_id))


def test_a_report_never_overwrites(tmp_path: Path, desk: Desk, attacks: Claim) -> None:
    desk.review.give_verdict(attacks.id, "refuted", "Because <b>the day</b> differs.")
    written = [desk.reports.write(attacks.article_id, tmp_path / "r.html") for _ in range(2)]
    assert [path.name for path in written] == ["r.html", "r (2).html"]
    page = written[0].read_text(encoding="utf-8")
    assert "Because &lt;b&gt;the day&lt;/b&gt; differs." in page


def test_a_reader_can_write_a_report(tmp_path: Path, desk: Desk, attacks: Claim) -> None:
    reader = desk.reader()
    assert reader.reports.write(attacks.article_id, tmp_path / "r.html").exists()
    reader.close()


def test_bad_places_are_told(tmp_path: Path, desk: Desk, attacks: Claim) -> None:
    with pytest.raises(InputError):
        desk.reports.write(attacks.article_id, tmp_path)
    with pytest.raises(NotFound):
        desk.reports.write(99, tmp_path / "r.html")
    if os.path.isdir("/proc/1"):
        # No one, not even root, makes a file there.
        with pytest.raises((InputError, LibraryError)):
            desk.reports.write(attacks.article_id, Path("/proc/1/r.html"))


def test_the_dossier_holds_what_its_verdicts_rested_on(desk: Desk, attacks: Claim) -> None:
    one, two = (m.passage.id for m in desk.matching.for_claim(attacks.id).candidates[:2])
    desk.review.settle(attacks.id, "refuted", "", [(one, None), (two, None)])
    desk.review.unlink(attacks.id, one)
    dossier = desk.reports.dossier(attacks.article_id, copies=True)
    assert {passage.id for passage in dossier.passages} == {one, two}
    for passage in dossier.passages:
        assert passage.span.of(dossier.copies[passage.source_id]) == passage.text
    assert desk.reports.dossier(attacks.article_id).copies == {}


def test_the_scale_of_an_article_is_that_of_its_newest_verdict(
    tmp_path: Path, root: Path, desk: Desk, attacks: Claim
) -> None:
    desk.review.give_verdict(attacks.id, "refuted")
    other = Desk.open(desk.path, root / "resources", root / "seeds", scale="fever")
    first = other.articles.claims(attacks.article_id)[0]
    other.review.give_verdict(first.id, "refutes")
    given = [v for c in other.reports.dossier(attacks.article_id).claims for v in c.history]
    newest = max(given, key=lambda verdict: (verdict.given, verdict.id))
    dossier = other.reports.dossier(attacks.article_id)
    assert dossier.scale.key == newest.scale == "fever"
    assert [scale.key for scale in dossier.scales] == ["five_way"]
    other.close()
    with pytest.raises(InputError, match="not a rating scale"):
        Desk.open(tmp_path / "x", root / "resources", root / "seeds", scale="none")
    assert not (tmp_path / "x").exists()


def test_the_ending_of_the_name_says_the_format(desk: Desk, attacks: Claim, tmp_path: Path) -> None:
    for kind in desk.reports.formats():
        asked = tmp_path / f"REPORT{kind.extension.upper()}"
        assert desk.reports.format_for(asked) == kind
    for name in ("report", "report.unknown", ".html"):
        assert desk.reports.format_for(tmp_path / name).key == "html"
    written = desk.reports.write(attacks.article_id, tmp_path / "r.csv", options={"table": "scale"})
    assert written.read_bytes() == desk.reports.render(
        attacks.article_id, "csv", {"table": "scale"}
    )


@pytest.mark.parametrize(
    ("key", "options"),
    [("wordstar", {}), ("csv", {"table": "none"}), ("csv", {"colour": "red"}), ("html", {"x": ""})],
)
def test_an_unknown_format_or_option_is_told(
    desk: Desk, attacks: Claim, tmp_path: Path, key: str, options: dict[str, str]
) -> None:
    with pytest.raises(InputError):
        desk.reports.write(attacks.article_id, tmp_path / "r", key, options)
    with pytest.raises(InputError):
        desk.reports.warnings(attacks.article_id, key, options)
    assert not (tmp_path / "r").exists()


def test_what_the_review_does_not_settle_is_told(desk: Desk, attacks: Claim) -> None:
    desk.review.give_verdict(attacks.id, "refuted")
    told = {one.sentence: one.claims for one in desk.reports.limits(attacks.article_id)}
    count = len(desk.articles.claims(attacks.article_id))
    assert len(told[f"{count - 1} claims not reviewed yet"]) == count - 1
    assert told["1 claim with a verdict that no source bears out"] == (attacks.position,)


def test_called_off_it_leaves_what_was_there(desk: Desk, attacks: Claim, tmp_path: Path) -> None:
    old = desk.reports.write(attacks.article_id, tmp_path / "r.pdf")
    before = old.read_bytes()
    work = Work(lambda _done, _total, note: work.cancel() if note == "Typesetting" else None)
    with pytest.raises(Cancelled):
        desk.reports.write(attacks.article_id, tmp_path / "r.pdf", work=work)
    assert old.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "library" not in one.name] == ["r.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that kills at once")
def test_killed_half_way_it_leaves_what_was_there(
    desk: Desk, attacks: Claim, tmp_path: Path, root: Path
) -> None:
    old = desk.reports.write(attacks.article_id, tmp_path / "r.html")
    before = old.read_bytes()
    program = (
        "import os, pathlib, sys\n"
        "from app.desk.desk import Desk\n"
        "library, target, root, article = sys.argv[1:]\n"
        "root = pathlib.Path(root)\n"
        "desk = Desk.open_read_only(pathlib.Path(library), root / 'resources', root / 'seeds')\n"
        "os.fsync = lambda _: os.kill(os.getpid(), 9)\n"
        "desk.reports.write(int(article), pathlib.Path(target))\n"
    )
    words = [desk.path, old, root, attacks.article_id]
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert ended.returncode == -9
    assert old.read_bytes() == before
    assert [one.name for one in tmp_path.glob("r*")] == ["r.html"]


def test_a_file_of_ours_that_is_missing_is_told(desk: Desk, attacks: Claim, tmp_path: Path) -> None:
    for key in ("html", "pdf", "markdown", "memo"):
        lame = Reports(desk._library, desk.articles, desk.scale, desk.scales, tmp_path / "nowhere")
        with pytest.raises(LibraryError, match="not whole"):
            lame.write(attacks.article_id, tmp_path / "r", key)
