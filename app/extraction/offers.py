"""Where a claim could be split, and which of its words a name could replace. Offers; does nothing.

Rules for English. An offer that is missed costs a drag of the mouse, a wrong one the reviewer's
patience: each needs plain signs. Knows the claims of one article and no store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.extraction.stretches import same_words
from app.model.article import Article
from app.model.claim import Claim, Offer, Part, PartKind, on_one_line
from app.model.span import Span
from app.model.statement import Places
from app.text.names.places import PLACES
from app.text.names.words import BODIES
from app.text.words import fold, stem, words

_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can|must|does|did|"
    r"came|took|led|made|went|left|began|became|fell|rose|won|lost|met|held|told|said|says|gave|"
    r"got|sent|saw|found|kept|ran|set|put|\w{3,}ed)"
)
_FINITE = re.compile(rf"\b{_VERB}\b|\w+n['’]t\b")
_STARTS_WITH_VERB = re.compile(rf"(?:(?:also|then|later|now|still|\w+ly) )?{_VERB}\b")
_SUBJECT = re.compile(
    r"(?:the|a|an|his|her|its|their|our|this|these|that|those|he|she|it|they|we|there|some|many|"
    r"most|all|no|nobody|both|one|two|three|several|\d[\d,.]*|[A-Z][\w’'-]+)\b"
)
_JOINT = re.compile(r"(?:;|,? (?:and|but|while|whereas|yet)(?= )|, so(?= ))\s*")
_RELATIVE = re.compile(r", (which|who|where) ")
_ASIDE = re.compile(r", (?=(?:the|a|an|his|her|its|their|who|former) )")
_INDEFINITE = re.compile(r"\b(?:a|an|the) (?!.*\b(?:a|an) )")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“]*“")
_PRONOUN = re.compile(r"\b(he|she|him|his|her)\b", re.IGNORECASE)
_SHORT_FORM = re.compile(
    r"\b[Tt]he (group|ministry|council|committee|agency|party|commission|union|court|bank|company|"
    r"university|institute|organisation|organization|association|army|front|movement|fund|"
    r"parliament|federation|league|minister|president|mayor|governor|chancellor|spokesman|"
    r"spokeswoman|general|colonel|judge|ambassador|secretary)\b(?! (?:of|for|and|[A-Z]))",
)
_STOPS = " .,;:!?…"
#: So far before a pronoun its name is looked for, in characters.
_MEMORY = 600
_LONGEST = 3_000
_FEWEST_WORDS = 3
#: More offers than this are no help.
_MOST = 8


def find_offers(article: Article, claim: Claim, others: Sequence[Claim]) -> tuple[Offer, ...]:
    """The offers for one claim of `article` in the order of their places.

    A split's `statement` is how the second half could read by itself, a wording's the claim's whole
    sentence with the name in place. `others` are the article's other claims: no split makes one of
    them anew, and the names in them are what a pronoun may mean.
    """
    if len(claim.quote) > _LONGEST:
        return ()
    made: list[Offer] = []
    for offer in (*_Splits(claim).found(), *_wordings(article, claim, others)):
        halves = (Span(claim.span.start, offer.at), Span(offer.at, claim.span.end))
        again = offer.kind == "split" and any(
            same_words(article.text, half, other.span) for half in halves for other in others
        )
        if not again and all((offer.kind, offer.at) != (one.kind, one.at) for one in made):
            made.append(offer)
    return tuple(sorted(made, key=lambda offer: (offer.at, offer.kind))[:_MOST])


class _Splits:
    """The places where one claim says two things."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self._quote = on_one_line(claim.quote)
        masked = self._quote
        for found in _QUOTED.finditer(masked):
            masked = masked[: found.start()] + "\x01" * len(found.group()) + masked[found.end() :]
        self._masked = masked

    def found(self) -> Iterator[Offer]:
        """The offers, conjunctions first."""
        yield from self._at_joints()
        yield from self._at_relatives()
        yield from self._at_asides()

    def _at_joints(self) -> Iterator[Offer]:
        """ "X did this and Y did that", "X did this and did that"."""
        for joint in _JOINT.finditer(self._masked):
            sign = joint.group().strip(" ,")
            left, right = self._masked[: joint.start()], self._masked[joint.end() :]
            if not (_says(left) and _says(right)):
                continue
            clause = right.split(", ")[0][:120]
            begins = joint.start() + len(joint.group()) - len(joint.group().lstrip(" ,;"))
            at = joint.end() if sign == ";" else begins
            told = (
                f"“{sign}” joins two statements." if sign != ";" else "Two statements stand here."
            )
            if _SUBJECT.match(right) and _FINITE.search(clause):
                yield self._offer(at, self._quote[joint.end() :], told)
            elif sign in ("and", "but") and _STARTS_WITH_VERB.match(right):
                subject = self._first_name()
                if subject is not None and subject.end <= joint.start():
                    name = subject.of(self._quote)
                    words = f"{name} {self._quote[joint.end() :]}"
                    yield self._offer(at, words, f"“{sign}” joins two statements about {name}.")

    def _joins_names(self, joint: re.Match[str]) -> bool:
        """Whether an "and" without a comma stands between two capitals ("Iran and Iraq have")."""
        if "," in joint.group() or ";" in joint.group():
            return False
        last = self._masked[: joint.start()].rsplit(" ", 1)[-1]
        return last[:1].isupper() and self._masked[joint.end() : joint.end() + 1].isupper()

    def _at_relatives(self) -> Iterator[Offer]:
        """ "…, who did that", "…, which did that" at the end of the claim."""
        for found in _RELATIVE.finditer(self._masked):
            before = self._quote[: found.start()]
            right = self._masked[found.end() :]
            if not _says(before) or not _STARTS_WITH_VERB.match(right):
                continue
            named, phrase = self._named_before(found.start()), _phrase_before(before)
            if found.group(1) == "which" and phrase.startswith(("a ", "an ")):
                named = ""  # "a plan for Syria, which …": the plan, more likely
            meant = named or phrase
            if meant:
                words = f"{meant} {self._quote[found.end() :]}"
                reason = f"“{found.group(1)}” says a second thing, of {_lowered(meant)}."
                yield self._offer(found.start() + 2, words, reason)

    def _at_asides(self) -> Iterator[Offer]:
        """ "X, the head of Y, did that" and "… X, the head of Y."."""
        for found in _ASIDE.finditer(self._masked):
            name = self._named_before(found.start())
            if not name or self._masked[found.end() :].startswith("who "):
                continue
            close = self._masked.find(",", found.end())
            aside = self._quote[found.end() : close if close != -1 else None].strip(_STOPS)
            if _FINITE.search(aside) or not 2 <= len(aside.split()) <= 14:
                continue
            if close == -1:
                reason = f"It is said beside that {name} is {aside}."
                if _says(self._masked[: found.start()]):
                    yield self._offer(found.end(), f"{name} is {aside}", reason)
            elif _STARTS_WITH_VERB.match(rest := self._masked[close + 2 :]) and _says(rest):
                words = f"{name} {self._quote[close + 2 :]}"
                reason = f"It is said beside that {name} is {aside}."
                yield self._offer(close + 2, words, reason)

    def _offer(self, at: int, words: str, reason: str) -> Offer:
        words = words.strip().rstrip(_STOPS)
        sentence = words[:1].upper() + words[1:] + "."
        return Offer("split", self._claim.span.start + at, sentence, reason)

    def _first_name(self) -> Span | None:
        """The name that opens the claim, after a title at most."""
        start = self._claim.span.start
        for part in self._claim.parts:
            if part.kind is PartKind.WHO and part.value:
                span = part.span.shifted(-start)
                before = self._quote[: span.start]
                plain = not _FINITE.search(before) and len(before.split()) <= 4
                return span if plain and "," not in before else None
        return None

    def _named_before(self, at: int) -> str:
        """The name that ends right at `at`, else empty."""
        end = self._claim.span.start + at
        named = (
            " ".join(part.text.split())
            for part in self._claim.parts
            if part.kind in (PartKind.WHO, PartKind.PLACE) and part.value and part.span.end == end
        )
        return next(named, "")


