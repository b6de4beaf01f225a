"""Nothing of what is confidential leaves in any format, and each says how much does not."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any
from zipfile import ZipFile, is_zipfile

import pikepdf
import pypdfium2
import pytest

from app.model.dossier import Dossier, DossierClaim
from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.review import Evidence
from app.model.source import Source
from app.model.span import Span
from app.reports.canonical import dossier_digest
from app.reports.claim_entry import claim_entries
from app.reports.overview import number_sources
from app.reports.registry import WRITERS
from app.reports.tables import KEYS
from app.reports.withholding import as_told, withhold, withholding_warnings
from app.reports.writer import Setting, Writer

each_format = pytest.mark.parametrize("writer", WRITERS, ids=[w.FORMAT.key for w in WRITERS])

#: The claim of the sample dossier with two passages, and the place of the one that is planted.
CLAIM, PLANTED = 5, 0

SECRET_DIGEST = "5ec7e7" + "0" * 52 + "5ec7e7"
AT = Span(7_654_321, 7_654_398)
#: What no report may hold: the words of every field, and the numbers as each format writes them.
MARKS = ("Zqx", "zqx", "5ec7e7", "7654321", "7,654,321", "7654398", "7,654,398", "77.125")


def planted(noun: Any, **more: Any) -> Any:
    """The noun with a word of its own in every field that is a text."""
    texts = [one.name for one in fields(noun) if isinstance(getattr(noun, one.name), str)]
    return replace(noun, **{**{name: f"Zqx{name}" for name in texts}, **more})


def only(dossier: Dossier, *claims: DossierClaim) -> Dossier:
    """The dossier with these claims alone, and the passages and sources they rest on."""
    linked = [one for claim in claims for one in claim.review.evidence]
    return replace(
        dossier,
        claims=claims,
        passages=tuple(one for one in dossier.passages if one.id in {e.passage_id for e in linked}),
        sources=tuple(one for one in dossier.sources if one.id in {e.source_id for e in linked}),
    )


def secret_source(source: Source, *, confidential: bool) -> Source:
    return planted(
        source, kind=source.kind, language="zq", digest=SECRET_DIGEST, confidential=confidential,
        url="https://zqx.example.org/zqxurl", published="Zqxday",
    )  # fmt: skip


def secret_evidence(one: Evidence, *, confidential: bool) -> Evidence:
    differs = Difference(
        DifferenceKind.DATE, Relation.DIFFERENT, Excerpt("September 16", Span(0, 12)),
        Excerpt("Zqx-17", Span(0, 6)), "Zqxnote",
    )  # fmt: skip
    return planted(
        one, stance=one.stance, span=AT, score=77.125, differences=(differs,),
        digest=SECRET_DIGEST, confidential=confidential, linked="2026-11-24T09:02:00Z",
    )  # fmt: skip


def with_secret(dossier: Dossier, *, source: bool, evidence: bool, claim: int = CLAIM) -> Dossier:
    """The dossier with one piece of evidence planted in every field; either mark it or its source.

    Its claim is supported, which it speaks against, and the reviewer acknowledged the sentence.
    """
    one = dossier.claims[claim]
    linked = secret_evidence(one.review.evidence[PLANTED], confidential=evidence)
    kept = (linked, *one.review.evidence[PLANTED + 1 :])
    given = one.review.verdict
    assert given is not None
    known = replace(given, acknowledged="Supported, though Zqxpublisher says Zqx-17.")
    changed = replace(
        one,
        review=replace(one.review, evidence=kept, verdict=known),
        history=(*one.history[:-1], known),
    )
    claims = (*dossier.claims[:claim], changed, *dossier.claims[claim + 1 :])
    sources = tuple(
        secret_source(s, confidential=source) if s.id == linked.source_id else s
        for s in dossier.sources
    )
    passages = tuple(
        planted(p, span=AT) if p.id == linked.passage_id else p for p in dossier.passages
    )
    copies = {**dossier.copies, linked.source_id: "The Zqxcopy of it."}
    return replace(dossier, claims=claims, sources=sources, passages=passages, copies=copies)


def all_of(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what is packed in them."""
    yield data
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield page.get_textpage().get_text_bounded().encode()
        document.close()
        with pikepdf.open(io.BytesIO(data)) as opened:
            yield repr(opened.docinfo).encode()
            for one in opened.objects:
                if isinstance(one, pikepdf.Stream):
                    yield one.read_bytes() if one.get("/Filter") != "/DCTDecode" else b""
                else:
                    yield repr(one).encode()


