"""The work on a claim comes back as it was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.errors import NotFound
from app.model.review import Review, ReviewState
from app.model.span import Span


def test_the_work_on_a_claim_comes_back(
    make: SimpleNamespace, filled: Library, open_library: Callable[[], Library]
) -> None:
    assert filled.reviews.get(1) == Review(1)
    evidence = filled.reviews.link(make.evidence(filled, 1, 2))
    assert evidence == make.evidence(filled, 1, 2, id=evidence.id)
    assert filled.reviews.link(make.evidence(filled, 1, 2, score=0)) == evidence
    assert filled.reviews.get(1) == Review(1, evidence=(evidence,))
    first = filled.reviews.add_verdict(make.verdict(1))
    second = filled.reviews.add_verdict(make.verdict(1, "supported"))
    filled.reviews.set_rationale(1, "Because.")
    filled.reviews.set_stance(evidence.id, None)
    evidence = replace(evidence, stance=None)
    filled.close()
    again = open_library()
    done = Review(1, ReviewState.REVIEWED, second, "Because.", (evidence,))
    assert again.reviews.get(1) == done
    assert again.reviews.of_article(1) == {1: done, 2: Review(2), 3: Review(3)}
    assert again.reviews.verdicts(1) == (first, second)
    assert (first.id, second.id) == (1, 2)
    assert again.articles.all()[0].reviewed == 1
    again.reviews.set_flag(1, True)
    assert again.reviews.get(1) == replace(done, state=ReviewState.FLAGGED)
    again.reviews.set_flag(1, False)
    cleared = again.reviews.add_verdict(make.verdict(1, ""))
    assert again.reviews.get(1) == replace(done, state=ReviewState.TO_REVIEW, verdict=None)
    assert again.reviews.verdicts(1) == (first, second, cleared)
    assert again.reviews.claim_of(evidence.id) == 1
    again.reviews.unlink(evidence.id)
    assert again.reviews.get(1).evidence == ()


def test_evidence_may_quote_what_is_no_passage(make: SimpleNamespace, filled: Library) -> None:
    loose = replace(make.evidence(filled, 1, 1), passage_id=0)
    first = filled.reviews.link(replace(loose, span=Span(1, 4)))
    second = filled.reviews.link(replace(loose, span=Span(5, 8)))
    assert filled.reviews.get(1).evidence == (first, second)


def test_nothing_is_linked_or_judged_that_is_not_there(
    make: SimpleNamespace, filled: Library
) -> None:
    with pytest.raises(NotFound):
        filled.reviews.add_verdict(make.verdict(9))
    evidence = make.evidence(filled, 1, 1)
    for gone in ({"claim_id": 9}, {"source_id": 9}, {"passage_id": 9}):
        with pytest.raises(NotFound):
            filled.reviews.link(replace(evidence, **gone))


def test_an_entry_of_the_log_is_put_in_force_again(make: SimpleNamespace, filled: Library) -> None:
    first = filled.reviews.add_verdict(make.verdict(1))
    filled.reviews.add_verdict(make.verdict(1, "supported"))
    elsewhere = filled.reviews.add_verdict(make.verdict(2))
    filled.reviews.put_in_force(1, first.id)
    assert filled.reviews.get(1).verdict == first
    filled.reviews.put_in_force(1, 0)
    assert filled.reviews.get(1).verdict is None
    with pytest.raises(NotFound, match="never had"):
        filled.reviews.put_in_force(1, elsewhere.id)
