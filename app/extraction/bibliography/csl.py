"""Reads CSL-JSON, what Zotero and citeproc exchange. Knows no store."""

from __future__ import annotations

from typing import Any

from app.extraction.bibliography.fields import iso, iso_of, names, words
from app.model.intake import Skipped
from app.model.reference import Reference

#: Members that an item of CSL has and a row of a table hardly.
_OWN = frozenset({"issued", "container-title", "DOI", "URL", "accessed", "publisher-place"})


def is_item(told: Any) -> bool:
    """Whether a JSON object looks like an item of CSL."""
    return (
        isinstance(told, dict)
        and isinstance(told.get("title", ""), str)
        and (bool(_OWN & told.keys()) or ("type" in told and "id" in told))
    )


def read_item(told: dict[str, Any], where: str) -> Reference | Skipped:
    """The reference in an item of CSL."""
    title, abstract = words(told.get("title")), words(told.get("abstract"))
    if not title and not abstract:
        return Skipped(where, "The record has neither title nor abstract.")
    return Reference(
        where,
        id=words(told.get("id")),
        type=words(told.get("type")),
        title=title,
        author=names(map(_name, _listed(told.get("author")))),
        issued=_day(told.get("issued")),
        container_title=words(told.get("container-title")),
        publisher=words(told.get("publisher")),
        language=words(told.get("language")),
        url=words(told.get("URL")),
        doi=words(told.get("DOI")),
        abstract=abstract,
        note=words(told.get("note")),
        text=told["text"] if isinstance(told.get("text"), str) else "",
    )


def _name(told: Any) -> str:
    if not isinstance(told, dict):
        return ""
    family, given = words(told.get("family")), words(told.get("given"))
    return words(told.get("literal")) or ", ".join(one for one in (family, given) if one)


def _day(told: Any) -> str:
    if not isinstance(told, dict):
        return iso_of(words(told))
    first = next(iter(_listed(told.get("date-parts"))), None)
    if isinstance(first, list) and first:
        return iso(*first[:3])
    return iso_of(words(told.get("raw") or told.get("literal")))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
