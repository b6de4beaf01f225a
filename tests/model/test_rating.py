"""Number, key and name of a rating never disagree; a change of scale maps or asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.scales import Scales, load_scales
from app.model.errors import InputError
from app.model.rating import Rating, RatingScale, change_scale

YES = Rating("yes", "Yes", 1, "It is so.", "supported", True, 2, "supported")
NO = Rating("no", "No", 2, "It is not.", "refuted", True, 1, "refuted")


@pytest.fixture(scope="module")
def scales(root: Path) -> Scales:
    return load_scales(root / "resources" / "rating_scales.toml")


def test_one_rating_by_any_of_its_names() -> None:
    scale = RatingScale("two", "Two", (YES, NO))
    assert scale.rating("1") is scale.rating("Yes") is scale.rating(" yes ") is YES
    assert scale.best == 2
    with pytest.raises(InputError, match="It has: yes, no"):
        scale.rating("3")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"number": 1}, "do not run from 1"),
        ({"number": 3}, "do not run from 1"),
        ({"key": "Yes"}, "have one key"),
        ({"name": "YES"}, "have one name"),
        ({"truth": 2}, "truth of its ratings"),
        ({"truth": 0}, "truth of its ratings"),
        ({"truth": 3}, "truth of its ratings"),
    ],
)
def test_ratings_that_would_disagree_make_no_scale(changed: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        RatingScale("two", "Two", (YES, replace(NO, **changed)))  # type: ignore[arg-type]


def test_what_means_the_same_is_mapped_and_the_rest_is_asked(scales: Scales) -> None:
    five, fever = scales.get("five_way"), scales.get("fever")
    change = change_scale(five, fever, ["supported", "refuted", "partly_supported", "supported"])
    assert {key: rating.key for key, rating in change.mapped.items()} == {
        "supported": "supports",
        "refuted": "refutes",
    }
    [question] = change.asked
    assert question.rating.key == "partly_supported"
    assert question.choices == fever.ratings


def test_two_that_mean_the_same_are_asked_between(scales: Scales) -> None:
    change = change_scale(scales.get("five_way"), scales.get("politifact"), ["refuted"])
    assert not change.mapped
    assert [one.key for one in change.asked[0].choices] == [
        "politifact_false",
        "politifact_pants_on_fire",
    ]


def test_an_order_to_the_desk_is_never_inferred(scales: Scales) -> None:
    change = change_scale(scales.get("five_way"), scales.get("pre_publication"), ["refuted"])
    assert not change.mapped
    assert len(change.asked[0].choices) == 5


def test_every_pair_of_shipped_scales_maps_or_asks_each_rating(scales: Scales) -> None:
    for old in scales.all:
        for new in scales.all:
            keys = [rating.key for rating in old.ratings]
            change = change_scale(old, new, keys)
            asked = [question.rating.key for question in change.asked]
            assert sorted([*change.mapped, *asked]) == sorted(keys)
            assert (old is new) <= (not asked)
            for key, rating in change.mapped.items():
                assert rating in new.ratings
                before = old.by_key(key)
                assert before is not None
                assert before.sense == rating.sense


def test_a_rating_of_neither_scale_is_a_mistake_of_ours(scales: Scales) -> None:
    with pytest.raises(KeyError):
        change_scale(scales.default, scales.get("fever"), ["four_pinocchios"])
