"""The scales that come with the app, and those of the house."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.scales import load_scales
from app.model.errors import InputError, LibraryError

HOUSE = """
[[scale]]
key = "our_house"
name = "Our house"

[[scale.rating]]
key = "holds"
number = 1
name = "Holds"
definition = "We stand by it."
look = "supported"
truth = 2
sense = "supported"

[[scale.rating]]
key = "falls"
number = 2
name = "Falls"
definition = "We do not."
look = "refuted"
needs_source = true
truth = 1
"""


@pytest.fixture
def shipped(root: Path) -> Path:
    return root / "resources" / "rating_scales.toml"


def test_the_default_scale_has_the_five_ratings_in_order(shipped: Path) -> None:
    scale = load_scales(shipped).default
    assert [rating.number for rating in scale.ratings] == [1, 2, 3, 4, 5]
    assert [rating.needs_source for rating in scale.ratings] == [True, True, True, False, False]
    assert scale.rating("3").key == scale.rating("Refuted").key == "refuted"


def test_the_scales_of_the_field_are_there(shipped: Path) -> None:
    scales = load_scales(shipped)
    assert {scale.key: len(scale.ratings) for scale in scales.all} == {
        "five_way": 5, "averitec": 4, "fever": 3, "politifact": 6, "snopes": 6, "pinocchios": 5,
        "pre_publication": 5,
    }  # fmt: skip
    keys = [rating.key for scale in scales.all for rating in scale.ratings]
    assert len(set(keys)) == len(keys), "a key alone would not tell the scale"


def test_an_unknown_scale_is_told(shipped: Path) -> None:
    with pytest.raises(InputError, match="There are: five_way, averitec"):
        load_scales(shipped).get("no-such-scale")


def test_a_house_scale_joins_the_shipped_ones(shipped: Path, tmp_path: Path) -> None:
    house = tmp_path / "rating_scales.toml"
    assert load_scales(shipped, house).all == load_scales(shipped).all
    house.write_text(HOUSE, encoding="utf-8")
    scale = load_scales(shipped, house).get("our_house")
    assert [(r.number, r.key, r.name, r.needs_source) for r in scale.ratings] == [
        (1, "holds", "Holds", False),
        (2, "falls", "Falls", True),
    ]


def test_an_adopted_scale_is_written_behind_the_others(shipped: Path, tmp_path: Path) -> None:
    house = tmp_path / "rating_scales.toml"
    house.write_text(HOUSE, encoding="utf-8")
    scales = load_scales(shipped, house)
    scales.adopt(replace(scales.get("snopes"), key="theirs"))
    assert load_scales(shipped, house) == scales
    assert house.read_text(encoding="utf-8").startswith(HOUSE.strip())
    with pytest.raises(InputError, match="its key is not"):
        scales.adopt(replace(scales.default, key="No Key"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("number = 2", "number = 1", "do not run from 1"),
        ("number = 2", "number = 3", "do not run from 1"),
        ("number = 2", "number = true", "no usable number"),
        ("number = 2", "number = '2'", "no usable number"),
        ('key = "falls"', 'key = "holds"', "have one key"),
        ('key = "falls"', 'key = "F !"', "no usable key"),
        ('name = "Falls"', 'name = "holds"', "have one name"),
        ('look = "refuted"', 'look = "pink"', "are not among"),
        ('look = "refuted"', 'look = "refuted"\ncolour = "#f00"', "an unknown colour"),
        ("truth = 1", "truth = 2", "truth of its ratings"),
        ('key = "our_house"', 'key = "five_way"', "is taken"),
        ('key = "our_house"', "key = 7", "its key is not"),
        ("[[scale]]", "[[scale", "not TOML"),
        ("[[scale]]", "[scale]", "cannot be used"),
        ("[[scale.rating]]", "[[scale.ratings]]", r"no \[\[scale.rating\]\]"),
    ],
)
def test_a_house_scale_that_would_mislead_is_told_by_name(
    shipped: Path, tmp_path: Path, old: str, new: str, says: str
) -> None:
    house = tmp_path / "rating_scales.toml"
    house.write_text(HOUSE.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=says):
        load_scales(shipped, house)


def test_a_house_file_that_cannot_be_read_is_told(shipped: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        load_scales(shipped, tmp_path)
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not TOML"):
        load_scales(shipped, tmp_path / "x.toml")


def test_a_shipped_file_that_is_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('default = "x"\n[[scale]]\nkey = "y"\n', encoding="utf-8")
    with pytest.raises(LibraryError, match="not whole"):
        load_scales(tmp_path / "s.toml")
