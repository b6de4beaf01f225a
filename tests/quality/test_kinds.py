"""Which sort of claim a sentence is, in our own labelled lists, half of them held out; printed."""

from __future__ import annotations

import pytest

from app.extraction.claims import find_claims
from app.model.article import Publication, Zone, ZoneKind
from app.model.span import Span
from tests.quality.annotated import HALVES, NEWS

RIGHT = 0.85


def kind_of(sentence: str) -> str:
    """The kind of the claim that the whole sentence makes."""
    zones = (Zone(Span(0, len(sentence)), ZoneKind.BODY, included=True),)
    return find_claims(sentence, zones, Publication())[0].kind.value


@pytest.mark.parametrize("half", HALVES, ids=["seen", "held out"])
def test_kinds_of_claims(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = (NEWS / f"kinds{half}.tsv").read_text(encoding="utf-8")
    labelled = [line.split("\t") for line in written.splitlines()]
    right = sum(kind_of(sentence) == label for label, sentence in labelled)
    with capsys.disabled():
        print(f"\nkinds{half}: right {right / len(labelled):.3f} of {len(labelled)}")
    assert right / len(labelled) >= RIGHT
