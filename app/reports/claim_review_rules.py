"""The linter of ClaimReview: each rule a function, its docstring the reason. Knows no dossier.

A rule looks at one ClaimReview (a JSON object, ours or anybody's) and answers a sentence, or an
empty string where it is content. Errors make other programs drop the review; warnings do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from app.model.rating import RatingScale
from app.reports.claim_review import agrees, number
from app.reports.wording import web_address

LONGEST_CLAIM = 75
LONGEST_NAME = 50
LONGEST_EXPLANATION = 500

#: Hosts whose addresses say nothing of where they lead, and may lead elsewhere tomorrow.
SHORTENERS = frozenset({
    "bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "is.gd", "lnkd.in", "nyti.ms",
    "ow.ly", "rb.gy", "rebrand.ly", "reut.rs", "shorturl.at", "t.co", "t.ly", "t.me", "tiny.cc",
    "tinyurl.com", "trib.al", "v.gd", "wapo.st", "youtu.be",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One ClaimReview and what it is held against.

    `others` are the reviews beside it; `page` is the address it is published at, or empty; `scale`
    is the scale of its rating and `recorded` the name of the verdict in force, where known;
    `without_copy` counts the evidence that has no stored copy.
    """

    told: dict[str, Any]
    today: date
    page: str = ""
    scale: RatingScale | None = None
    recorded: str = ""
    without_copy: int = 0
    others: Sequence[dict[str, Any]] = field(default=())

    def text(self, *path: str) -> str:
        """The text at a path of members, or empty; of several the first."""
        value: Any = self.told
        for name in path:
            value = first(value)
            value = value.get(name) if isinstance(value, dict) else None
        value = first(value)
        return value.strip() if isinstance(value, str) else ""

    def part(self, name: str) -> dict[str, Any]:
        """The object that a member holds, or an empty one."""
        value = first(self.told.get(name))
        return value if isinstance(value, dict) else {}

    @property
    def value(self) -> float | None:
        """The rating's number, or None."""
        return number(self.part("reviewRating").get("ratingValue"))

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The rating's worst and best."""
        rating = self.part("reviewRating")
        return number(rating.get("worstRating")), number(rating.get("bestRating"))

    def appearances(self) -> list[str]:
        """The addresses where the claim appeared."""
        item = self.part("itemReviewed")
        told = [*listed(item.get("appearance")), *listed(item.get("firstAppearance"))]
        urls = [one.get("url") if isinstance(one, dict) else one for one in told]
        return [url for url in urls if isinstance(url, str) and url.strip()]


