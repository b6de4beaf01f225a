"""A source that the reviewer writes down: a reference by hand, or a text that was pasted. Its
fields are checked here. Knows no store."""

from __future__ import annotations

import re
from dataclasses import replace

from app.desk.incoming import Incoming, from_reference, title_of
from app.extraction.bibliography.fields import iso, words
from app.model.address import web_address
from app.model.errors import InputError
from app.model.reference import Reference
from app.text.dates.find import find_dates

#: What stands for the title of a text whose first line is none.
UNTITLED = "Pasted text"

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def written_source(written: Reference) -> Incoming:
    """The source that these fields tell of; without a text it is a bare reference, and says so.

    `issued` may be written as people write days; `type` is a `SourceKind` or empty. Raises
    InputError where there is neither title nor text, for a date that cannot be read in one way and
    for a link that leads to no web page.
    """
    title, text = words(written.title), written.text
    if not title and not text.strip():
        raise InputError("There is no text in it. A source needs a title or a text.")
    url = written.url.strip()
    if url and web_address(url) is None:
        raise InputError(
            f"“{url[:200]}” is no address of a web page. Begin it with https:// or leave it out."
        )
    return from_reference(
        replace(
            written,
            title=title or title_of(text, UNTITLED),
            publisher=words(written.publisher),
            author=words(written.author),
            issued=day_of(written.issued),
            url=url,
        ),
        "",
    )


def day_of(told: str) -> str:
    """The ISO day, month or year that "2016-09-16", "16.9.2016" or "September 2016" names; empty
    for nothing. Raises InputError for what can be read in two ways or in none."""
    told = told.strip()
    found = _ISO.fullmatch(told)
    if found:
        parts = [part for part in found.groups() if part]
        value = iso(*parts)
        if value.count("-") == len(parts) - 1:
            return value
    elif told:
        mentions = find_dates(told[:80])
        if len(mentions) == 1 and mentions[0].text == told:
            [one] = mentions
            whole = one.granularity in ("day", "month", "year") and one.value[:1].isdigit()
            if whole and not one.alternative:
                return one.value
    else:
        return ""
    raise InputError(
        f"“{told[:80]}” is no date that can be read in one way. Write it as 2016-09-16, 2016-09 or "
        "2016."
    )
