"""The person's face: answers as calm, aligned lines. Knows the nouns and no verb.

What comes from an article or a source is shown without control characters, so that a text can
never steer the terminal it is printed on.
"""

from __future__ import annotations

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

from app.model.article import Article, ArticleSummary, Publication
from app.model.claim import Claim
from app.model.inconsistency import Inconsistency
from app.model.ledger import Ledger
from app.model.library import Backup, Finding, LibraryInfo
from app.model.match import Check, Difference, Earlier, Judged, Match, Matches, Relation
from app.model.source import Source

_MOST_LEFT_OUT = 5
_SIGNS = {Relation.DIFFERENT: "≠", Relation.NOT_MENTIONED: "–", Relation.SAME: "="}


def clean(text: str) -> str:
    """The text on one line, without anything a terminal would obey."""
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)
    return " ".join(shown.split())


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows in aligned columns, those numbered in `right` flush right; the last is left as it is."""
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(widths[column]) if column in right else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def article(
    article: Article,
    claims: Sequence[Claim],
    ledger: Ledger,
    inconsistencies: Sequence[Inconsistency] = (),
) -> str:
    """An article with its claims, numbered as `verdict` and `match --claim` take them."""
    stored = f" (article {article.id})" if article.id else " (not stored)"
    lines = [clean(article.title) + stored, _published(article.publication)]
    lines += [clean(notice) for notice in article.notices]
    lines += _left_out(article)
    lines.append("")
    width = max((len(str(claim.id or claim.position)) for claim in claims), default=1)
    for claim in claims:
        number = str(claim.id or claim.position).rjust(width)
        lead = f"{number}  {claim.check_worthiness:.2f}  "
        lines.append(_wrapped(clean(claim.statement), lead))
    if not claims:
        lines.append("No claims were found.")
    if inconsistencies:
        lines.append("")
    for one in inconsistencies:
        first, second = one.claims
        lines.append(_wrapped(f"Claims {first} and {second}: {clean(one.sentence)}", ""))
    lines += ["", account(ledger)]
    return "\n".join(lines)


def _left_out(article: Article) -> list[str]:
    """What the file does not show: how much, why, after which words."""
    found = article.left_out
    lines = []
    for number, one in enumerate(found[:_MOST_LEFT_OUT], 1):
        before = article.text[max(0, one.place - 200) : one.place].split()
        # The last words before it: a line of the answer holds about that many.
        where = f"after “{' '.join(before[-6:])[-60:]}”" if before else "before the first word"
        counted = f"{one.words:,} word{'' if one.words == 1 else 's'}"
        state = "put in" if one.span else f"left out ({one.reason})"
        words = " ".join(one.text.split())[:120]
        lines.append(_wrapped(clean(f"{counted} {state} {where}: {words}"), f"[{number}] "))
    if len(found) > _MOST_LEFT_OUT:
        lines.append(f"And {len(found) - _MOST_LEFT_OUT} more stretches: --json lists them all.")
    return lines


def claim(claim: Claim) -> str:
    """One claim, with its number and its rank."""
    number = claim.id or claim.position
    return _wrapped(clean(claim.statement), f"{number}  {claim.check_worthiness:.2f}  ")


def account(ledger: Ledger) -> str:
    """Where the article's words went."""
    return (
        f"{ledger.words:,} words: {ledger.claimed:,} in claims, {ledger.excused:,} excused, "
        f"{ledger.furniture:,} outside the article, {ledger.open:,} open."
    )


def articles(summaries: Iterable[ArticleSummary]) -> str:
    """The articles of a library."""
    rows = [
        (str(one.id), one.added[:10], f"{one.reviewed} of {one.claims} reviewed", clean(one.title))
        for one in summaries
    ]
    return table(rows, frozenset({0})) or "There are no articles yet."


def sources(sources: Iterable[Source]) -> str:
    """The sources of a library."""
    rows = [
        (_short(clean(one.key), 40), clean(one.published), _short(clean(one.publisher), 30),
         ("(confidential) " if one.confidential else "") + clean(one.title))
        for one in sources
    ]  # fmt: skip
    return table(rows) or "There are no sources yet."


def matches(matches: Matches) -> str:
    """The candidates of one query with why they match and what differs, worst news first."""
    earlier = [_earlier(one) for one in matches.earlier]
    if not matches.candidates:
        nothing = f"None of the {matches.sources_searched:,} sources speaks of this."
        return "\n\n".join([nothing, *earlier])
    blocks = [_candidate(number, one) for number, one in enumerate(matches.candidates, 1)]
    blocks += earlier
    searched = f"{matches.sources_searched:,} sources searched in {matches.elapsed_ms:,.0f} ms."
    asked = _wrapped(f"“{_short(clean(matches.query), 300)}”", "")
    return "\n\n".join([asked, *blocks, searched])


