"""BibTeX: entries read, entries broken and told, and no input that takes long."""

from __future__ import annotations

import time

import pytest

from app.extraction.bibliography.bibtex import read
from app.model.intake import Skipped
from app.model.reference import Reference

FILE = r"""
@string{dp = "Daily Post"}
@comment{not an entry}
@article{k1,
  title = {The {\'e}tude of \& Dams}, author = {Ford, Lena and M{\"u}ller, Jo},
  year = 2021, month = may, journal = dp # " of " # {York}, url = {https://a.example/c\_d},
}
@book{broken, title = {never closed
@online(k2, title = "Quoted {"}words{"}", date = {2020-03-04})
@misc{k3, title {no sign}}
@misc{k4, year = 2020}
"""


def test_entries_are_read_and_broken_ones_told() -> None:
    told = list(read(FILE))
    good = [one for one in told if isinstance(one, Reference)]
    assert [(one.id, one.title, one.issued) for one in good] == [
        ("k1", "The étude of & Dams", "2021-05"),
        ("k2", 'Quoted "words"', "2020-03-04"),
    ]
    assert good[0].author == "Ford, Lena; Müller, Jo"
    assert good[0].container_title == "Daily Post of York"
    assert good[0].url == "https://a.example/c_d"
    assert [one.where for one in told if isinstance(one, Skipped)] == [
        "line 8",
        "line 10",
        "line 11",
    ]


def test_several_entries_on_one_line_are_all_read() -> None:
    told = list(read("@misc{a, title={One}} @misc{b, title={Two}}@misc{c, title={Three}}"))
    assert [one.title for one in told if isinstance(one, Reference)] == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    "hostile",
    [
        "@article{a, title=" + "{" * 300_000,
        "@" * 300_000,
        "@a{\n" * 50_000,
        '@article{a, title="' * 20_000,
        "@article{a" + ", t={x}" * 50_000 + "}",
        "@article{a, title={" + "a " * 300_000 + "}}",
        "".join(f"@string{{a{n + 1} = a{n} # a{n} # a{n}}}\n" for n in range(60)),
        "@a{k, title={" + "\\'" * 100_000 + "}}",
    ],
)
def test_hostile_files_end_soon(hostile: str) -> None:
    begun = time.process_time()
    list(read(hostile))
    assert time.process_time() - begun < 10
