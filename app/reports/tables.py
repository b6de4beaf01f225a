"""The dossier as tables, one row a thing. Knows no spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.model.dossier import Dossier
from app.model.match import Difference
from app.model.review import Verdict
from app.model.source import SourceKind
from app.reports.canonical import dossier_digest, history, number_by_use, scales_used
from app.reports.claim_entry import ClaimEntry, EvidenceEntry, claim_entries, look_of
from app.reports.overview import (
    covered_in_words,
    figures,
    find_limits,
    list_sources,
    number_sources,
    publication_in_words,
    reviewers,
)
from app.reports.wording import withheld_in_words

#: More characters than any spreadsheet keeps in one cell, counted as UTF-16 does.
LONGEST_CELL = 32_767

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `key` names it in a file's options, `name` over its sheet."""

    key: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


#: The keys of the tables, in their order.
KEYS = ("claims", "evidence", "sources", "history", "scale", "about")


def tables(dossier: Dossier) -> tuple[Table, ...]:
    """Every table, in the order of `KEYS`; claims in article order."""
    numbers = number_sources(dossier)
    entries = sorted(claim_entries(dossier, numbers), key=lambda entry: entry.number)
    return (
        _claims(entries),
        _evidence(entries),
        _sources(dossier, numbers, entries),
        _history(dossier, entries),
        _scale(dossier),
        _about(dossier, entries),
    )


