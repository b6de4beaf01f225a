"""The shape of AVeriTeC: its members, its four labels, and none that was guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.model.dossier import Dossier
from app.reports.formats import averitec
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

#: The members of an entry of the published data set, and what each holds.
MEMBERS: dict[str, tuple[type, ...]] = {
    "claim": (str,), "required_reannotation": (bool,), "label": (str, type(None)),
    "justification": (str,), "claim_date": (str, type(None)), "speaker": (str, type(None)),
    "original_claim_url": (str, type(None)), "cached_original_claim_url": (str, type(None)),
    "fact_checking_article": (str, type(None)), "reporting_source": (str, type(None)),
    "location_ISO_code": (str, type(None)), "claim_types": (list,),
    "fact_checking_strategies": (list,), "questions": (list,),
}  # fmt: skip
ANSWER = {"answer", "answer_type", "source_url", "source_medium", "cached_source_url"}


def made(dossier: Dossier, setting: Setting) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(averitec.render(dossier, setting))
    return told


def test_golden(
    dossier: Dossier, set_up: Callable[..., Setting], golden: Callable[[str, str], None]
) -> None:
    golden(averitec.render(dossier, set_up(averitec)).decode("utf-8"), "report.averitec.json")


def test_the_members_are_those_of_the_data_set(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    told = made(dossier, set_up(averitec))
    assert len(told) == 7
    for entry in told:
        assert entry.keys() == MEMBERS.keys()
        assert all(isinstance(entry[name], kinds) for name, kinds in MEMBERS.items())
        for question in entry["questions"]:
            assert question.keys() == {"question", "answers"}
            assert all(answer.keys() >= ANSWER for answer in question["answers"])


def test_a_label_is_told_only_where_it_means_the_same(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    labels = [entry["label"] for entry in made(dossier, set_up(averitec))]
    assert labels == [
        "Supported", "Not Enough Evidence", "Supported", "Supported", "Refuted", None, None,
    ]  # fmt: skip
    left, missing = averitec.warnings(dossier, set_up(averitec))
    assert (left.rule, left.claims) == ("no label", (7, 8))
    assert (missing.rule, missing.claims) == ("no verdict", (4, 9))
    chosen = set_up(averitec, partly=averitec.CONFLICTING)
    assert [entry["label"] for entry in made(dossier, chosen)][-1] == averitec.CONFLICTING
    assert averitec.warnings(dossier, chosen)[0].claims == (7,)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    told = made(hostile(dossier, text), set_up(averitec))
    assert len(told) == (7 if text else 0)
    for entry in told:
        assert entry["justification"] == text
        assert not str(entry["original_claim_url"] or "http").startswith("java")
