"""What the typesetter is given: the dossier as a plain value for resources/templates/report.typ.

Knows no font and no typesetter.
"""

from __future__ import annotations

import re
from typing import Any

from app.model.article import ZoneKind
from app.model.dossier import Dossier
from app.reports.article_lines import Line, article_lines, runs_right_to_left
from app.reports.claim_entry import RISK, TO_REVIEW, ClaimEntry, EvidenceEntry
from app.reports.marked_article import LANES, Mark
from app.reports.overview import SourceEntry, glance
from app.reports.tables import difference_in_words
from app.reports.wording import (
    counted,
    day,
    language_name,
    listed,
    moment,
    number,
    one_line,
    sentence,
    web_address,
)

_LANGUAGE = re.compile("[a-z]{2,3}")
#: The looks that the template has an ink for.
_LOOKS = frozenset({*RISK, TO_REVIEW})


def pages(dossier: Dossier, paper: str) -> dict[str, Any]:
    """All that the pages say, in the order in which they say it."""
    told = glance(dossier)
    entries: list[ClaimEntry] = list(told["entries"])
    article = dossier.article
    people = f" Reviewed by {listed(list(told['reviewers']))}." if told["reviewers"] else ""
    claims = sentence(counted(len(entries), "claim"))
    sources = counted(told["linked"], "source")
    reviewed = len(told["reviewed"]) or "none"
    title = one_line(article.title) or "Untitled article"
    return {
        "title": f"Verdict report: {title}",
        "author": f"Claimdesk {one_line(dossier.app_version)}",
        "paper": paper,
        "footer": title if len(title) <= 90 else title[:89] + "…",
        "kicker": "Verdict report" + (" · sample article" if article.sample else ""),
        "heading": _words(title, article.language),
        "language": _language(article.language),
        "standfirst": f"{claims}, {reviewed} reviewed, {sources} linked.{people}",
        "facts": _facts(dossier, told),
        "coverage": told["coverage"],
        "tiles": _tiles(told["tiles"], len(entries)),
        "limits": [
            {"sentence": sentence(one.sentence), "claims": list(one.claims)}
            for one in told["limits"]
        ],
        "claims": [_claim(entry, article.language) for entry in entries],
        "article": _article(dossier, entries),
        "sources": [_source(one) for one in told["sources"]],
        "scales": [
            {
                "name": scale.name,
                "ratings": [
                    {"name": one.name, "look": _look(one.look), "definition": one.definition}
                    for one in scale.ratings
                ],
            }
            for scale in told["scales"]
        ],
        "made": (
            f"Made by Claimdesk {dossier.app_version}, {moment(dossier.made)}. Suggestions by "
            f"scorer {dossier.scorer}, library schema {dossier.schema}. A machine suggested "
            "passages; every link and every verdict is a person’s."
        ),
    }


def _facts(dossier: Dossier, told: dict[str, Any]) -> list[dict[str, str]]:
    article = dossier.article
    holds = "" if told["digest_holds"] else " (does not match the text)"
    facts = [
        ("Article", article.origin),
        ("Published", told["published"]),
        ("Report made", f"{moment(dossier.made)} by Claimdesk {dossier.app_version}"),
        ("Article, SHA-256", article.digest + holds),
        ("Review, SHA-256", told["digest"]),
        *told["figures"],
        *(("Note", notice) for notice in article.notices),
    ]
    return [{"name": name, "value": one_line(value)} for name, value in facts]


def _tiles(tiles: Any, claims: int) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "look": _look(one.look),
            "count": one.count,
            "share": one.count / claims if claims else 0,
            "percent": f"{one.count * 100 // claims if claims else 0} %",
        }
        for one in tiles
    ]


def _claim(entry: ClaimEntry, language: str) -> dict[str, Any]:
    rationale = entry.rationale.strip()
    draft = "" if entry.verdict else "Draft rationale. "
    said = [draft + rationale] if rationale else []
    if not rationale and entry.verdict:
        said = ["The reviewer gave no rationale."]
    notices = list(entry.warnings)
    if entry.acknowledged:
        lead = "Evidence speaks against this verdict, and the reviewer acknowledged it: "
        notices.insert(0, lead + entry.acknowledged)
    return {
        "number": entry.number,
        "look": entry.look,
        "verdict": one_line(entry.name),
        "statement": _words(one_line(entry.claim.statement or entry.claim.quote), language),
        "rationale": [_words(one, "") for one in said],
        "notices": notices,
        "evidence": [_evidence(one) for one in entry.evidence],
        "signed": _signed(entry),
        "placed": entry.in_article,
        "history": [
            {
                "when": moment(one.verdict.given),
                "verdict": one.name + (" (in force)" if one.in_force else ""),
                "look": _look(one.look),
                "reviewer": one.verdict.reviewer or "not named",
                "rationale": one.verdict.rationale or "–",
            }
            for one in entry.history
        ],
    }