def _earlier(earlier: Earlier) -> str:
    """A claim judged before that says much the same: a precedent, apart from the sources."""
    judged = earlier.judged
    told = _checked(judged) if isinstance(judged, Check) else _judged(judged)
    lines = [
        told[0],
        f"   {told[1]}, {earlier.score:.0f} alike",
        _wrapped(f"“{clean(judged.statement)}”", "   "),
    ]
    if judged.rationale.strip():
        lines.append(_wrapped(f"Rationale: {clean(judged.rationale)}", "   "))
    lines += [f"   {_difference(one, 'that claim')}" for one in earlier.differences]
    return "\n".join(lines)


def _judged(judged: Judged) -> tuple[str, str]:
    who = f" by {clean(judged.reviewer)}" if judged.reviewer else ""
    rating = clean(judged.rating).replace("_", " ")
    where = ", ".join(clean(x) for x in (judged.article_title, judged.published) if x)
    return (
        f"Judged before: {rating}, {clean(judged.given)[:10]}{who}",
        f"{where} · claim {judged.claim_id}",
    )


def _checked(check: Check) -> tuple[str, str]:
    rating = f"“{clean(check.rating)}”" if check.rating else "no rating"
    by = clean(check.publisher) or "others"
    when = f", {clean(check.published)}" if check.published else ""
    return f"Checked by {by}: {rating}{when}", clean(check.url or check.source_key)


def library(info: LibraryInfo) -> str:
    """A library in figures."""
    rows = [
        ("Library", str(info.path)),
        ("Schema", str(info.schema)),
        ("Sources", f"{info.sources:,} in {info.passages:,} passages"),
        ("Articles", f"{info.articles:,}"),
        ("Claims", f"{info.claims:,}, {info.reviewed:,} reviewed"),
        ("Verdicts", f"{info.verdicts:,} in the log"),
        ("Size", f"{info.bytes:,} bytes"),
    ]
    return table(rows)


def findings(findings: Sequence[Finding]) -> str:
    """What a check of the library found."""
    if not findings:
        return "Every row is as it was written."
    return "\n".join(clean(one.sentence) for one in findings)


def backups(backups: Sequence[Backup]) -> str:
    """The backups of a library."""
    rows = [(clean(one.path.name), f"{one.bytes:,} bytes") for one in backups]
    return table(rows, frozenset({1})) or "There are no backups yet."


def counted(number: int, noun: str) -> str:
    """ "1 source", "2,000 sources"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _published(publication: Publication) -> str:
    if publication.date:
        return f"Published {publication.date} ({publication.source.value})."
    if publication.inferred:
        why = "; ".join(clean(reason).rstrip(".") for reason in publication.reasons)
        because = f" ({why})" if why else ""
        return _wrapped(
            f"Day of publication not settled; {publication.inferred} is likely{because}. "
            "Give it with --published.",
            "",
        )
    return "Day of publication not known. Give it with --published."


def _candidate(number: int, match: Match) -> str:
    source = match.source
    about = ", ".join(clean(x) for x in (source.publisher, source.published, source.kind) if x)
    secret = "(confidential) " if source.confidential else ""
    head = f"{number}  {secret}{clean(source.title)}"
    where = f"   {about} · passage {match.passage.id}, {clean(match.passage.place)}"
    parts = ", ".join(f"{clean(name)} {value:g}" for name, value in match.parts)
    lines = [head, where, _wrapped(f"score {match.score:.0f} ({parts})", "   ")]
    lines.append(_wrapped(f"“{clean(match.passage.text)}”", "   "))
    lines += [f"   {_difference(one)}" for one in match.differences]
    return "\n".join(lines)


def _difference(difference: Difference, other: str = "the source") -> str:
    ours = clean(difference.claim.text) if difference.claim else "nothing"
    theirs = clean(difference.passage.text) if difference.passage else "nothing"
    sign, kind = _SIGNS[difference.relation], difference.kind.value
    note = f" ({clean(difference.note)})" if difference.note else ""
    if difference.relation is Relation.SAME:
        return f"{sign} {kind}: {ours}{note}"
    if difference.relation is Relation.NOT_MENTIONED:
        return f"{sign} {kind}: {ours} not mentioned{note}"
    return f"{sign} {kind}: {other} has {theirs}, the claim {ours}{note}"


def _wrapped(text: str, lead: str) -> str:
    width = max(40, min(100, shutil.get_terminal_size().columns))
    return textwrap.fill(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
