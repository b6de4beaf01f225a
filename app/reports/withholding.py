"""What is confidential, left out of a dossier before any format sees it. Knows no format.

Left out is each source that is marked, and each linked passage that is marked, wherever else words
of that passage are linked or shown. What a verdict's log says of them goes too; the reviewer's own
words stay, and are looked through for what they repeat.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.model.dossier import Dossier, DossierClaim
from app.model.report import OFF, WITHHOLD, ReportWarning
from app.model.review import Evidence, Verdict
from app.model.source import Source, SourceKind
from app.model.span import Span
from app.reports.canonical import history
from app.reports.wording import withheld_in_words
from app.reports.writer import Setting

#: So many words in a row, or the whole of a shorter passage, are a quotation.
QUOTED = 8

#: A passage, title or address of fewer words or characters than this is met by chance.
FEWEST_WORDS, FEWEST_CHARACTERS = 3, 8

#: What stands in the place of a sentence that tells of withheld evidence.
KNOWN_BUT_WITHHELD = "The sentence is withheld as confidential."

# A letter of a script that puts no spaces between words counts as one.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What is confidential: sources, stretches of other sources, and the passages of both.

    `passages` has the source of each, `kinds` the kind of every source.
    """

    sources: frozenset[int]
    spans: Mapping[int, Sequence[Span]]
    passages: Mapping[int, int]
    kinds: Mapping[int, SourceKind]

    def holds(self, source_id: int, span: Span) -> bool:
        """Whether any of these words of a source is confidential."""
        return source_id in self.sources or any(
            one.start < span.end and span.start < one.end for one in self.spans.get(source_id, ())
        )


def as_told(dossier: Dossier, setting: Setting) -> Dossier:
    """The dossier as a report tells it: without what is confidential, unless that was asked for."""
    return dossier if _is_off(setting) else withhold(dossier)


def withhold(dossier: Dossier) -> Dossier:
    """The dossier without what is confidential, and how much that is at each claim."""
    hidden = _hidden(dossier)
    if not (hidden.sources or hidden.spans):
        return dossier
    claims = tuple(_without(one, hidden) for one in dossier.claims)
    passages = tuple(one for one in dossier.passages if one.id not in hidden.passages)
    used = {one.source_id for claim in claims for one in claim.review.evidence}
    used |= {one.source_id for one in passages}
    return replace(
        dossier,
        claims=claims,
        passages=passages,
        sources=tuple(one for one in dossier.sources if one.id in used),
        # The copy of a source holds the words that were withheld of it.
        copies={
            key: text
            for key, text in dossier.copies.items()
            if key in used and key not in hidden.spans
        },
    )


def withholding_warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """What to know of confidential evidence before a report of this dossier is sent out."""
    hidden, told = _hidden(dossier), withhold(dossier)
    if not (hidden.sources or hidden.spans):
        return ()
    about = tuple(sorted(one.claim.position for one in told.claims if one.withheld))
    if _is_off(setting):
        count = told.withheld.total()
        sentence = "1 item of evidence in this report is" if count == 1 else (
            f"{count:,} items of evidence in this report are"
        )  # fmt: skip
        return (ReportWarning("confidential", f"{sentence} marked confidential.", about),)
    warnings = [ReportWarning("withheld", f"{withheld_in_words(told.withheld)}.", about)]
    repeated, named = _repeated(dossier, hidden)
    if repeated:
        sentence = (
            "The reviewer’s words repeat words of evidence that is withheld, and stand in the "
            "report. Reword them before it goes out."
        )
        warnings.append(ReportWarning("repeats withheld words", sentence, repeated))
    if named:
        sentence = (
            "The reviewer’s words name a source that is withheld, and stand in the report. Reword "
            "them before it goes out."
        )
        warnings.append(ReportWarning("names a withheld source", sentence, named))
    kept = {one.id for one in told.sources}
    if setting.is_on("copies") and kept & hidden.spans.keys():
        sentence = (
            "The stored copies of sources that withheld words stand in are left out, so no other "
            "library can take this review in."
        )
        warnings.append(ReportWarning("copies withheld", sentence))
    return tuple(warnings)


def _is_off(setting: Setting) -> bool:
    # Where nobody says anything, nothing confidential leaves.
    return setting.options.get(WITHHOLD.key) == OFF


