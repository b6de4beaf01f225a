"""The checkable parts of a claim: who, what, number, date, place, role, quoted words, speaker.

Knows the words of one claim and what was read in them. A part that the grammar does not plainly
show is left out rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.kinds import OFFICES, Features
from app.extraction.speech.sentence import Speech
from app.model.claim import Part, PartKind
from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.persons import is_person
from app.text.names.places import PLACES
from app.text.names.words import BODIES, OPENING_ROLES, PLACE_LEADS, TITLE_LEADS, TITLES
from app.text.verbs import PlainClause, has_verb, plain_clause
from app.text.word_lists import listed
from app.text.words import fold

_SPACE = re.compile(r"\s")
_STOPS = " \t\n\u00a0.!?…,;:—–-"
_MOST_SUBJECT = 12
_MOST_PREDICATE = 22
_QUOTED = re.compile(
    r"“([^“”\n]{2,1000})”|\"([^\"\n]{2,1000})\"|«([^«»\n]{2,1000})»|„([^„“\n]{2,1000})“"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|outside|around|at|across|towards?|throughout|north of|south of|east of|west of)"
    r"(?: the| downtown| central| nearby| neighbouring| neighboring| northern| southern| eastern|"
    r" western)?\s$",
    re.IGNORECASE,
)
_PLACE_NOUNS = listed(
    "river street road avenue square island islands lake bay mountain mountains valley airport"
    " stadium bridge province district county city region sea ocean gulf strait peninsula desert"
    " park beach point pier coast creek falls forest harbour harbor port castle"
    " hill hills village town border"
)
#: Where the object of a predicate is done with and something else is told.
_PREDICATE_ENDS = re.compile(
    r", |[;:(—–]| (?:but|while|whereas|although|though|because|after|before|when|as|which|who|"
    r"and (?=(?:is|are|was|were|has|have|had|will|would|said|added|[a-z]+ed)\b))"
)
_APPOSED = re.compile(r",? (?:an?|the|its|his|her|their|then|now|whose|one of) ", re.IGNORECASE)
_TRADE = re.compile(rf"\b(?:{OFFICES}|{'|'.join(sorted(OPENING_ROLES))})\b")
_APPOSITION_ENDS = re.compile(r"[,;:.()—–\x01]| (?:who|which|that|said|says|told|was|is|has|had) ")
_HELD = re.compile(
    rf"\b(?:is|was|became|becomes|remains|remained|has been|had been|been|be|named|appointed|"
    rf"elected|re-elected|nominated|made|serves? as|served as|worked as|works as|acts as|"
    rf"sworn in as|down as|over as|resigned as|as) "
    rf"((?:(?:a|an|the|its|his|her|their|(?!appointed|elected|named|re-|made|been|as )"
    rf"[\w'’-]{{1,20}}) ){{0,5}}?(?:{OFFICES})\b"
    rf"(?: (?:of|for|at|to) (?:(?:the|a|an|its|his|her|their) )?"
    rf"[\w'’&-]{{1,30}}(?: (?:of |for |and )?[A-Z][\w'’&-]{{0,30}}){{0,4}})?)",
)
_LOWER_ROLE_WORDS = TITLES | TITLE_LEADS | OPENING_ROLES


def parts_of(
    text: str, span: Span, found: Features, said: Sequence[Speech] = ()
) -> tuple[Part, ...]:
    """The parts of the claim at `span` of `text`, by place.

    `said` are the speeches that the claim reports: each gives its speaker, and what was said.
    """
    parts = [
        *_names(text, span, found),
        *_clause(text, span, found, said),
        *_roles(text, span, found.names),
        *_quoted(text, span),
    ]
    for mention in found.dates:
        # "A week ago" is no day that another could contradict.
        value = "" if mention.granularity == "week" else mention.value
        parts.append(Part(PartKind.DATE, mention.span, mention.text, value))
    for quantity in found.quantities:
        value = f"{quantity.value:.15g}"
        parts.append(Part(PartKind.NUMBER, quantity.span, quantity.text, value))
    for speech in said:
        words = speech.source.of(text)
        parts.append(Part(PartKind.SPEAKER, speech.source, words, speech.speaker))
        if span.covers(speech.content):
            parts.append(_part(PartKind.WHAT, text, speech.content))
    ordered = sorted(set(parts), key=lambda part: (part.span.start, part.span.end, part.kind.value))
    return tuple(ordered)


def _names(text: str, span: Span, found: Features) -> Iterator[Part]:
    """Who and where: each name, as a place where its words or its neighbours say so."""
    for name in found.names:
        kind = PartKind.PLACE if _is_place(text, span, name) else PartKind.WHO
        yield Part(kind, name.span, name.text, name.name)


def _is_place(text: str, span: Span, name: NameMention) -> bool:
    """Whether a name is a known place or river, or follows a word of place and is no person."""
    plain = fold(_SPACE.sub(" ", name.text))
    if plain in PLACES:
        return True
    words = plain.split()
    if words[-1] in BODIES and words[-1] not in _PLACE_NOUNS:
        return False
    if words[-1] in _PLACE_NOUNS or (words[0] in PLACE_LEADS and words[-1] in PLACES):
        return True
    if name.text.isupper() or is_person(name.name):
        return words[0] in ("lake", "mount", "port", "cape", "fort", "new", "saint", "st", "san")
    before = text[max(span.start, name.span.start - 24) : name.span.start]
    after = text[name.span.end : name.span.end + 2]
    return _PLACE_BEFORE.search(before) is not None and after not in ("'s", "’s")


def _clause(text: str, span: Span, found: Features, said: Sequence[Speech]) -> Iterator[Part]:
    """The subject and the predicate, where the claim is one plain clause and reports no speech."""
    quote = _SPACE.sub(" ", span.of(text))[:1000]
    if said or quote[:1] in tuple('"“«„‘'):
        return
    quote = _QUOTED.sub(lambda quoted: "\x01" * len(quoted.group()), quote)
    clause = plain_clause(quote, 0, len(quote))
    if clause is None:
        return
    subject = Span(clause.subject_start, clause.subject_end)
    predicate = _predicate(quote, clause)
    if predicate is not None:
        yield _part(PartKind.WHAT, text, predicate.shifted(span.start))
    named = any(name.span.overlaps(subject.shifted(span.start)) for name in found.names)
    counted = any(q.span.overlaps(subject.shifted(span.start)) for q in found.quantities)
    words = subject.of(quote)
    plain = len(words.split()) <= _MOST_SUBJECT and words.casefold() not in _NOBODY
    if plain and not named and not (counted and words[:1].isdigit() and len(words.split()) < 2):
        yield _part(PartKind.WHO, text, subject.shifted(span.start))


_NOBODY = listed("it this that there he she they we i you these those what which")


def _predicate(quote: str, clause: PlainClause) -> Span | None:
    """The verb with what belongs to it, up to where something else is told."""
    end = len(quote.rstrip(_STOPS))
    cut = _PREDICATE_ENDS.search(quote, clause.verb + 1, end)
    stop = cut.start() if cut is not None else end
    words = quote[clause.verb : stop].split()
    if len(words) < 2 or len(words) > _MOST_PREDICATE:
        return None
    return Span(clause.verb, len(quote[:stop].rstrip(_STOPS)))


def _roles(text: str, span: Span, names: Sequence[NameMention]) -> Iterator[Part]:
    """Offices and trades: before a name, beside it between commas, or after "is" and "as"."""
    quote = _SPACE.sub(" ", span.of(text))[:2000]
    taken: list[Span] = []
    for name in names:
        here = name.span.shifted(-span.start)
        if here.end > len(quote):
            break
        for role in (_title(quote, here), _apposition(quote, here, name)):
            if role is not None:
                taken.append(role)
    for held in _HELD.finditer(quote):
        role = Span(*held.span(1))
        if len(role) > 3 and not any(role.overlaps(other) for other in taken):
            taken.append(role)
    for role in taken:
        yield _part(PartKind.ROLE, text, role.shifted(span.start))


def _title(quote: str, name: Span) -> Span | None:
    """The role right before a name: "acting transport minister", "Governor"."""
    start = name.start
    first = start
    office = False
    while start and quote[start - 1] == " ":
        before = quote.rfind(" ", 0, start - 1) + 1
        word = fold(quote[before : start - 1].strip("“\"'’.,"))
        telling = word in TITLES or word in OPENING_ROLES
        if not word or quote[start - 2] in ",;:" or not (telling or word in TITLE_LEADS or office):
            break
        if office and not (word in _LOWER_ROLE_WORDS or word in _BEFORE_OFFICE):
            break
        office = office or telling
        first, start = before, before
    role = quote[first : name.start].strip()
    if not office or role.rstrip(".").casefold() in _ADDRESSES:
        return None
    return Span(first, first + len(role))


_ADDRESSES = listed("mr mrs ms miss mx dr sir lady lord prof dame madam")
_BEFORE_OFFICE = listed(
    "transport finance health education trade police fire union party team labour labor energy"
    " environment agriculture defence defense interior home state federal city county district"
    " regional local national chief lead junior senior assistant research science sports youth"
)


def _apposition(quote: str, name: Span, mention: NameMention) -> Span | None:
    """What stands beside a person's name between commas: "Omar Haddad, a driver,"."""
    person = is_person(mention.name) or _title(quote, name) is not None
    if not person or not quote.startswith(", ", name.end):
        return None
    start = name.end + 2
    end = _APPOSITION_ENDS.search(quote, start)
    stop = end.start() if end is not None else len(quote.rstrip(_STOPS))
    words = quote[start:stop].rstrip()
    trade = _APPOSED.match(quote, name.end) or (words[:1].islower() and _TRADE.search(words))
    if not trade or not 1 < len(words.split()) <= 9 or has_verb(words):
        return None
    return Span(start, start + len(words))


def _quoted(text: str, span: Span) -> Iterator[Part]:
    for quoted in _QUOTED.finditer(text, span.start, span.end):
        group = next(number for number in range(1, 5) if quoted.group(number) is not None)
        yield _part(PartKind.QUOTED, text, Span(*quoted.span(group)))


def _part(kind: PartKind, text: str, span: Span) -> Part:
    return Part(kind, span, span.of(text))
