"""What must not leave the desk is marked and let in again, as evidence and as a whole source."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.confidential import Confidential
from app.ui.deciding import Deciding
from app.ui.open_article import OpenArticle
from tests.ui.bench import SOURCE, Bench


def test_evidence_and_its_source_are_kept_out_of_reports_and_let_in_again(
    bench: Bench, article: OpenArticle, qtbot: QtBot
) -> None:
    deciding = Deciding(bench.session, article)
    confidential = Confidential(bench.session, deciding)
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    claim_id = next(claim.id for claim in article.claims if "Monday" in claim.statement)
    article.choose(claim_id)
    match = bench.session.read.matching.for_claim(claim_id).candidates[0]
    deciding.toggle_link(match)
    bench.settle()
    with qtbot.waitSignal(deciding.said) as said:
        confidential.toggle_evidence(match)
    assert said.args[0].endswith("is kept out of reports as evidence here.")
    bench.settle()
    assert confidential.holds_evidence(match)
    assert article.review(claim_id).evidence[0].confidential
    deciding.undo()
    bench.settle()
    assert not confidential.holds_evidence(match)
    confidential.toggle_source(match)
    bench.settle()
    assert bench.session.read.sources.get(match.source.id).confidential
    assert not confidential.holds_evidence(match)
