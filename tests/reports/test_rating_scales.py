"""The shipped rating scales hold together: numbers without gaps, looks that can be drawn."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from app.reports.claim_entry import RISK


def test_scales_are_whole(root: Path) -> None:
    data = tomllib.loads((root / "resources" / "rating_scales.toml").read_text(encoding="utf-8"))
    keys = [scale["key"] for scale in data["scale"]]
    assert data["default"] in keys
    assert len(set(keys)) == len(keys)
    for scale in data["scale"]:
        ratings = scale["rating"]
        assert [rating["number"] for rating in ratings] == list(range(1, len(ratings) + 1))
        assert len({rating["key"] for rating in ratings}) == len(ratings)
        for rating in ratings:
            assert re.fullmatch(r"[a-z0-9_]+", rating["key"])
            assert rating["name"]
            assert rating["definition"].endswith(".")
            assert rating["look"] in RISK
            assert isinstance(rating["needs_source"], bool)


def test_the_default_five(root: Path) -> None:
    data = tomllib.loads((root / "resources" / "rating_scales.toml").read_text(encoding="utf-8"))
    five = next(scale for scale in data["scale"] if scale["key"] == data["default"])
    assert [(rating["name"], rating["needs_source"]) for rating in five["rating"]] == [
        ("Supported", True),
        ("Partly supported", True),
        ("Refuted", True),
        ("Not enough evidence", False),
        ("Not checkable", False),
    ]
