"""Finds what a press release says of its sender: "About X", legal notices, whom to call.

Knows lines and their looks, no zone.
"""

from __future__ import annotations

import re

from app.extraction.page.lines import Page
from app.extraction.page.words import Sort, is_ended

_ABOUT = re.compile(
    r"(?:About(?: the)?|Über(?: die| das| den)?|À propos d(?:e(?: la)?|u|es) ?|À propos de l['’]"
    r"|Acerca de(?:l| la)?|Sobre(?: el| la| o| a)?|Informazioni su(?:l|lla)?|Over|Om|O)\s"
    r"[^\Wa-zß-öø-ÿа-яё\d_].{1,70}"
)
_LEGAL = re.compile(
    r"(?:cautionary (?:note|statement)s? (?:regarding|on|about) )?forward[- ]looking (?:statements?"
    r"|information)|safe harbou?r(?: statement)?|(?:media|press|investor)"
    r"(?: relations)? (?:contacts?|enquiries|inquiries)|contacts?|pressekontakt|contacts? presse"
    r"|contacto de prensa|contatto stampa|boilerplate|disclaimer"
)
#: Without one of these an article that tells about somebody may have such a heading too.
_SIGNS = re.compile(
    r"for immediate release|press release|news ?wire|business wire|(?:media|press) contact"
    r"|notes? to editors|forward[- ]looking statement|pressemitteilung|pressekontakt"
    r"|communiqué de presse|contacts? presse|nota de prensa|comunicado de prensa|comunicato stampa"
    r"|contacto de prensa"
)
_MOST_WORDS = 9


def boilerplate_start(page: Page) -> int:
    """The line from which on a press release speaks of its sender; else the number of lines."""
    for index in range(1, len(page)):
        look = page.looks[index]
        line = page.head(index).strip("*#_ ")
        heading = look.words <= _MOST_WORDS and not is_ended(line) and not look.bullet
        if not heading or look.sort is Sort.BYLINE or not page.is_prose(index + 1):
            continue
        named = _ABOUT.fullmatch(line) or _LEGAL.fullmatch(line.rstrip(" :").lower())
        told = any(page.is_prose(at) for at in range(index))
        if named and told and _is_release(page):
            return index
    return len(page)


def _is_release(page: Page) -> bool:
    return any(_SIGNS.search(page.head(index).lower()) for index in range(len(page)))
