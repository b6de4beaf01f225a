"""What a file's own record says of it, made fit for a Document. Knows no format."""

from __future__ import annotations

import re

#: What programs write as a title when nobody gave one.
_NO_TITLE = re.compile(
    r"(?:untitled|unknown(?: title)?|document|"
    r"dokument|документ|documento|título|titre|unbenannt|без имени)"
    r"[ \d-]{0,8}(?:\.\w{1,5})?|.{0,200}\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|pages|p65)|\W*",
    re.IGNORECASE | re.DOTALL,
)
_BY_PROGRAM = re.compile(r"(?:microsoft (?:word|powerpoint)|writer) - ", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].{0,40})?")
#: ISO 639-2, both its kinds, to ISO 639-1, for the languages with most news and books.
_THREE_LETTERS = dict(
    re.findall(
        r"(\w{3}):(\w\w)",
        "ara:ar ben:bn bul:bg cat:ca ces:cs cze:cs chi:zh zho:zh dan:da deu:de ger:de dut:nl "
        "nld:nl ell:el gre:el eng:en est:et fas:fa per:fa fin:fi fra:fr fre:fr heb:he hin:hi "
        "hrv:hr hun:hu ind:id ita:it jpn:ja kor:ko lav:lv lit:lt nor:no nob:nb pol:pl por:pt "
        "ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk "
        "urd:ur vie:vi",
    )
)


def chosen_title(stated: str, headline: str) -> str:
    """The title: the headline that is seen, else the one that the record states.

    The record comes last since it often holds the title of the file that this one was made from,
    or the name of a program.
    """
    seen = " ".join(headline.split())
    return seen or stated_title(stated)


def stated_title(stated: str) -> str:
    """The title that the record states, or nothing where a program made it up."""
    title = _BY_PROGRAM.sub("", " ".join(stated.split()), count=1)
    return "" if _NO_TITLE.fullmatch(title) else title


def language_code(tag: str) -> str:
    """The ISO 639-1 code of a language tag ("en-GB", "eng"), or nothing."""
    match = _LANGUAGE.fullmatch(tag.strip())
    code = match[1].lower() if match else ""
    return code if len(code) == 2 else _THREE_LETTERS.get(code, "")