def renderings(dossier: Dossier, writer: Writer, set_up: Callable[..., Setting], told: str) -> Any:
    """The files of a format: of a table each where it has several."""
    tables: tuple[dict[str, str], ...] = ({},)
    if writer.FORMAT.key == "csv":
        tables = tuple({"table": key} for key in KEYS)
    for options in tables:
        setting = set_up(writer, withhold=told, **options)
        yield writer.render(as_told(dossier, setting), setting)


@each_format
@pytest.mark.parametrize("marked", ["source", "evidence"])
def test_no_field_of_what_is_withheld_is_in_any_format(
    dossier: Dossier, set_up: Callable[..., Setting], writer: Writer, marked: str
) -> None:
    secret = with_secret(dossier, source=marked == "source", evidence=marked == "evidence")
    for data in renderings(secret, writer, set_up, "yes"):
        for piece in all_of(data):
            for mark in MARKS:
                assert mark.encode() not in piece, mark
                assert mark.encode("utf-16-be").hex().encode() not in piece.lower()
    # Asked for, it is there: the looking finds what there is.
    asked = list(renderings(secret, writer, set_up, "no"))
    assert any(b"zqx" in piece.lower() for data in asked for piece in all_of(data))


@each_format
def test_each_format_says_how_much_is_withheld(
    dossier: Dossier, set_up: Callable[..., Setting], writer: Writer
) -> None:
    secret = with_secret(dossier, source=True, evidence=False)
    told = next(renderings(secret, writer, set_up, "yes"))
    pieces = [" ".join(piece.decode("utf-8", "replace").split()) for piece in all_of(told)]
    if writer.FORMAT.key == "averitec":
        assert any('"evidence_withheld": 1' in piece for piece in pieces)
    else:
        words = "1 item of evidence is withheld as confidential (1 "
        # Markdown keeps brackets from being read as markup.
        assert any(words in piece.replace("\\", "") for piece in pieces)
    plain = next(renderings(dossier, writer, set_up, "yes"))
    assert not any(b"withheld as conf" in piece or b"_withheld" in piece for piece in all_of(plain))


def test_without_a_setting_nothing_confidential_is_told(dossier: Dossier, setting: Setting) -> None:
    secret = with_secret(dossier, source=True, evidence=False)
    assert as_told(secret, setting) == withhold(secret) != secret
    assert withhold(dossier) is dossier


def test_a_verdict_is_not_blamed_for_what_is_withheld(dossier: Dossier) -> None:
    """Its only source withheld, a claim is neither without a source nor has one unlinked since."""
    one = dossier.claims[4]
    linked = tuple(replace(e, confidential=True) for e in one.review.evidence)
    given = replace(one.review.verdict, evidence=tuple(e.passage_id for e in linked))  # type: ignore[type-var]
    changed = replace(
        one, review=replace(one.review, evidence=linked, verdict=given), history=(given,)
    )
    told = withhold(only(dossier, changed))
    [entry] = claim_entries(told, number_sources(told))
    assert entry.warnings == ("1 item of evidence is withheld as confidential (1 transcript).",)
    assert (entry.without_source, entry.unlinked, entry.evidence) == (False, 0, ())
    assert (told.sources, told.passages, told.copies) == ((), (), {})
    assert told.claims[0].history == (told.claims[0].review.verdict,)


def test_an_earlier_verdict_counts_what_it_rested_on(dossier: Dossier) -> None:
    """Unlinked since, a passage of a confidential source is still one item, told once."""
    secret = with_secret(dossier, source=True, evidence=False)
    claim = secret.claims[CLAIM]
    bare = replace(claim, review=replace(claim.review, evidence=claim.review.evidence[1:]))
    told = withhold(replace(secret, claims=(bare,)))
    assert told.withheld.total() == 1
    assert all(10 not in verdict.evidence for verdict in told.claims[0].history)


def test_words_around_other_evidence_are_cut_where_they_are_withheld(dossier: Dossier) -> None:
    one = dossier.claims[CLAIM]
    first = one.review.evidence[0]
    at = first.span
    before = replace(
        first, id=90, passage_id=91, span=Span(at.start - 15, at.start - 5), exact="x" * 10,
        prefix="", suffix="and then " + first.exact[:23],
    )  # fmt: skip
    after = replace(
        first, id=92, passage_id=93, span=Span(at.end + 1, at.end + 30), exact="y" * 29,
        prefix=first.exact[-31:] + ".", suffix="",
    )  # fmt: skip
    linked = (replace(first, confidential=True), before, after)
    changed = replace(one, review=replace(one.review, evidence=linked))
    told = withhold(only(dossier, changed))
    kept = told.claims[0].review.evidence
    assert [e.suffix for e in kept] == ["and t", ""]
    assert [e.prefix for e in kept] == ["", "."]
    # The source stays for them, its copy does not: the words stand in it.
    assert [s.id for s in told.sources] == [first.source_id]
    assert told.copies == {}