def utf16_length(text: str) -> int:
    """How many units of UTF-16 a text has: what spreadsheets count."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def overlong_cells(dossier: Dossier) -> tuple[tuple[str, str, int], ...]:
    """Table, column and row (from 1) of each cell that no spreadsheet keeps whole."""
    return tuple(
        (table.name, table.columns[column], place)
        for table in tables(dossier)
        for place, row in enumerate(table.rows, start=1)
        for column, cell in enumerate(row)
        if isinstance(cell, str) and utf16_length(cell) > LONGEST_CELL
    )


def difference_in_words(difference: Difference) -> str:
    """“The article says X, this source Y (date; note)”."""
    ours = f"“{difference.claim.text}”" if difference.claim else "nothing"
    theirs = f"“{difference.passage.text}”" if difference.passage else "nothing"
    note = f"; {difference.note}" if difference.note else ""
    return f"The article says {ours}, this source {theirs} ({difference.kind.value}{note})"


def _claims(entries: list[ClaimEntry]) -> Table:
    columns = (
        "Claim", "Statement", "Words of the article", "Start", "End", "Kind", "Said by",
        "Claim’s date", "Verdict", "Rating", "Scale", "Rationale", "Reviewer", "Given",
        "Acknowledged", "Warnings", "Flagged", "Sources linked", "Evidence withheld",
    )  # fmt: skip
    rows = []
    for entry in entries:
        claim, verdict = entry.claim, entry.verdict
        rows.append((
            entry.number, claim.statement, claim.quote, claim.span.start, claim.span.end,
            claim.kind.value, claim.speaker, claim.claim_date, entry.name,
            verdict.rating if verdict else "", verdict.scale if verdict else "", entry.rationale,
            verdict.reviewer if verdict else "", verdict.given if verdict else "",
            entry.acknowledged, "\n".join(entry.warnings), "yes" if entry.flagged else "no",
            len(entry.evidence), entry.withheld.total(),
        ))  # fmt: skip
    return Table("claims", "Claims", columns, tuple(rows))


def _evidence(entries: list[ClaimEntry]) -> Table:
    columns = (
        "Claim", "Verdict", "Stance", "Stance chosen by", "Source", "Title", "Publisher",
        "Words before", "Quotation", "Words after", "Place", "Start", "End", "Copy quoted",
        "Differences", "Score", "Scorer", "Linked", "After the verdict", "Copy changed since",
        "Confidential",
    )  # fmt: skip
    rows = tuple(_evidence_row(entry, one) for entry in entries for one in entry.evidence)
    rows += tuple(
        (entry.number, entry.name, *_withheld_row(entry.withheld, columns[2:], "Quotation"))
        for entry in entries
        if entry.withheld
    )
    return Table("evidence", "Evidence", columns, rows)


def _withheld_row(
    kinds: Counter[SourceKind], columns: tuple[str, ...], where: str
) -> tuple[Cell, ...]:
    """A row that says no more than how much of what kind is not told."""
    told = {where: f"{withheld_in_words(kinds)}.", "Confidential": "yes"}
    return tuple(told.get(name, "") for name in columns)


def _evidence_row(entry: ClaimEntry, one: EvidenceEntry) -> tuple[Cell, ...]:
    linked, source = one.evidence, one.source
    differences = "\n".join(map(difference_in_words, one.differences))
    return (
        entry.number, entry.name, one.stance.value,
        "the reviewer" if one.chosen else "the verdict", one.number,
        source.title if source else "", source.publisher if source else "", linked.prefix,
        linked.exact, linked.suffix, linked.place, linked.span.start, linked.span.end,
        linked.digest, differences, linked.score, linked.scorer, linked.linked,
        "yes" if one.late else "no", "yes" if one.changed else "no",
        "yes" if one.confidential else "no",
    )  # fmt: skip


def _sources(dossier: Dossier, numbers: dict[int, int], entries: list[ClaimEntry]) -> Table:
    columns = (
        "Source", "Key", "Title", "Publisher", "Author", "Published", "Kind", "Language",
        "Address", "Reliability", "About the copy", "Digest of the copy", "Used for claims",
        "Confidential",
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in list_sources(dossier, numbers, entries):
        source = one.source
        rows.append((
            one.number, source.key, source.title, source.publisher, source.author,
            source.published, source.kind.value, source.language, source.url, source.note,
            source.copy_note, source.digest, ", ".join(map(str, one.claims)),
            "yes" if source.confidential else "no",
        ))  # fmt: skip
    if dossier.withheld:
        rows.append(_withheld_row(dossier.withheld, columns, "Title"))
    return Table("sources", "Sources", columns, tuple(rows))


def _history(dossier: Dossier, entries: list[ClaimEntry]) -> Table:
    columns = (
        "Claim", "Entry", "In force", "Verdict", "Rating", "Scale", "Rationale", "Reviewer",
        "Given", "Acknowledged", "Rested on passages",
    )  # fmt: skip
    numbers = {entry.claim.id: entry.number for entry in entries}
    passages = number_by_use(dossier).passages
    rows: list[tuple[Cell, ...]] = []
    for claim in dossier.claims:
        for place, verdict in enumerate(history(claim), start=1):
            rested = ", ".join(str(passages[one]) for one in verdict.evidence)
            rows.append((
                numbers[claim.claim.id], place,
                "yes" if verdict == claim.review.verdict else "no", _name(dossier, verdict),
                verdict.rating, verdict.scale, verdict.rationale, verdict.reviewer, verdict.given,
                verdict.acknowledged, rested,
            ))  # fmt: skip
    return Table("history", "Verdicts", columns, tuple(rows))


def _name(dossier: Dossier, verdict: Verdict) -> str:
    name = look_of(dossier.scale_of(verdict), verdict.rating)[0]
    return name if verdict.rating else "Cleared"


def _scale(dossier: Dossier) -> Table:
    columns = ("Scale", "Number", "Rating", "Verdict", "Given when", "Truth")
    scales = dict.fromkeys((dossier.scale, *scales_used(dossier)))
    rows = tuple(
        (scale.name, rating.number, rating.key, rating.name, rating.definition, rating.truth or "")
        for scale in scales
        for rating in scale.ratings
    )
    return Table("scale", "Scale", columns, rows)


def _about(dossier: Dossier, entries: list[ClaimEntry]) -> Table:
    return Table("about", "About", ("What", "Said"), tuple(_facts(dossier, entries)))


def _facts(dossier: Dossier, entries: list[ClaimEntry]) -> Iterator[tuple[Cell, ...]]:
    article = dossier.article
    yield "Article", article.title
    yield "From", article.origin
    yield "Published", publication_in_words(article.publication)
    yield "Digest of the article (SHA-256)", article.digest
    yield "Digest of the review (SHA-256)", dossier_digest(dossier)
    yield "Reviewed by", ", ".join(reviewers(dossier))
    yield "Coverage", covered_in_words(dossier.ledger)
    yield from figures(dossier, entries)
    for limit in find_limits(dossier, entries):
        about = f" (claims {', '.join(map(str, limit.claims))})" if limit.claims else ""
        yield "Know before you rely on it", limit.sentence + about
    yield "Made", dossier.made
    yield "Made by", f"Claimdesk {dossier.app_version}, scorer {dossier.scorer}"
