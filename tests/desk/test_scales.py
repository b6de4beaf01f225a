"""The scale that a new library starts with."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.scales import load_scale


def test_the_default_scale_has_the_five_ratings_in_order(root: Path) -> None:
    scale = load_scale(root / "resources" / "rating_scales.toml")
    assert [rating.number for rating in scale.ratings] == [1, 2, 3, 4, 5]
    assert [rating.needs_source for rating in scale.ratings] == [True, True, True, False, False]
    assert scale.rating("3").key == scale.rating("Refuted").key == "refuted"


def test_an_unknown_scale_is_a_mistake_of_ours(root: Path) -> None:
    with pytest.raises(KeyError):
        load_scale(root / "resources" / "rating_scales.toml", "no-such-scale")