def _wordings(article: Article, claim: Claim, others: Sequence[Claim]) -> Iterator[Offer]:
    """A name for each pronoun and short form that the text before settles."""
    quote = on_one_line(claim.quote)
    places = Places(quote, claim.statement)
    names = _names_before(claim, others)
    said: set[str] = set()
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(quote)]
    found = [*_PRONOUN.finditer(quote), *_SHORT_FORM.finditer(quote)]
    for match in sorted(found, key=lambda one: one.start()):
        word, at = match.group(), Span(*match.span())
        place = places.of(at)
        if place is None or fold(word) in said or any(one.covers(at) for one in quoted):
            continue
        here = claim.span.start + at.start
        ahead = [one for one in names if one.span.end <= here and here - one.span.end <= _MEMORY]
        if match.re is _PRONOUN and _is_settled_inside(claim, quote, at, names):
            continue
        name = _meant(article.text, match, ahead)
        if not name or name == word:
            continue
        said.add(fold(word))
        own = fold(word) in ("his", "her")
        if fold(word) == "her" and not quote[at.end : at.end + 2].strip().isalpha():
            own = False
        shown = f"{name}’s" if own else name
        sentence = claim.statement[: place.start] + shown + claim.statement[place.end :]
        yield Offer("wording", here, sentence, f"“{word}” most likely means {name}, named before.")


