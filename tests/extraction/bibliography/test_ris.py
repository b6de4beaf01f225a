"""RIS: records with their fields, however carelessly they were written."""

from __future__ import annotations

from app.extraction.bibliography.ris import read
from app.model.intake import Skipped
from app.model.reference import Reference


def test_a_record_becomes_a_reference_with_the_names_of_csl() -> None:
    [one] = read(
        "TY  - NEWS\nID  - k1\nTI  - The dam broke\nAU  - Ford, Lena\nAU  - Müller, Jo\n"
        "DA  - 2021/05/04/\nT2  - Daily Post\nUR  - https://a.example/1\nDO  - 10.1/x\n"
        "AB  - It broke at night\n  and was rebuilt.\nN1  - seen\nLA  - en\nER  - \n"
    )
    assert one == Reference(
        "line 1",
        id="k1",
        type="article-newspaper",
        title="The dam broke",
        author="Ford, Lena; Müller, Jo",
        issued="2021-05-04",
        container_title="Daily Post",
        language="en",
        url="https://a.example/1",
        doi="10.1/x",
        abstract="It broke at night and was rebuilt.",
        note="seen",
    )


def test_a_record_that_is_not_closed_is_not_lost() -> None:
    told = list(read("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n"))
    assert [one.title for one in told if isinstance(one, Reference)] == ["One", "Two"]


def test_what_stands_outside_and_what_has_no_title_is_told() -> None:
    told = list(read("hello\nTY  - JOUR\nPY  - 2020\nER  - \nAU  - Lost, One\n"))
    assert [one.where for one in told if isinstance(one, Skipped)] == ["line 1", "line 2", "line 5"]


def test_a_head_of_several_lines_is_told_once() -> None:
    told = list(read("Provider: Press\nDatabase: All\n\nTY  - NEWS\nTI  - One\nER  - \n"))
    assert [type(one) for one in told] == [Skipped, Reference]