Rule = Callable[[Case], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule, named by its function, says of a review; `error` or only a warning."""

    rule: str
    sentence: str
    error: bool


def lint(case: Case) -> tuple[Finding, ...]:
    """All that the rules say of a review, errors first."""
    return tuple(
        Finding(rule.__name__, sentence, error)
        for rules, error in ((ERRORS, True), (WARNINGS, False))
        for rule in rules
        if (sentence := rule(case))
    )


# Errors


def claim_is_empty(case: Case) -> str:
    """A review of nothing is dropped."""
    return "" if case.text("claimReviewed") else "It does not say which claim was reviewed."


def rating_is_missing(case: Case) -> str:
    """Without a rating there is no verdict to show."""
    return "" if case.part("reviewRating") else "It has no reviewRating, so no verdict."


def rating_has_no_name(case: Case) -> str:
    """The name is the verdict that readers see; a number alone says nothing."""
    if not case.part("reviewRating") or case.text("reviewRating", "alternateName"):
        return ""
    return "Its rating has no name (alternateName), which is what readers see."


def url_is_missing(case: Case) -> str:
    """Nobody could be led to the check."""
    return "" if case.text("url") else "It has no address (url); give that of the page."


def url_is_no_web_address(case: Case) -> str:
    """Only a page on the web can be shown."""
    url = case.text("url")
    if not url or web_address(url):
        return ""
    return f"Its address “{_cut(url)}” does not lead to a page (http or https)."


def url_is_a_shortener(case: Case) -> str:
    """A short address hides whose page it is."""
    host = _host(case.text("url"))
    return f"Its address is a shortener’s ({host}); give the page itself." * (host in SHORTENERS)


def host_is_not_the_pages(case: Case) -> str:
    """A review of another site's check, published as one's own, is refused."""
    page, own = _host(case.page), _host(case.text("url"))
    if not page or not own or page == own:
        return ""
    return f"Its address is on {own}, but the page is published on {page}."


def value_is_no_number(case: Case) -> str:
    """The number of a rating is read as one."""
    rating = case.part("reviewRating")
    if "ratingValue" not in rating or case.value is not None:
        return ""
    return f"Its ratingValue “{_cut(str(rating['ratingValue']))}” is not a number."


def value_without_best_and_worst(case: Case) -> str:
    """A number says nothing without the ends of its scale."""
    if case.value is None or None not in case.bounds:
        return ""
    return "Its ratingValue stands without bestRating and worstRating, so it says nothing."


def worst_is_not_below_best(case: Case) -> str:
    """The scale would have no length, or run backwards."""
    worst, best = case.bounds
    if worst is None or best is None or worst < best:
        return ""
    return f"Its worstRating {worst:g} is not below its bestRating {best:g}."


def worst_is_below_one(case: Case) -> str:
    """Readers of the format take 0 and below for “no rating”."""
    worst = case.bounds[0]
    if worst is None or worst >= 1:
        return ""
    return f"Its worstRating is {worst:g}; a scale begins at 1."


def value_is_outside(case: Case) -> str:
    """The number must lie on its own scale."""
    worst, best = case.bounds
    if case.value is None or worst is None or best is None or worst <= case.value <= best:
        return ""
    return f"Its ratingValue {case.value:g} lies outside of {worst:g} to {best:g}."


def name_and_number_disagree(case: Case) -> str:
    """A machine reads the number, a reader the name; both must be one verdict."""
    name = case.text("reviewRating", "alternateName")
    if case.scale is None or not name:
        return ""
    rating = next((one for one in case.scale.ratings if one.name == name), None)
    if rating is None:
        return f"“{_cut(name)}” is not a rating of the {case.scale.name}."
    if agrees(case.scale, rating, case.part("reviewRating")):
        return ""
    return f"Its numbers are not those of “{_cut(name)}” on the {case.scale.name}."


def claimant_is_the_checker(case: Case) -> str:
    """Whoever checks a claim does not make it."""
    claimant, checker = case.text("itemReviewed", "author", "name"), case.text("author", "name")
    if not claimant or claimant.casefold() != checker.casefold():
        return ""
    return f"The claim’s author and its checker are both “{_cut(checker)}”."


def author_has_no_name(case: Case) -> str:
    """A check without a checker is nobody's word."""
    if case.text("author", "name"):
        return ""
    return "Its author, the organisation that checked, has no name."


def same_url_and_claim_twice(case: Case) -> str:
    """Of two reviews alike one is dropped, and nobody knows which."""
    key = (case.text("url"), case.text("claimReviewed"))
    same = [one for one in case.others if (_text(one, "url"), _text(one, "claimReviewed")) == key]
    return "Another review here has the same address and the same claim." if same else ""


def date_is_not_iso(case: Case) -> str:
    """Days are read as 2016-09-21 and in no other way."""
    for path in (("datePublished",), ("itemReviewed", "datePublished")):
        told = case.text(*path)
        if told and _day(told) is None:
            return f"Its {' of '.join(reversed(path))} “{_cut(told)}” is not an ISO 8601 date."
    return ""


def date_is_in_the_future(case: Case) -> str:
    """What is not published yet is not shown."""
    for path in (("datePublished",), ("itemReviewed", "datePublished")):
        told = _day(case.text(*path))
        if told and told > case.today:
            return f"Its {' of '.join(reversed(path))} {told.isoformat()} lies in the future."
    return ""


def other_verdict_than_recorded(case: Case) -> str:
    """What is published must be what was decided."""
    name = case.text("reviewRating", "alternateName")
    if not case.recorded or name == case.recorded:
        return ""
    return f"It says “{_cut(name)}”, but the verdict recorded is “{_cut(case.recorded)}”."


# Warnings


def claim_is_long(case: Case) -> str:
    """Search engines cut a longer claim."""
    length = len(case.text("claimReviewed"))
    if length <= LONGEST_CLAIM:
        return ""
    return f"The claim has {length:,} characters; more than {LONGEST_CLAIM} are cut in results."


def claim_holds_the_verdict(case: Case) -> str:
    """The claim is told as it was made, the verdict beside it."""
    name = case.text("reviewRating", "alternateName").casefold()
    words = re.findall(r"\w+", case.text("claimReviewed").casefold())
    wanted = re.findall(r"\w+", name)
    size = len(wanted)
    if not size or wanted not in (words[at : at + size] for at in range(len(words) - size + 1)):
        return ""
    return f"The claim holds the word of its own verdict, “{_cut(name)}”."


def no_appearance(case: Case) -> str:
    """Without one nobody can see that the claim was made."""
    if case.appearances():
        return ""
    return "It does not say where the claim appeared; give the article’s address."


def appearance_is_ones_own(case: Case) -> str:
    """A claim that appeared only on one's own page looks made up to be refuted."""
    own = {_host(case.text("url")), _host(case.page)} - {""}
    hosts = sorted({_host(url) for url in case.appearances()} & own)
    return f"The claim appeared on your own site, {hosts[0]}." if hosts else ""


def no_same_as(case: Case) -> str:
    """A name alone does not tell who is meant."""
    if case.text("itemReviewed", "author", "sameAs"):
        return ""
    return "Nothing (sameAs) tells which person or body made the claim."


def no_explanation(case: Case) -> str:
    """A verdict without reasons convinces nobody."""
    if not case.part("reviewRating") or case.text("reviewRating", "ratingExplanation"):
        return ""
    return "The verdict has no explanation; write a rationale."


def explanation_is_long(case: Case) -> str:
    """Readers of feeds see its beginning only."""
    length = len(case.text("reviewRating", "ratingExplanation"))
    if length <= LONGEST_EXPLANATION:
        return ""
    return f"The explanation has {length:,} characters; over {LONGEST_EXPLANATION} it may be cut."


def name_is_long(case: Case) -> str:
    """The verdict is shown on one line."""
    length = len(case.text("reviewRating", "alternateName"))
    if length <= LONGEST_NAME:
        return ""
    return f"The verdict’s name has {length:,} characters; over {LONGEST_NAME} it may be cut."


def several_on_one_page(case: Case) -> str:
    """Some readers show one review a page."""
    page = case.text("url").partition("#")[0]
    if not page or not any(_text(one, "url").partition("#")[0] == page for one in case.others):
        return ""
    return "Several reviews stand on one page; some readers show only one of them."


def no_claim_date(case: Case) -> str:
    """When it was said decides whether it was true then."""
    if case.text("itemReviewed", "datePublished"):
        return ""
    return "It does not say when the claim was made; confirm the article’s day."


def evidence_without_copy(case: Case) -> str:
    """A page may change; only a stored copy shows what it said."""
    if not case.without_copy:
        return ""
    return "Some evidence has no stored copy, so nobody can check what it said."


def number_for_no_evidence(case: Case) -> str:
    """A number would be averaged as if it told of truth."""
    name = case.text("reviewRating", "alternateName")
    rating = next((r for r in case.scale.ratings if r.name == name), None) if case.scale else None
    if rating is None or case.value is None:
        return ""
    if rating.look not in ("not_enough_evidence", "not_checkable"):
        return ""
    return f"“{_cut(name)}” says nothing of truth, and yet it has a number."


ERRORS: tuple[Rule, ...] = (
    claim_is_empty, rating_is_missing, rating_has_no_name, url_is_missing, url_is_no_web_address,
    url_is_a_shortener, host_is_not_the_pages, value_is_no_number, value_without_best_and_worst,
    worst_is_not_below_best, worst_is_below_one, value_is_outside, name_and_number_disagree,
    claimant_is_the_checker, author_has_no_name, same_url_and_claim_twice, date_is_not_iso,
    date_is_in_the_future, other_verdict_than_recorded,
)  # fmt: skip

WARNINGS: tuple[Rule, ...] = (
    claim_is_long, claim_holds_the_verdict, no_appearance, appearance_is_ones_own, no_same_as,
    no_explanation, explanation_is_long, name_is_long, several_on_one_page, no_claim_date,
    evidence_without_copy, number_for_no_evidence,
)  # fmt: skip


def listed(value: Any) -> list[Any]:
    """A member's values: JSON-LD tells one value plainly and several as an array."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def first(value: Any) -> Any:
    """The first of a member's values, or None."""
    values = listed(value)
    return values[0] if values else None


def _text(told: dict[str, Any], name: str) -> str:
    value = first(told.get(name))
    return value.strip() if isinstance(value, str) else ""


def _host(url: str) -> str:
    """The host of a web address, without “www.”; empty where it is none."""
    if not web_address(url):
        return ""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _day(told: str) -> date | None:
    try:
        return datetime.fromisoformat(told).date()
    except ValueError:
        return None


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
