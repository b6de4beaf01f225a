"""The machine's face: answers as JSON values, by resources/contract.schema.json.

The shapes are a published contract: keys are added, never renamed or dropped. Offsets are code
points, end exclusive. Knows the nouns and no verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.model.article import Article, ArticleSummary
from app.model.claim import Claim
from app.model.inconsistency import Inconsistency
from app.model.intake import BatchRemoval, SourceImport
from app.model.ledger import Ledger
from app.model.library import Backup, Finding, LibraryInfo
from app.model.match import Check, Difference, Earlier, Excerpt, Match, Matches
from app.model.objection import Objection
from app.model.reading import Reading
from app.model.report import ReportFormat, ReportWarning, ReviewImport
from app.model.review import Verdict
from app.model.source import Source
from app.model.span import Span

if TYPE_CHECKING:
    from app.desk.rescaling import Rescaled

Json = dict[str, Any]


def claims(
    article: Article,
    claims: Iterable[Claim],
    reading: Reading,
    ledger: Ledger,
    inconsistencies: Iterable[Inconsistency] = (),
) -> Json:
    """All that was read out of an article.

    An article that is not stored has id 0, and its claims are numbered from 1 in its order.
    """
    beside: dict[int, list[int]] = {}
    for found in inconsistencies:
        first, second = found.claims
        beside.setdefault(first, []).append(second)
        beside.setdefault(second, []).append(first)
    return {
        "article": _article(article),
        "zones": [
            {**_place(z.span), "zone": z.kind.value, "included": z.included} for z in article.zones
        ],
        "left_out": [
            {
                "number": number,
                "place": one.place,
                "reason": one.reason.value,
                "words": one.words,
                "text": one.text,
                "put_in": None if one.span is None else _place(one.span),
            }
            for number, one in enumerate(article.left_out, 1)
        ],
        "sentences": [_place(span) for span in reading.sentences],
        "dates": [
            {
                **_place(d.span),
                "text": d.text,
                "value": d.value,
                "granularity": d.granularity,
                "rule": d.rule,
                "alternative": d.alternative,
            }
            for d in reading.dates
        ],
        "names": [{**_place(n.span), "text": n.text, "name": n.name} for n in reading.names],
        "claims": [_claim(claim, beside.get(_number(claim), ())) for claim in claims],
        "ledger": {
            "words": ledger.words,
            "claimed": ledger.claimed,
            "excused": ledger.excused,
            "furniture": ledger.furniture,
            "open": ledger.open,
            "open_spans": [_place(span) for span in ledger.open_spans],
            "excused_spans": [
                {**_place(one.span), "reason": one.reason} for one in ledger.excused_spans
            ],
        },
    }


def changed_claims(claims: Iterable[Claim], removed: int = 0) -> Json:
    """Claims as they are after the reviewer changed them, and the one that is gone or 0."""
    return {"changed": [_claim(claim) for claim in claims], "removed": removed}


def match(matches: Matches) -> Json:
    """The answer to one query."""
    return {
        "query": matches.query,
        "version": matches.version,
        "elapsed_ms": round(matches.elapsed_ms, 3),
        "candidates": [_candidate(one) for one in matches.candidates],
        "earlier": [_earlier(one) for one in matches.earlier],
    }


def batch_answer(name: str | int, matches: Matches) -> Json:
    """The answer to one line of a batch: the query's own id before the answer."""
    return {"id": name, **match(matches)}


def findings(findings: Sequence[Finding]) -> Json:
    """What a check of the library found."""
    told = [{"noun": one.noun, "id": one.id, "sentence": one.sentence} for one in findings]
    return {"sound": not told, "findings": told}


def backups(backups: Sequence[Backup]) -> Json:
    """Backups of the library."""
    told = [
        {"name": one.path.name, "made": one.made.isoformat(), "bytes": one.bytes} for one in backups
    ]
    return {"backups": told}


def library_info(info: LibraryInfo) -> Json:
    """A library in figures."""
    return {
        "path": str(info.path),
        "schema": info.schema,
        "sources": info.sources,
        "passages": info.passages,
        "articles": info.articles,
        "claims": info.claims,
        "reviewed": info.reviewed,
        "verdicts": info.verdicts,
        "bytes": info.bytes,
    }


def articles(summaries: Iterable[ArticleSummary]) -> Json:
    """The articles of a library, one line each."""
    return {
        "articles": [
            {
                "id": one.id,
                "title": one.title,
                "added": one.added,
                "claims": one.claims,
                "reviewed": one.reviewed,
            }
            for one in summaries
        ]
    }


def sources_added(outcome: SourceImport, count: int) -> Json:
    """What an import brought in."""
    return {
        "added": len(outcome.sources),
        "present": outcome.present,
        "skipped": len(outcome.skipped) - outcome.failed,
        "failed": outcome.failed,
        "duplicates": [
            {
                "where": one.where,
                "title": one.title,
                "like": _source(one.like),
                "likeness": one.likeness.value,
                "added": one.added,
            }
            for one in outcome.duplicates
        ],
        "passed_over": [{"where": one.where, "reason": one.reason} for one in outcome.skipped],
        "batch": outcome.batch_id or None,
        "sources": count,
    }


def batch_removed(outcome: BatchRemoval) -> Json:
    """What taking out an import took out, and what stayed."""
    return {"sources": outcome.sources, "kept": [one.key for one in outcome.kept]}