def _is_settled_inside(claim: Claim, quote: str, at: Span, names: Sequence[Part]) -> bool:
    """Whether the claim itself may say whom a pronoun means: before it, or after its opening
    clause ("Discussing his plan, X said")."""
    for part in names:
        if not claim.span.covers(part.span) or not _is_person(part.value):
            continue
        behind = part.span.start - claim.span.start
        if behind < at.start or (at.start > 0 and "," in quote[at.end : behind]):
            return True
    return False


def _names_before(claim: Claim, others: Sequence[Claim]) -> list[Part]:
    """The names in this claim and those before it, in the order of their places, each once."""
    near = [one for one in others if claim.span.start - _MEMORY <= one.span.end]
    found = {
        part.span: part
        for one in (*near, claim)
        for part in one.parts
        if part.kind is PartKind.WHO and part.value and part.span.end <= claim.span.end
    }
    return [found[span] for span in sorted(found)]


def _meant(text: str, match: re.Match[str], names: Sequence[Part]) -> str:
    """The name that a pronoun or a short form most likely stands for, else empty."""
    if match.re is _SHORT_FORM:
        head = stem(match.group(1))
        for part in reversed(names):
            if head in {stem(word.of(part.value)) for word in words(part.value)}:
                led = fold(text[max(0, part.span.start - 4) : part.span.start].strip()) == "the"
                return f"{match.group()[:3]} {part.value}" if led else part.value
            before = text[max(0, part.span.start - 40) : part.span.start]
            title = words(before)[-1:]
            if title and stem(title[0].of(before)) == head and not before[title[0].end :].strip():
                return part.value
        return ""
    persons = [part for part in names if _is_person(part.value)]
    if not persons:
        return ""
    # The last sentence that names a person: there the one named first is its subject.
    last = persons[-1].span.start
    begin = max(text.rfind(". ", 0, last), text.rfind("\n", 0, last))
    return next(part.value for part in persons if part.span.start > begin)


def _is_person(name: str) -> bool:
    """Whether a name reads like a person's: two words or more, none of a body or a place."""
    parts = [fold(word.of(name)) for word in words(name)]
    if len(parts) < 2 or fold(name) in PLACES or name.isupper():
        return False
    return not any(part in BODIES or part in PLACES for part in parts)


def _says(words_of: str) -> bool:
    return len(words_of.split()) >= _FEWEST_WORDS and _FINITE.search(words_of) is not None


def _phrase_before(before: str) -> str:
    """The last noun phrase with an article of its own ("a new plan to …"), else empty."""
    found = _INDEFINITE.search(before)
    phrase = before[found.start() :] if found else ""
    most = 5 if phrase.startswith("the ") else 12
    return phrase if len(phrase.split()) <= most and "," not in phrase else ""


def _lowered(phrase: str) -> str:
    first = phrase.split(" ", 1)[0]
    return phrase[0].lower() + phrase[1:] if first in ("A", "An", "The") else phrase