def _hidden(dossier: Dossier) -> _Hidden:
    sources = frozenset(one.id for one in dossier.sources if one.confidential)
    spans: dict[int, list[Span]] = {}
    for claim in dossier.claims:
        for one in claim.review.evidence:
            if one.confidential and one.source_id not in sources:
                spans.setdefault(one.source_id, []).append(one.span)
    found = _Hidden(sources, spans, {}, {one.id: one.kind for one in dossier.sources})
    held = (one for one in dossier.passages if found.holds(one.source_id, one.span))
    return replace(found, passages={one.id: one.source_id for one in held})


def _without(one: DossierClaim, hidden: _Hidden) -> DossierClaim:
    review = one.review
    kept = tuple(e for e in review.evidence if not hidden.holds(e.source_id, e.span))
    linked = {e.passage_id for e in review.evidence if e not in kept}
    rested = {key for given in history(one) for key in given.evidence} & hidden.passages.keys()
    sources = [e.source_id for e in review.evidence if e not in kept]
    sources += [hidden.passages[key] for key in rested - linked]
    withheld = Counter(hidden.kinds[one] for one in sources)
    some = bool(withheld)
    verdict = _verdict(review.verdict, hidden, some=some) if review.verdict else None
    return replace(
        one,
        review=replace(
            review, verdict=verdict, evidence=tuple(_trimmed(e, hidden) for e in kept)
        ),
        history=tuple(_verdict(given, hidden, some=some) for given in one.history),
        withheld=withheld,
    )  # fmt: skip


def _verdict(given: Verdict, hidden: _Hidden, *, some: bool) -> Verdict:
    """The entry without the passages that are hidden, nor what it says of them.

    Which evidence an acknowledged sentence tells of is not recorded, so any may be the hidden one.
    """
    kept = given.acknowledged and (KNOWN_BUT_WITHHELD if some else given.acknowledged)
    rested = tuple(one for one in given.evidence if one not in hidden.passages)
    return replace(given, evidence=rested, acknowledged=kept)


def _trimmed(one: Evidence, hidden: _Hidden) -> Evidence:
    """The evidence, the words around it cut off where they are another's that is hidden."""
    prefix, suffix = one.prefix, one.suffix
    for span in hidden.spans.get(one.source_id, ()):
        if span.end <= one.span.start:
            prefix = prefix[max(0, len(prefix) - (one.span.start - span.end)) :]
        elif span.start >= one.span.end:
            suffix = suffix[: span.start - one.span.end]
    return replace(one, prefix=prefix, suffix=suffix)


def _repeated(dossier: Dossier, hidden: _Hidden) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The claims whose words repeat hidden words, and those whose words name a hidden source."""
    runs: dict[int, set[tuple[str, ...]]] = {}
    for text in _hidden_words(dossier, hidden):
        words = _words(text)
        width = min(QUOTED, len(words))
        if width >= FEWEST_WORDS:
            runs.setdefault(width, set()).update(_runs(words, width))
    names = [
        told
        for source in dossier.sources
        if source.id in hidden.sources
        for told in _names(source)
        if len(told) >= FEWEST_CHARACTERS
    ]
    repeated, named = [], []
    for one in dossier.claims:
        said = tuple(_own_words(one))
        if any(
            not looked.isdisjoint(_runs(_words(text), width))
            for text in said
            for width, looked in runs.items()
        ):
            repeated.append(one.claim.position)
        if any(_holds_any(text.casefold(), names) for text in said):
            named.append(one.claim.position)
    return tuple(sorted(repeated)), tuple(sorted(named))


def _hidden_words(dossier: Dossier, hidden: _Hidden) -> Iterator[str]:
    yield from (one.text for one in dossier.passages if one.id in hidden.passages)
    for claim in dossier.claims:
        for one in claim.review.evidence:
            if hidden.holds(one.source_id, one.span):
                yield one.exact


def _own_words(one: DossierClaim) -> Iterator[str]:
    """What the reviewer wrote at a claim, as far as a report holds it."""
    yield one.review.rationale
    if one.claim.reworded:
        yield one.claim.statement
    yield from dict.fromkeys(given.rationale for given in history(one))


def _names(source: Source) -> tuple[str, ...]:
    return source.title.casefold().strip(), source.url.casefold().strip()


def _holds_any(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _runs(words: Sequence[str], width: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + width]) for at in range(len(words) - width + 1))