def _evidence(one: EvidenceEntry) -> dict[str, Any]:
    linked, source = one.evidence, one.source
    told = "source record missing"
    if source:
        published = day(source.published) if source.published else "undated"
        title = f", {source.title}" if source.publisher else ""
        told = f"[{one.number}] {source.publisher or source.title}{title}, {published}"
    parts = [
        linked.place,
        f"characters {number(linked.span.start)}–{number(linked.span.end)} of the stored copy "
        f"{linked.digest[:12]}…",
        "confidential" if one.confidential else "",
        "stance chosen by the reviewer" if one.chosen else "",
        "linked after the verdict was given" if one.late else "",
        "found by the reviewer, not by the matcher" if not linked.scorer else "",
        "the stored copy of this source is another one now" if one.changed else "",
    ]
    return {
        "exact": _words(linked.exact, source.language if source else ""),
        "differences": [difference_in_words(difference) for difference in one.differences],
        "stance": one.stance.value.capitalize(),
        "number": one.number if source else 0,
        "source": one_line(told),
        "anchor": " · ".join(filter(None, parts)),
    }


def _signed(entry: ClaimEntry) -> str:
    verdict, claim = entry.verdict, entry.claim
    told = []
    if verdict:
        told.append(f"{verdict.reviewer or 'Reviewer not named'}, {moment(verdict.given)}.")
    if claim.speaker:
        told.append(f"Said by {claim.speaker}.")
    if claim.claim_date:
        told.append(f"Claim’s date: {day(claim.claim_date)}.")
    if entry.flagged:
        told.append("Flagged for a second look.")
    if entry.in_article:
        told.append(f"Characters {number(claim.span.start)}–{number(claim.span.end)}.")
    else:
        told.append("Its words were not found in the article.")
    return one_line(" ".join(told))


def _article(dossier: Dossier, entries: list[ClaimEntry]) -> list[dict[str, Any]]:
    marks = [mark for entry in entries for mark in entry.marks()]
    seen: set[int] = set()
    told = []
    before = ""
    for line in article_lines(dossier.article, marks):
        own = line.included or line.kind is ZoneKind.HEADLINE
        outside = "" if own else line.kind.value
        # Said once for a stretch, for those who do not see that it is dim.
        told.append(_line(line, seen, outside if outside != before else "", own=own))
        before = outside
    return told


def _line(line: Line, seen: set[int], outside: str, *, own: bool) -> dict[str, Any]:
    pieces = []
    for piece in line.pieces:
        begins = _beginning(piece.marks, seen)
        drawn = [{"look": mark.look, "lane": lane} for lane, mark in enumerate(piece.marks[:LANES])]
        pieces.append({"text": piece.text, "marks": drawn, "begins": begins})
    return {
        "large": line.kind is ZoneKind.HEADLINE,
        "included": own,
        "outside": outside,
        "rtl": runs_right_to_left("".join(piece.text for piece in line.pieces)),
        "pieces": pieces,
    }


def _beginning(marks: tuple[Mark, ...], seen: set[int]) -> list[int]:
    fresh = [mark.number for mark in marks if not mark.which and mark.number not in seen]
    seen.update(fresh)
    return fresh


def _source(one: SourceEntry) -> dict[str, Any]:
    s = one.source
    imprint = [s.author, s.publisher, day(s.published) if s.published else "undated"]
    told = ", ".join(filter(None, imprint)) + f" · {s.kind.value}"
    if s.language:
        told += f" · {language_name(s.language)}"
    secret = "Confidential." if s.confidential else ""
    notes = [secret, f"Reliability. {s.note}" if s.note else "", s.copy_note]
    return {
        "number": one.number,
        "title": _words(one_line(s.title), s.language),
        "imprint": one_line(told),
        "claims": list(one.claims),
        "url": one_line(s.url),
        "web": web_address(s.url),
        "notes": [note for note in notes if note],
        "copy": f"Stored copy, SHA-256 {s.digest}" if s.digest else "No stored copy.",
    }


def _words(text: str, language: str) -> dict[str, Any]:
    return {"text": text, "rtl": runs_right_to_left(text), "lang": _language(language)}


def _language(code: str) -> str:
    head = code.casefold().partition("-")[0]
    return head if _LANGUAGE.fullmatch(head) else ""


def _look(look: str) -> str:
    return look if look in _LOOKS else "not_checkable"
