"""The parts of a claim: what the grammar plainly shows, and no absurd stretch."""

from __future__ import annotations

import pytest

from app.extraction.claims import find_claims
from app.model.article import Publication, Zone, ZoneKind
from app.model.claim import Claim, PartKind
from app.model.span import Span


def claims_of(text: str) -> tuple[Claim, ...]:
    zones = (Zone(Span(0, len(text)), ZoneKind.BODY, included=True),)
    return find_claims(text, zones, Publication())


def parts_of(text: str, kind: PartKind) -> list[str]:
    return [part.text for part in claims_of(text)[0].parts if part.kind is kind]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The harbour bridge opened to traffic on Monday.",
            ["The harbour bridge"],
            ["opened to traffic on Monday"],
        ),
        ("Coach Ellen Brandt praised her captain.", ["Ellen Brandt"], ["praised her captain"]),
        ("After the vote, she resigned at once.", [], ["resigned at once"]),
        ("It sent 3,000 soldiers, who left.", [], ["sent 3,000 soldiers"]),
        ("They called the hearing “a circus”.", [], ["called the hearing “a circus”"]),
        ("That's all there is to it now.", [], []),
        ("The captain “never once asked” for it.", [], []),
    ],
)
def test_who_and_what(text: str, who: list[str], what: list[str]) -> None:
    assert parts_of(text, PartKind.WHO) == who
    assert parts_of(text, PartKind.WHAT) == what


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Police in Wexcombe held two men.", ["Wexcombe"]),
        ("A bomb went off near Ellery Square on Monday.", ["Ellery Square"]),
        ("The River Trent rose again in Newark.", ["Newark"]),
        ("Ann Reed met Karl Weber in Madrid.", ["Madrid"]),
        ("She works at Torre Securities now.", []),
        ("He saw the cash in Ann Reed's car.", []),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    found = parts_of(text, PartKind.PLACE)
    assert [place for place in found if place in places] == places
    assert set(found) <= {*places, "River Trent", "Trent"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Governor Marta Lindqvist left at noon.", ["Governor"]),
        ("The acting transport minister Hamid Yusof wept.", ["acting transport minister"]),
        ("Omar Haddad, a driver, saw the crash.", ["a driver"]),
        ("Ann Reed, general secretary of the union, spoke.", ["general secretary of the union"]),
        ("Ida Brandt was appointed director of the museum.", ["director of the museum"]),
        ("Ann Reed is the head of the agency.", ["the head of the agency"]),
        ("Mr Reed left the hall at noon.", []),
        ("The rain, a nuisance, went on all day.", []),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    assert parts_of(text, PartKind.ROLE) == roles


def test_reported_speech_gives_who_speaks_and_what_is_said() -> None:
    text = "Mayor Ann Reed said on Monday that the bridge had cost $38 million."
    outer, inner = claims_of(text)
    told = {part.kind: (part.text, part.value) for part in outer.parts}
    assert told[PartKind.SPEAKER] == ("Mayor Ann Reed", "Ann Reed")
    assert told[PartKind.WHAT] == ("the bridge had cost $38 million", "")
    assert told[PartKind.ROLE] == ("Mayor", "")
    parts = {part.kind: part.text for part in inner.parts}
    assert parts[PartKind.WHO] == "the bridge"
    assert parts[PartKind.WHAT] == "had cost $38 million"


def test_a_sentence_of_quotation_alone_is_one_claim() -> None:
    text = "“It was dark,” Ann Reed said. “Nobody saw the two men.”"
    claims = claims_of(text)
    assert [(claim.speaker, claim.quote) for claim in claims] == [
        ("", "“It was dark,” Ann Reed said."),
        ("Ann Reed", "It was dark"),
        ("Ann Reed", "Nobody saw the two men"),
    ]
