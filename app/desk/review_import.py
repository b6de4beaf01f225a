"""Takes in a review that another library exported as JSON: the same review, to the digest.

Knows no window. Nothing is mixed: an article that is here already is not touched.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.passages import cut_passages
from app.desk.reports import Reports
from app.desk.scales import Scales
from app.library.library import Library
from app.model.errors import InputError
from app.model.rating import RatingScale
from app.model.report import ReviewImport
from app.model.review import ReviewState
from app.model.source import Source
from app.model.work import Work

if TYPE_CHECKING:
    from app.model.dossier import Dossier, DossierClaim
    from app.reports.read_dossier import ReviewFile

#: A larger file is refused (bytes): with characters that each take four bytes here, one of this
#: size is taken in within 1 GB.
LARGEST = 64 * 1024 * 1024


def import_review(
    library: Library, reports: Reports, scales: Scales, path: Path, work: Work | None = None
) -> ReviewImport:
    """Take in the review in the JSON dossier at `path`, in one step that can be undone.

    Raises InputError for a file that is no whole dossier, or whose article is here already,
    LibraryError, Cancelled; nothing is kept then.
    """
    # Loaded with the first review taken in.
    from app.reports.canonical import dossier_digest
    from app.reports.read_dossier import read_dossier

    work = work or Work()
    work.tick(0, 3, "Reading")
    found = read_dossier(_read(path))
    known = library.articles.by_digest(found.article.digest)
    if known is not None:
        raise InputError(
            f"This article is number {known} of this library already, and two reviews are never "
            "mixed. Take the file into another library, or remove the article first."
        )
    with library.step("Take in review"):
        work.tick(1, 3, "Keeping the sources")
        added, sources, passages = _keep_sources(library, found)
        left_out = _withheld(found)
        stored = library.articles.add(
            replace(found.article, id=0, notices=(*found.article.notices, *left_out)),
            [one.claim for one in found.claims],
        )
        library.articles.set_excuses(stored.id, found.excuses)
        claims = library.claims.of_article(stored.id)
        for place, (claim, work_on_it) in enumerate(zip(claims, found.claims, strict=True)):
            work.tick(place, len(claims), "Keeping the reviews")
            _keep_review(library, claim.id, work_on_it, sources, passages)
    notices = [*left_out, *_take_scales(found.scales, scales)]
    here = reports.dossier(stored.id)
    if dossier_digest(_as_told(here, found)) != found.digest:
        notices.append(
            "What is kept here differs from the file, so its digest does too: a source or a "
            "scale of the same name was here before."
        )
    return ReviewImport(
        article_id=stored.id,
        claims=len(found.claims),
        verdicts=sum(len(one.history) for one in found.claims),
        sources_added=added,
        sources_present=len(found.sources) - added,
        digest=found.digest,
        digest_here=dossier_digest(here),
        notices=tuple(notices),
    )


def _withheld(found: ReviewFile) -> tuple[str, ...]:
    """What to say, here and in every report made from here, of evidence the file does not hold."""
    count = sum(one.withheld.total() + one.withheld_of_no_kind for one in found.claims)
    if not count:
        return ()
    items = "1 item of evidence was" if count == 1 else f"{count:,} items of evidence were"
    return (f"{items} withheld as confidential when this review was exported from its library.",)


def _as_told(here: Dossier, found: ReviewFile) -> Dossier:
    """The review kept here with what only the file says: how much was withheld, and no notice."""
    claims = tuple(
        replace(kept, withheld=told.withheld, withheld_of_no_kind=told.withheld_of_no_kind)
        for kept, told in zip(here.claims, found.claims, strict=True)
    )
    article = replace(here.article, notices=found.article.notices)
    return replace(here, article=article, claims=claims)


def _read(path: Path) -> bytes:
    if os.path.isdir(path):
        raise InputError(f"{path.name} is a folder, not a file.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror}.") from error
    except ValueError as error:  # a name with a NUL in it
        raise InputError(f"“{path}” cannot be the name of a file.") from error
    if len(data) > LARGEST:
        raise InputError(
            f"{path.name} is larger than {LARGEST // 1024**2} MB, which is the limit for a "
            "dossier. Ask for a review with fewer or shorter sources."
        )
    return data


def _keep_sources(
    library: Library, found: ReviewFile
) -> tuple[int, dict[int, int], dict[int, int]]:
    """How many were added; and the ids here of the file's sources and passages."""
    sources: dict[int, int] = {}
    passages: dict[int, int] = {}
    added = 0
    for source in found.sources:
        text = found.copies[source.id]
        wanted = {p.span: p.place for p in found.passages if p.source_id == source.id}
        here = next(
            (one for one in library.sources.by_digest(source.digest) if one.key == source.key), None
        )
        if here is None:
            cut = dict(cut_passages(text)) | wanted
            fresh = replace(source, id=0, key=_free_key(library, source))
            here = library.sources.add(fresh, text, sorted(cut.items()))
            added += 1
        sources[source.id] = here.id
        by_span = {passage.span: passage.id for passage in library.passages.of_source(here.id)}
        for passage in found.passages:
            if passage.source_id == source.id:
                # 0 where the copy was here before, cut by other rules: the quotation still holds.
                passages[passage.id] = by_span.get(passage.span, 0)
    return added, sources, passages


def _free_key(library: Library, source: Source) -> str:
    key, number = source.key, 1
    while library.sources.by_key(key) is not None:
        number += 1
        key = f"{source.key} ({number})"
    return key


def _keep_review(
    library: Library,
    claim_id: int,
    one: DossierClaim,
    sources: Mapping[int, int],
    passages: Mapping[int, int],
) -> None:
    reviews = library.reviews
    for linked in one.review.evidence:
        reviews.link(
            replace(
                linked,
                claim_id=claim_id,
                source_id=sources[linked.source_id],
                passage_id=passages.get(linked.passage_id, 0),
            )
        )
    in_force, last = 0, 0
    for verdict in one.history:
        rested = tuple(passages.get(key, key) for key in verdict.evidence)
        last = reviews.add_verdict(replace(verdict, id=0, claim_id=claim_id, evidence=rested)).id
        if verdict is one.review.verdict:
            in_force = last
    if in_force != last:
        reviews.put_in_force(claim_id, in_force)
    if one.review.rationale:
        reviews.set_rationale(claim_id, one.review.rationale)
    if one.review.state is ReviewState.FLAGGED:
        reviews.set_flag(claim_id, True)


def _take_scales(wanted: tuple[RatingScale, ...], scales: Scales) -> list[str]:
    """Take over the scales that are not known here; answers a sentence for each."""
    told = []
    for scale in wanted:
        known = scales.find(scale.key)
        if known is None:
            scales.adopt(scale)
            told.append(f"The rating scale “{scale.name}” was added to your rating scales.")
        elif known != scale:
            told.append(f"The rating scale “{scale.name}” is defined otherwise here.")
    return told