def test_words_linked_to_two_claims_are_withheld_at_both(dossier: Dossier) -> None:
    one = dossier.claims[CLAIM]
    shared = one.review.evidence[0]
    other = DossierClaim(
        dossier.claims[8].claim, replace(dossier.claims[8].review, evidence=(shared,))
    )
    marked = replace(shared, confidential=True)
    changed = replace(one, review=replace(one.review, evidence=(marked,)))
    told = withhold(only(dossier, changed, other))
    assert [claim.withheld.total() for claim in told.claims] == [1, 1]
    assert told.sources == ()


def test_the_digest_of_a_report_says_nothing_of_what_is_withheld(dossier: Dossier) -> None:
    """Else whoever guessed the words could see that the guess was right."""
    secret = with_secret(dossier, source=True, evidence=False)
    other = with_secret(dossier, source=True, evidence=False)
    claim = other.claims[CLAIM]
    words = replace(claim.review.evidence[0], exact="Other words.")
    kept = (words, *claim.review.evidence[1:])
    claim = replace(claim, review=replace(claim.review, evidence=kept))
    other = replace(other, claims=(*other.claims[:CLAIM], claim, *other.claims[CLAIM + 1 :]))
    assert dossier_digest(secret) != dossier_digest(other)
    assert dossier_digest(withhold(secret)) == dossier_digest(withhold(other))


EIGHT = "south of Deir al-Zor on Saturday 17 September"


@pytest.mark.parametrize(
    ("rationale", "rules"),
    [
        ("Nothing of it.", []),
        ("It was south of Deir al-Zor on Sunday 17 September.", []),
        (f"It was, they say, {EIGHT.upper()} then.", ["repeats withheld words"]),
        ("It was south of\nDeir  al-Zor, on Saturday: 17 September.", ["repeats withheld words"]),
        ("See U.S. MILITARY confirms coalition's Syria air strike halted.",
         ["names a withheld source"]),
        ("http://in.reuters.com/article/mideast-crisis-syria-strike-idINL2N1BT0JY",
         ["names a withheld source"]),
    ],
)  # fmt: skip
def test_a_rationale_that_repeats_withheld_words_is_told(
    dossier: Dossier, set_up: Callable[..., Setting], rationale: str, rules: list[str]
) -> None:
    one = dossier.claims[CLAIM]
    given = replace(one.review.verdict, rationale=rationale)  # type: ignore[type-var]
    changed = replace(
        one, review=replace(one.review, verdict=given, rationale=rationale), history=(given,)
    )
    sources = tuple(replace(s, confidential=s.key == "centcom") for s in dossier.sources)
    secret = replace(dossier, claims=(changed,), sources=sources)
    [first, *told] = withholding_warnings(secret, set_up(WRITERS[0]))
    assert (first.rule, first.claims) == ("withheld", (6,))
    assert [one.rule for one in told] == rules
    assert all(one.claims == (6,) for one in told)


def test_a_short_passage_and_a_script_without_spaces_are_looked_for_too(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    for words, rationale, found in (
        ("The dam broke.", "He says the dam broke at noon.", True),
        ("The dam.", "He says the dam broke at noon.", False),
        ("停火协议自九月十二日起生效。", "他写道停火协议自九月十二日起生效了。", True),
        ("停火协议自九月十二日起生效。", "停火已经生效。", False),
    ):
        one = dossier.claims[CLAIM]
        linked = replace(one.review.evidence[0], exact=words, confidential=True)
        changed = DossierClaim(
            one.claim, replace(one.review, evidence=(linked,), rationale=rationale)
        )
        secret = replace(dossier, claims=(changed,), passages=())
        rules = [told.rule for told in withholding_warnings(secret, set_up(WRITERS[0]))]
        assert ("repeats withheld words" in rules) is found, words


def test_what_is_confidential_and_told_is_marked_and_warned_of(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    secret = with_secret(dossier, source=True, evidence=False)
    html = next(w for w in WRITERS if w.FORMAT.key == "html")
    setting = set_up(html, withhold="no")
    [told] = withholding_warnings(secret, setting)
    assert told.sentence == "1 item of evidence in this report is marked confidential."
    page = html.render(as_told(secret, setting), setting).decode()
    assert page.count('<span class="badge">Confidential</span>') == 2  # the passage, its source
    assert withholding_warnings(dossier, setting) == ()
