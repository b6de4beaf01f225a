"""All formats keep the same small interface, whatever they are made from, and however large."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.model.article import Zone, ZoneKind
from app.model.dossier import Dossier, DossierClaim
from app.model.errors import InputError
from app.model.ledger import Ledger
from app.model.review import Review
from app.model.span import Span
from app.model.work import Cancelled, Work
from app.reports.registry import WRITERS, writer_of
from app.reports.writer import Setting, Writer

KEYS = [writer.FORMAT.key for writer in WRITERS]
each_format = pytest.mark.parametrize("writer", WRITERS, ids=KEYS)


def test_no_two_formats_share_a_name_or_an_ending() -> None:
    for names in (
        KEYS,
        [writer.FORMAT.name for writer in WRITERS],
        [writer.FORMAT.extension for writer in WRITERS],
    ):
        assert len(set(names)) == len(names) == 11
    for writer in WRITERS:
        kind = writer.FORMAT
        assert writer_of(kind.key.upper()) is writer
        assert kind.extension.startswith(".")
        assert kind.purpose.endswith(".")
        for option in kind.options:
            assert not option.choices or option.default in option.choices
    with pytest.raises(InputError, match="There are: html, pdf"):
        writer_of("wordstar")


@each_format
def test_a_review_of_nothing_can_be_written(
    dossier: Dossier, set_up: Callable[..., Setting], writer: Writer
) -> None:
    article = replace(dossier.article, text="", title="", zones=(), digest="")
    bare = replace(
        dossier, article=article, claims=(), sources=(), passages=(), copies={},
        ledger=Ledger(0, 0, 0, 0, 0),
    )  # fmt: skip
    assert writer.render(bare, set_up(writer))
    writer.warnings(bare, set_up(writer))
    blank = tuple(DossierClaim(one.claim, Review(one.claim.id)) for one in dossier.claims)
    assert writer.render(replace(dossier, claims=blank), set_up(writer))


@each_format
def test_a_verdict_on_an_unknown_scale_can_be_written(
    dossier: Dossier, set_up: Callable[..., Setting], writer: Writer
) -> None:
    first = dossier.claims[0]
    assert first.review.verdict
    # The key is one of ours, the scale is not: it must not be taken for ours.
    odd = replace(first.review.verdict, scale="elsewhere")
    claim = replace(first, review=replace(first.review, verdict=odd), history=(odd,))
    made = writer.render(replace(dossier, claims=(claim,)), set_up(writer))
    if writer.FORMAT.key in ("claimreview", "averitec"):
        told = json.loads(made)
        assert not told or told[0]["label"] is None


@each_format
def test_called_off_it_stops(dossier: Dossier, root: Path, writer: Writer) -> None:
    usual = {option.key: option.default for option in writer.FORMAT.options}
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        writer.render(dossier, Setting(root / "resources", date(2026, 11, 25), usual, work))


def many(dossier: Dossier, count: int) -> Dossier:
    """A review of so many claims, each with two passages, three verdicts and a mark of its own."""
    line = "The minister met the envoy on Friday in New York. " * 4
    text = "\n\n".join([line] * (count // 4))
    starts = [block * (len(line) + 2) + n * 50 for block in range(count // 4) for n in range(4)]
    one = dossier.claims[5]
    claims = tuple(
        replace(
            one,
            claim=replace(one.claim, id=place, position=place, span=Span(at, at + 49),
                          quote=text[at : at + 49], parts=(), mentions=()),
            review=replace(one.review, claim_id=place),
        )
        for place, at in enumerate(starts, start=1)
    )  # fmt: skip
    article = replace(
        dossier.article, text=text, digest=hashlib.sha256(text.encode()).hexdigest(),
        zones=(Zone(Span(0, len(text)), ZoneKind.BODY, True),),
    )  # fmt: skip
    return replace(dossier, article=article, claims=claims)


#: Seconds of this computer's time, all threads together, for two thousand claims.
LIMITS = {"html": 15, "pdf": 60}


@pytest.mark.slow
@pytest.mark.timeout(600)
@each_format
def test_two_thousand_claims(dossier: Dossier, root: Path, writer: Writer) -> None:
    ticks: list[tuple[int, int]] = []
    usual = {option.key: option.default for option in writer.FORMAT.options}
    work = Work(lambda done, total, _note: ticks.append((done, total)))
    setting = Setting(root / "resources", date(2026, 11, 25), usual, work)
    large = many(dossier, 2000)
    # The time used and not the clock, which also runs while others have the computer.
    begun = time.process_time()
    made = writer.render(large, setting)
    took = time.process_time() - begun
    assert ticks
    assert len(made) > 100_000
    assert took < LIMITS.get(writer.FORMAT.key, 60), f"{took:.1f} s"
    writer.warnings(large, setting)


def test_ten_times_the_claims_take_about_ten_times_the_time(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    """A floor against squares for the format that is not in the hands of a library."""
    html = writer_of("html")
    took = []
    for count in (100, 1000):
        large = many(dossier, count)
        begun = time.process_time()
        html.render(large, set_up(html))
        took.append(time.process_time() - begun)
    # Ten times the claims; squares would take a hundred times as long.
    assert took[1] < 40 * took[0]
