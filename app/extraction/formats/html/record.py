"""What a page records about itself: title, author, day, language, address. Reads no visible text.

The day is only ever one that the page states for its publication: never that of a change, of a
clock on the page, or one that was guessed from its words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

_DAY = re.compile(r"\s{0,9}(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_LANGUAGE = re.compile(r"\s{0,9}([a-z]{2})(?:[-_].{0,40})?\s{0,9}$", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})", re.IGNORECASE)
_HEAD = 4096
_LONGEST_RECORD = 1_000_000
_MOST_OBJECTS = 2_000
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "dc.date.issued", "dcterms.issued", "citation_publication_date", "pubdate", "publish_date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "citation_author")
_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " » ", " · ")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What a page says about itself; all may be empty. `title` bears no name of the site.

    `body` is the article's text where the page's JSON-LD holds it (schema.org `articleBody`; of a
    live blog, that of its updates), whether or not it is seen on the page.
    """

    title: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""
    url: str = ""
    body: str = ""


def read_record(tree: Any, markup: str) -> PageRecord:
    """The record of a parsed page; `markup` is the page as it was."""
    meta = _meta(tree)
    story = _story(_linked_data(tree))
    site = meta.get("og:site_name", "")
    return PageRecord(
        title=_title(tree, meta, story, site),
        author=_author(meta, story),
        published=_published(tree, meta, story),
        language=_language(tree, meta),
        url=_url(tree, meta, markup),
        body=_body(story),
    )


def day_of(stated: object) -> date | None:
    """The day of an ISO 8601 time as it stands, in the time zone of who wrote it."""
    found = _DAY.match(stated) if isinstance(stated, str) else None
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _meta(tree: Any) -> dict[str, str]:
    """The first filled value of each named meta element."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "")[: 4 * _LONGEST].split())
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _linked_data(tree: Any) -> list[dict[str, Any]]:
    """The objects of the page's JSON-LD, outer ones first."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        written = script.text or ""
        kind = (script.get("type") or "").casefold()
        if "ld+json" not in kind or len(written) > _LONGEST_RECORD:
            continue
        try:
            waiting = [json.loads(written, strict=False)]
        except (ValueError, RecursionError):
            continue
        for each in waiting:  # grows while it is gone through
            if isinstance(each, dict):
                found.append(each)
                waiting.extend(value for value in each.values() if isinstance(value, (dict, list)))
            elif isinstance(each, list):
                waiting.extend(each)
            if len(waiting) > _MOST_OBJECTS:
                break
    return found


def _story(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The object that stands for the article of this page, or an empty one.

    Of several the first that calls itself the page's main thing, or else the first.
    """
    stories = [
        each
        for each in objects
        if any(word in str(each.get("@type", "")) for word in ("Article", "Posting", "Report"))
        and any(each.get(key) for key in ("headline", "datePublished", "articleBody"))
    ]
    main = [each for each in stories if "mainEntityOfPage" in each]
    return next(iter(main or stories), {})


def _body(story: dict[str, Any]) -> str:
    updates = story.get("liveBlogUpdate")
    told = [story, *(updates if isinstance(updates, list) else [])]
    words = (each.get("articleBody") for each in told if isinstance(each, dict))
    return "\n\n".join(each for each in words if isinstance(each, str))


def _published(tree: Any, meta: dict[str, str], story: dict[str, Any]) -> date | None:
    stated: list[object] = [story.get("datePublished")]
    stated.extend(meta.get(name) for name in _PUBLISHED)
    for element in tree.iter("time"):
        if "pubdate" in element.attrib or element.get("itemprop") == "datePublished":
            stated.append(element.get("datetime") or element.get("content"))
    days = (day_of(each) for each in stated)
    return next((day for day in days if day is not None), None)


def _title(tree: Any, meta: dict[str, str], story: dict[str, Any], site: str) -> str:
    stated = [story.get("headline"), *(meta.get(name) for name in _TITLES)]
    element = next(tree.iter("title"), None)
    if element is not None:
        stated.append("".join(element.itertext()))
    for each in stated:
        if isinstance(each, str) and (words := " ".join(each[:_LONGEST].split())):
            return _without_site(words, site)
    return ""


def _without_site(title: str, site: str) -> str:
    """The title without the site's name behind it (or before it), where one is parted from it."""
    for sign in _SEPARATORS:
        before, _, after = title.rpartition(sign)
        if before and (
            after.casefold() == site.casefold() or (not site and _is_name(before, after))
        ):
            return before.strip()
        before, _, after = title.partition(sign)
        if after and site and before.casefold() == site.casefold():
            return after.strip()
    return title


def _is_name(title: str, name: str) -> bool:
    return len(name.split()) <= 4 and len(title.split()) >= 4 and not name[:1].islower()


def _author(meta: dict[str, str], story: dict[str, Any]) -> str:
    names = list(_names(story.get("author")))
    if not names:
        stated = (meta.get(name, "") for name in _AUTHORS)
        names = [each for each in stated if each and "://" not in each][:1]
    return ", ".join(dict.fromkeys(names))[:_LONGEST]


def _names(author: object) -> Iterator[str]:
    for each in author[:20] if isinstance(author, list) else [author]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip() and "://" not in name:
            yield " ".join(name.split())


def _language(tree: Any, meta: dict[str, str]) -> str:
    root = next(tree.iter("html"), tree)
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    for stated in (root.get("lang"), root.get(xml), root.get("xml:lang"), meta.get("og:locale")):
        found = _LANGUAGE.match(stated or "")
        if found:
            return found[1].casefold()
    return ""


def _url(tree: Any, meta: dict[str, str], markup: str) -> str:
    links = [each.get("href") for each in tree.iter("link") if each.get("rel") == "canonical"]
    saved = _SAVED_FROM.search(markup[:_HEAD])
    for stated in (*links, meta.get("og:url"), saved[1] if saved else ""):
        address = (stated or "").strip()
        if address.casefold().startswith(("http://", "https://")) and len(address) <= 2000:
            return address
    return ""