def sources(sources: Iterable[Source]) -> Json:
    """The sources of a library, as candidates name them."""
    return {
        "sources": [
            {**_source(one), "sample": one.sample, "confidential": one.confidential}
            for one in sources
        ]
    }


def verdict(verdict: Verdict, objection: Objection | None) -> Json:
    """A verdict as it was recorded, and the word its evidence deserved or ""."""
    return {
        "id": verdict.id,
        "claim": verdict.claim_id,
        "rating": verdict.rating,
        "scale": verdict.scale,
        "rationale": verdict.rationale,
        "reviewer": verdict.reviewer,
        "given": verdict.given,
        "evidence": list(verdict.evidence),
        "acknowledged": verdict.acknowledged,
        "objection": objection.sentence if objection else "",
    }


def rescaled(article: int, scale: str, done: Iterable[Rescaled]) -> Json:
    """The verdicts of an article that were given anew on another scale."""
    return {
        "article": article,
        "scale": scale,
        "verdicts": [
            {
                "claim": one.verdict.claim_id,
                "from": {"scale": one.verdict.scale, "rating": one.verdict.rating},
                "rating": one.rating.key,
            }
            for one in done
        ],
    }


def report(article: int, path: Path, format_key: str, warnings: Iterable[ReportWarning]) -> Json:
    """A report that was written, and what to know of it."""
    return {
        "article": article,
        "path": str(path),
        "format": format_key,
        "warnings": [
            {
                "rule": one.rule,
                "sentence": one.sentence,
                "claims": list(one.claims),
                "grave": one.grave,
            }
            for one in warnings
        ],
    }


def formats(found: Iterable[ReportFormat]) -> Json:
    """The formats that a report can be written in."""
    return {
        "formats": [
            {
                "key": one.key,
                "name": one.name,
                "extension": one.extension,
                "purpose": one.purpose,
                "options": [
                    {
                        "key": option.key,
                        "name": option.name,
                        "default": option.default,
                        "choices": list(option.choices),
                    }
                    for option in one.options
                ],
            }
            for one in found
        ]
    }


def review_import(done: ReviewImport) -> Json:
    """A review that was taken in."""
    return {
        "article": done.article_id,
        "claims": done.claims,
        "verdicts": done.verdicts,
        "sources": done.sources_added,
        "present": done.sources_present,
        "digest": done.digest_here,
        "same": done.digest == done.digest_here,
        "notices": list(done.notices),
    }


def _article(article: Article) -> Json:
    published = article.publication
    return {
        "id": article.id,
        "title": article.title,
        "digest": article.digest,
        "length": len(article.text),
        "text": article.text,
        "published": {
            "date": published.date.isoformat() if published.date else None,
            "source": published.source.value,
            "inferred": published.inferred.isoformat() if published.inferred else None,
            "reasons": list(published.reasons),
        },
        "notices": list(article.notices),
    }


def _number(claim: Claim) -> int:
    return claim.id or claim.position


def _claim(claim: Claim, inconsistent: Iterable[int] = ()) -> Json:
    return {
        "id": _number(claim),
        **_place(claim.span),
        "quote": claim.quote,
        "statement": claim.statement,
        "kind": claim.kind.value,
        "speaker": claim.speaker,
        "check_worthiness": claim.check_worthiness,
        "reasons": [{"name": r.name, "weight": r.weight} for r in claim.reasons],
        "mentions": [_place(span) for span in claim.mentions],
        "parts": [
            {"kind": p.kind.value, **_place(p.span), "text": p.text, "value": p.value}
            for p in claim.parts
        ],
        "inconsistent_with": sorted(inconsistent),
        "made_by": claim.made_by,
        "reworded": claim.reworded,
    }


def _candidate(match: Match) -> Json:
    return {
        "passage": match.passage.id,
        "source": _source(match.source),
        "text": match.passage.text,
        "place": match.passage.place,
        "score": match.score,
        "parts": dict(match.parts),
        "shared": [
            {"claim": [ours.start, ours.end], "passage": [theirs.start, theirs.end]}
            for ours, theirs in match.shared
        ],
        "differences": [_difference(one) for one in match.differences],
        "more": [{"passage": p.id, "text": p.text, "place": p.place} for p in match.more],
    }


def _earlier(earlier: Earlier) -> Json:
    judged = earlier.judged
    told: Json = {
        "by": "others" if isinstance(judged, Check) else "own",
        "statement": judged.statement,
        "rating": judged.rating,
        "rationale": judged.rationale,
        "score": earlier.score,
        "differences": [_difference(one) for one in earlier.differences],
    }
    if isinstance(judged, Check):
        return told | {
            "source": judged.source_key,
            "publisher": judged.publisher,
            "published": judged.published,
            "url": judged.url,
            "claimed_by": judged.claimed_by,
        }
    return told | {
        "claim": judged.claim_id,
        "article": {"id": judged.article_id, "title": judged.article_title},
        "scale": judged.scale,
        "reviewer": judged.reviewer,
        "given": judged.given,
    }


def _source(source: Source) -> Json:
    return {
        "id": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "kind": source.kind.value,
        "language": source.language,
    }


def _difference(difference: Difference) -> Json:
    return {
        "kind": difference.kind.value,
        "state": difference.relation.value,
        "claim": _excerpt(difference.claim),
        "passage": _excerpt(difference.passage),
    }


def _excerpt(excerpt: Excerpt | None) -> Json | None:
    return None if excerpt is None else {"text": excerpt.text, **_place(excerpt.span)}


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}
