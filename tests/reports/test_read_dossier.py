"""A JSON dossier is believed only when all of it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.model.dossier import Dossier
from app.model.errors import InputError
from app.reports.canonical import digest_of
from app.reports.formats import dossier_json
from app.reports.read_dossier import read_dossier
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE


@pytest.fixture
def told(dossier: Dossier, set_up: Callable[..., Setting]) -> dict[str, Any]:
    """The sample review as its JSON says it."""
    value: dict[str, Any] = json.loads(dossier_json.render(dossier, set_up(dossier_json)))
    return value


def signed(told: dict[str, Any]) -> bytes:
    """The file as somebody would forge it: with a digest that fits."""
    told["digest"] = digest_of(told["review"])
    return json.dumps(told).encode()


def test_the_review_comes_back(told: dict[str, Any], dossier: Dossier) -> None:
    found = read_dossier(json.dumps(told).encode())
    assert found.article == dossier.article
    assert [one.claim for one in found.claims] == [one.claim for one in dossier.claims]
    assert [one.review.state for one in found.claims] == [
        one.review.state for one in dossier.claims
    ]
    ratings = [[verdict.rating for verdict in one.history] for one in dossier.claims]
    assert [[verdict.rating for verdict in one.history] for one in found.claims] == ratings
    quotes = [[e.exact for e in one.review.evidence] for one in dossier.claims]
    assert [[e.exact for e in one.review.evidence] for one in found.claims] == quotes
    assert sorted(found.copies.values()) == sorted(dossier.copies.values())


def test_a_review_changed_by_one_letter_is_told(told: dict[str, Any]) -> None:
    told["review"]["claims"][0]["verdicts"][0]["rating"] = "refuted"
    with pytest.raises(InputError, match="changed after it was written"):
        read_dossier(json.dumps(told).encode())


def test_what_was_withheld_is_read_by_kind_and_as_the_plain_number_of_earlier_files(
    told: dict[str, Any],
) -> None:
    claims = told["review"]["claims"]
    claims[1]["withheld"] = {"newspaper": 2}
    claims[2]["withheld"] = 3
    found = read_dossier(signed(told)).claims
    assert [(one.withheld.total(), one.withheld_of_no_kind) for one in found[:3]] == [
        (0, 0), (2, 0), (0, 3)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"{}", b"null", b"[" * 100_000, b'{"format": NaN}', b"\x00" * 50],
)
def test_what_is_no_dossier_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match=r"not JSON|not a dossier"):
        read_dossier(data)


def test_a_newer_form_is_told_as_such(told: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="newer Claimdesk"):
        read_dossier(json.dumps({**told, "version": 2}).encode())


def test_without_copies_nothing_is_taken_in(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    setting = set_up(dossier_json, copies="no")
    with pytest.raises(InputError, match="Export it again with stored copies"):
        read_dossier(dossier_json.render(dossier, setting))
    assert [one.rule for one in dossier_json.warnings(dossier, setting)] == ["copies left out"]


def forge(change: str) -> Callable[[dict[str, Any]], None]:
    """A change of the review, as a line of Python on `r`."""

    def run(told: dict[str, Any]) -> None:
        exec(change, {"r": told["review"], "told": told, "claims": told["review"]["claims"]})

    return run


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("del r['sources']", "lacks “sources”"),
        ("r['extra'] = 1", "“extra”"),
        ("r['article']['text'] += 'x'", "not the one that its digest"),
        ("r['article']['zones'].pop(2)", "zones do not cover"),
        ("r['article']['zones'][0]['kind'] = 'cellar'", "not known: “cellar”"),
        ("claims[0]['span']['end'] += 1", "quote of claim 1 does not stand"),
        ("claims[0]['span'] = {'start': 10**9, 'end': 10**9}", "quote of claim 1 does not"),
        ("claims[0]['mentions'] = [{'start': 0, 'end': 10**9}]", "beyond the article's end"),
        ("claims[2]['evidence'][0]['source'] = 99", "names something that the file does not"),
        ("claims[2]['evidence'][0]['passage'] = 0", "names something that the file does not"),
        ("claims[2]['evidence'] *= 2", "one passage linked twice"),
        ("claims[2]['verdicts'][0]['evidence'] = [0]", "names a passage that the file does not"),
        ("claims[2]['in_force'] = 5", "names something that the file does not"),
        ("claims[5]['in_force'] = 2", "a verdict that was cleared"),
        ("claims[2]['flagged'] = 'yes'", "not true or false"),
        ("claims[2]['draft'] = 'a\\x00b'", "no text can hold"),
        ("claims[2]['withheld'] = '1'", r"withheld is not an object"),
        ("claims[2]['withheld'] = 0", "withheld is below one"),
        ("claims[2]['withheld'] = True", "withheld is not a whole number"),
        ("claims[2]['withheld'] = {'newspaper': 0}", "newspaper is below one"),
        ("claims[2]['withheld'] = {'rumour': 1}", "“rumour”, which is no kind of source"),
        ("claims[0] = 7", r"claims\[1\] is not an object"),
        ("r['claims'] = {}", "claims is not an array"),
        ("r['passages'][0]['span']['end'] = 10**9", "beyond the end of its stored copy"),
        ("told['copies'][0]['text'] += 'x'", "not the one reviewed"),
        ("told['copies'].append({'source': 99, 'text': ''})", "the file does not have"),
        ("r['sources'][1]['key'] = r['sources'][0]['key']", "have one key"),
        ("r['scales'][0]['ratings'][0]['number'] = 5", "cannot be used: the numbers"),
        ("r['article']['id'] = 5", "a member that is not known: “id”"),
    ],
)
def test_a_forged_review_is_refused(told: dict[str, Any], change: str, says: str) -> None:
    forge(change)(told)
    with pytest.raises(InputError, match=says):
        read_dossier(signed(told))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_or_are_refused(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    first, *others = dossier.claims
    assert first.review.verdict
    verdict = replace(first.review.verdict, rationale=text, reviewer=text, acknowledged=text)
    claim = replace(
        first,
        claim=replace(first.claim, statement=text, speaker=text),
        review=replace(first.review, verdict=verdict, rationale=text),
        history=(verdict,),
    )
    sources = tuple(replace(one, title=text, url=text, note=text) for one in dossier.sources)
    bad = replace(dossier, claims=(claim, *others), sources=sources)
    data = dossier_json.render(bad, set_up(dossier_json))
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        with pytest.raises(InputError, match="no text can hold"):
            read_dossier(data)
        return
    found = read_dossier(data)
    assert found.claims[0].claim == claim.claim
    assert found.claims[0].review.rationale == text
    assert {(one.title, one.url, one.note) for one in found.sources} == {(text, text, text)}
