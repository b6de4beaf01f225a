"""The report as a file: golden, closed to the world, whole, and safe whatever it is made from."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.model.dossier import Dossier, DossierClaim
from app.model.ledger import Ledger
from app.model.review import Review
from app.reports.formats.html import render
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile


def page_of(dossier: Dossier, setting: Setting) -> str:
    return render(dossier, setting).decode("utf-8")


def test_golden(dossier: Dossier, setting: Setting, root: Path) -> None:
    """The report on the sample review. CLAIMDESK_UPDATE_GOLDEN=1 writes the file anew."""
    golden = root / "tests" / "golden" / "report.html"
    made = page_of(dossier, setting)
    if os.environ.get("CLAIMDESK_UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


def test_the_policy_allows_its_own_style_and_nothing_else(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    page = read_page(page_of(dossier, setting))
    policy = next(
        str(named["content"])
        for tag, named in page.tags
        if tag == "meta" and named.get("http-equiv") == "Content-Security-Policy"
    )
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in page.style
    assert "@import" not in page.style


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_hostile_gets_through_any_field(
    dossier: Dossier, setting: Setting, text: str, read_page: Callable[[str], Any]
) -> None:
    html = page_of(hostile(dossier, text), setting)
    html.encode("utf-8")
    check_safe(read_page(html))
    # The article's real text, with hostile words in every other field.
    own = replace(hostile(dossier, text), article=replace(dossier.article, title=text, origin=text))
    page = read_page(page_of(own, setting))
    check_safe(page)
    assert page.article == dossier.article.text


def check_safe(page: Any) -> None:
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "base", "link", "iframe", "object", "form"}
    # Radio buttons that belong to no form send nothing anywhere.
    assert all(named.get("type") == "radio" for tag, named in page.tags if tag == "input")
    for _, named in page.tags:
        assert not any(name.startswith("on") or name in {"style", "src"} for name in named)
    for href in page.hrefs():
        assert re.match(r"#|https?://", href), href
    assert page.unbalanced == []
    assert not re.search("[\x00\ud800-\udfff]", page.text)


def test_every_jump_link_has_its_goal(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    page = read_page(page_of(dossier, setting))
    assert len(page.ids) == len(set(page.ids))
    goals = {href[1:] for href in page.hrefs() if href.startswith("#")}
    assert goals <= set(page.ids)
    for number in range(1, 10):
        assert {f"claim-{number}", f"mark-{number}"} <= goals


def test_links_lead_out_without_a_trace(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    page = read_page(page_of(dossier, setting))
    out = [named for tag, named in page.tags if str(named.get("href", "")).startswith("http")]
    assert len(out) == 4
    assert all(named["rel"] == "noreferrer noopener" for named in out)


def test_the_page_can_be_walked(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    page = read_page(page_of(dossier, setting))
    assert page.unbalanced == []
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    tags = [tag for tag, _ in page.tags]
    assert tags.count("main") == 1
    assert tags.count("table") == tags.count("caption") > 0
    assert page.attribute("html", "lang") == ["en"]
    assert page.hrefs()[0] == "#claims"


def test_it_tells_what_a_reader_must_know(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    text = " ".join(read_page(page_of(dossier, setting)).text.split())
    for told in (
        "9 claims, 7 reviewed, 5 sources linked. Reviewed by A. Lind and M. Okafor.",
        "21 September 2016 was inferred and nobody has confirmed it",
        "Verdict without a source: no passage was linked to bear it out.",
        "Evidence speaks against this verdict, and the reviewer acknowledged it: Supported, though",
        "The article says September 16, this source 17 September (date; Saturday is 17 September)",
        "2 claims not reviewed yet: 4, 9",
        "1 passage linked when the verdict was given was unlinked since.",
        "linked after the verdict was given",
        "Draft rationale. Ask the ministry.",
        "Outside the article: Related links, tags and comments · 257 words",
        "Of the article’s own 198 words, 150 (75 %) lie in a claim, 3 need no check, "
        "and 45 are left open.",
        COPY_SAID := "Notes in our own words, made from an excerpt of the page named.",
    ):
        assert told in text
    assert text.count(COPY_SAID) == 5
    assert text.count("Sample source") == 4


def test_evidence_against_a_verdict_is_told_where_nobody_acknowledged_it(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    third = dossier.claims[2]
    assert third.review.verdict
    silent = replace(third.review.verdict, acknowledged="")
    changed = replace(third, review=replace(third.review, verdict=silent), history=(silent,))
    text = read_page(page_of(replace(dossier, claims=(changed,)), setting)).text
    assert (
        "Evidence speaks against this verdict, and nobody acknowledged it: "
        "“Supported, though РИА Новости says пятницу, not Thursday.”"
    ) in text
    assert "1 claim where linked evidence speaks against the verdict and nobody" in text


def test_the_gravest_verdict_comes_first(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    ids = read_page(page_of(dossier, setting)).ids
    order = [int(name[6:]) for name in ids if re.fullmatch(r"claim-\d+", name)]
    assert order == [6, 8, 2, 1, 3, 5, 7, 4, 9]


def test_same_dossier_same_file(dossier: Dossier, setting: Setting) -> None:
    assert page_of(dossier, setting) == page_of(dossier, setting)


def test_no_claims_at_all(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    empty = replace(dossier, claims=(), sources=(), ledger=Ledger(0, 0, 0, 0, 0))
    page = read_page(page_of(empty, setting))
    check_safe(page)
    assert "No claims have been found" in page.text
    assert "No source has been linked" in page.text
    assert page.article == dossier.article.text


def test_nothing_reviewed_yet(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    blank = tuple(DossierClaim(one.claim, Review(one.claim.id)) for one in dossier.claims)
    page = read_page(page_of(replace(dossier, claims=blank, sources=()), setting))
    assert "Nothing has been reviewed yet" in page.text
    assert "9 claims, no reviewed" not in page.text
    assert "9 claims, none reviewed" in page.text


def test_an_empty_article(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    article = replace(dossier.article, text="", zones=(), title="")
    page = read_page(page_of(replace(dossier, article=article), setting))
    check_safe(page)
    assert "The article holds no text." in page.text
    assert "the digest it was given at intake" in page.text
    assert page.text.count("Its words were not found in the article") == 9
    assert {h[1:] for h in page.hrefs() if h.startswith("#")} <= set(page.ids)


def test_a_verdict_of_another_scale_is_told_as_it_stands(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    first = dossier.claims[0]
    assert first.review.verdict
    other = replace(first.review.verdict, rating="four_pinocchios", scale="pinocchios")
    changed = replace(first, review=replace(first.review, verdict=other), history=(other,))
    page = read_page(page_of(replace(dossier, claims=(changed,)), setting))
    assert "four_pinocchios" in page.text


def test_one_verdict_can_be_shown_alone_without_a_script(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    page = read_page(page_of(dossier, setting))
    radios = [str(named["id"]) for tag, named in page.tags if tag == "input"]
    assert radios == [
        "show-all", "show-refuted", "show-partly_supported", "show-not_enough_evidence",
        "show-supported", "show-not_checkable",
    ]  # fmt: skip
    assert page.attribute("label", "for") == radios
    for radio in radios[1:]:
        look = radio.removeprefix("show-")
        rule = f".sheet:has(#{radio}:checked) .claim:not(.v-{look}, .v-to_review, :target)"
        assert rule in page.style


def test_figures_are_told_in_words_too(
    dossier: Dossier, setting: Setting, read_page: Callable[[str], Any]
) -> None:
    page = read_page(page_of(dossier, setting))
    charts = [named for tag, named in page.tags if tag == "svg" and named.get("role") == "img"]
    assert [chart["aria-label"] for chart in charts] == [
        "Verdicts: 3 Supported, 1 Partly supported, 1 Refuted, 1 Not enough evidence, "
        "1 Not checkable and 2 To review"
    ]
    text = " ".join(page.text.split())
    assert "3 news agencies, 1 newspaper and 1 transcript" in text
    assert "at least 8 minutes, counted between one verdict or link" in text
    assert "1 acknowledged, 0 not" in text
    assert "8, 24 November 2026, 09:01 UTC to 24 November 2026, 09:09 UTC" in text
