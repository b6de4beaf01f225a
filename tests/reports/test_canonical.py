"""The canonical form is made of content alone, and its digest holds whatever the ids are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.dossier import Dossier
from app.reports.canonical import canonical, dossier_digest, number_by_use, written


def with_other_ids(dossier: Dossier) -> Dossier:
    """The same review as another library would number it."""
    sources = tuple(replace(one, id=one.id + 700) for one in reversed(dossier.sources))
    passages = tuple(
        replace(one, id=one.id * 3, source_id=one.source_id + 700)
        for one in reversed(dossier.passages)
    )
    claims = []
    for one in dossier.claims:
        claim_id = one.claim.id + 40
        log = tuple(
            replace(v, id=v.id + 9, claim_id=claim_id, evidence=tuple(p * 3 for p in v.evidence))
            for v in one.history
        )
        in_force = one.review.verdict
        evidence = tuple(
            replace(e, id=e.id + 5, claim_id=claim_id, source_id=e.source_id + 700,
                    passage_id=e.passage_id * 3)
            for e in one.review.evidence
        )  # fmt: skip
        review = replace(
            one.review,
            claim_id=claim_id,
            verdict=log[one.history.index(in_force)] if in_force else None,
            evidence=evidence,
        )
        claims.append(replace(one, claim=replace(one.claim, id=claim_id), review=review,
                              history=log))  # fmt: skip
    return replace(
        dossier, article=replace(dossier.article, id=9), claims=tuple(claims), sources=sources,
        passages=passages, copies={}, made="later", app_version="9", schema=9,
    )  # fmt: skip


def test_the_digest_is_of_the_content_and_of_no_id(dossier: Dossier) -> None:
    other = with_other_ids(dossier)
    assert other != dossier
    assert canonical(other) == canonical(dossier)
    assert dossier_digest(other) == dossier_digest(dossier)


def test_the_digest_stays_what_it_was(dossier: Dossier) -> None:
    """A change of it would make every dossier ever exported look altered."""
    assert dossier_digest(dossier) == (
        "6db2389712b9ca35a2b287bc80dd452a86df8a915a2ffde0df8afe945a986198"
    )


def test_whatever_a_reviewer_did_changes_it(dossier: Dossier) -> None:
    before = dossier_digest(dossier)
    first = dossier.claims[0]
    assert first.review.verdict
    for changed in (
        replace(first, claim=replace(first.claim, statement="Other words.")),
        replace(first, review=replace(first.review, rationale="Because.")),
        replace(first, review=replace(first.review, verdict=None)),
        replace(first, history=(*first.history, replace(first.review.verdict, rating=""))),
    ):
        other = replace(dossier, claims=(changed, *dossier.claims[1:]))
        assert dossier_digest(other) != before


def test_passages_that_are_gone_count_below_zero(dossier: Dossier) -> None:
    numbers = number_by_use(dossier)
    assert numbers.passages == {40: 1, 50: 2, 60: -1, 10: 3, 20: 4, 30: 5}
    assert canonical(dossier)["claims"][4]["verdicts"][0]["evidence"] == [2, -1]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.0, "0"), (-0.0, "0"), (70.0, "70"), (0.1, "0.1"), (-1.5, "-1.5"), (1e21, "1e+21"),
        (123456789012345680000.0, "123456789012345680000"), (1e-6, "0.000001"), (1e-7, "1e-7"),
        (1.5e-9, "1.5e-9"), (5e-324, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
        (333333333.33333329, "333333333.3333333"), (7, "7"), (True, "true"), (None, "null"),
        ("€\x0f\n\"\\/\x7f", '"€\\u000f\\n\\"\\\\/\x7f"'),
        ({"b": [1, {}], "a": "x"}, '{"a":"x","b":[1,{}]}'),
    ],
)  # fmt: skip
def test_it_is_written_by_rfc_8785(value: object, told: str) -> None:
    assert written(value) == told


def test_what_is_no_number_is_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not a number"):
            written([value])
