"""A report gathers the work on an article and is written beside what is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import __version__
from app.desk.desk import Desk
from app.model.claim import Claim
from app.model.errors import InputError, LibraryError, NotFound


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
