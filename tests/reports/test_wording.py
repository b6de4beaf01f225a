"""How days, counts and addresses read."""

from __future__ import annotations

from datetime import date

import pytest

from app.reports import wording


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2016-09-21", "21 September 2016"),
        ("2016-09", "September 2016"),
        ("2016", "2016"),
        ("2016-13", "2016-13"),
        ("last week", "last week"),
        ("", ""),
        (date(2016, 9, 2), "2 September 2016"),
    ],
)
def test_days(value: str | date, told: str) -> None:
    assert wording.day(value) == told


def test_moments_and_what_is_none() -> None:
    assert wording.moment("2026-11-24T09:03:00Z") == "24 November 2026, 09:03 UTC"
    assert wording.moment("2026-11-24T11:03:00+02:00") == "24 November 2026, 09:03 UTC"
    assert wording.moment("yesterday") == "yesterday"
    assert not wording.is_moment("yesterday")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example/x", "http://",
     "https://a b.example", "JAVASCRIPT:alert(1)", "https://[::1", "https://x.example\n.evil", ""],
)  # fmt: skip
def test_what_is_no_web_address_leads_nowhere(url: str) -> None:
    assert wording.web_address(url) == ""


def test_web_addresses_stay_as_they_are() -> None:
    for url in (
        "http://un.org",
        "https://ria.ru/20160922/1477583741.html?a=(b)&c",
        "HTTPS://UN.org",
    ):
        assert wording.web_address(url) == url


def test_control_characters_are_made_visible() -> None:
    assert wording.legible("a\x00\x1b\x7f\ud800\tb\nc") == "a\ufffd\u241b\u2421\ufffd\tb\nc"


def test_counts_and_lists() -> None:
    assert [wording.counted(n, "claim") for n in (0, 1, 2000)] == [
        "no claims", "1 claim", "2,000 claims",
    ]  # fmt: skip
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.language_tag('en" onclick=') == ""
