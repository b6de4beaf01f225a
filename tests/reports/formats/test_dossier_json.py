"""The JSON dossier: by its published schema, checkable by a stranger, exact."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.model.dossier import Dossier
from app.reports.canonical import dossier_digest
from app.reports.formats import dossier_json
from app.reports.json_values import plain
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile


@pytest.fixture(scope="module")
def schema(root: Path) -> Draft202012Validator:
    told = json.loads((root / "resources/dossier.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(told)
    return Draft202012Validator(told)


def test_golden(
    dossier: Dossier, set_up: Callable[..., Setting], golden: Callable[[str, str], None],
    schema: Draft202012Validator,
) -> None:  # fmt: skip
    made = dossier_json.render(dossier, set_up(dossier_json)).decode("utf-8")
    schema.validate(json.loads(made))
    golden(made, "report.json")


def test_a_stranger_can_compute_the_digest(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    told = json.loads(dossier_json.render(dossier, set_up(dossier_json)))
    # No number of this review is one that Python and ECMAScript write in two ways, but 70.0.
    text = json.dumps(told["review"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    text = text.replace(":70.0", ":70")
    assert hashlib.sha256(text.encode()).hexdigest() == told["digest"] == dossier_digest(dossier)
    for copy in told["copies"]:
        source = told["review"]["sources"][copy["source"] - 1]
        assert hashlib.sha256(copy["text"].encode()).hexdigest() == source["digest"]
    for claim in told["review"]["claims"]:
        for linked in claim["evidence"]:
            text = next(c["text"] for c in told["copies"] if c["source"] == linked["source"])
            span = linked["span"]
            assert text[span["start"] : span["end"]] == linked["exact"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_as_they_were(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    bad = hostile(dossier, text)
    told: Any = json.loads(dossier_json.render(bad, set_up(dossier_json)).decode("utf-8"))
    assert told["review"]["article"] == plain(bad.article, without=("id",))
    statements = [claim["statement"] for claim in told["review"]["claims"]]
    assert statements == [text] * len(dossier.claims)
