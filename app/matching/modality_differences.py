"""What one side says as a fact and the other as possible, planned or due: "may have", "must"."""

from __future__ import annotations

from dataclasses import dataclass

from app.matching.context import same_matter
from app.matching.side import Side
from app.matching.verbs import BE, HAVE, UNCHANGING, is_past, root
from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.span import Span
from app.text.word_lists import listed

_POSSIBLE, _CERTAIN, _DUE, _ADVISED, _PLANNED, _FACT = range(6)

#: Words that say how sure a verb is meant. "can" and "could" are as often an ability.
_MODALS = {
    "may": _POSSIBLE, "might": _POSSIBLE, "could": _POSSIBLE,
    "will": _CERTAIN, "would": _CERTAIN, "shall": _CERTAIN, "'ll": _CERTAIN, "won't": _CERTAIN,
    "must": _DUE, "should": _ADVISED,
    "possibly": _POSSIBLE, "perhaps": _POSSIBLE, "maybe": _POSSIBLE, "probably": _POSSIBLE,
    "allegedly": _POSSIBLE, "supposedly": _POSSIBLE, "presumably": _POSSIBLE,
}  # fmt: skip
#: Before "to" and a verb: what is planned, due or likely has not come about.
_BEFORE_TO = {
    word: how
    for how, words in (
        (
            _PLANNED,
            "plan plans planned planning intend intends intended aim aims aimed hope hopes hoped"
            " threaten threatens threatened try tries tried trying attempt attempts attempted want"
            " wants wanted wish wishes wished consider offered offers",
        ),
        (_POSSIBLE, "likely unlikely expected thought believed rumoured rumored"),
        (_DUE, "has have obliged required ordered forced"),
        (_CERTAIN, "going set due"),
    )
    for word in words.split()
}
#: Which two may not be told apart by a reader in a hurry: only these are told.
_TELLING = frozenset(
    frozenset(pair)
    for pair in (
        (_POSSIBLE, _CERTAIN),
        (_POSSIBLE, _DUE),
        (_POSSIBLE, _FACT),
        (_POSSIBLE, _ADVISED),
        (_ADVISED, _DUE),
        (_ADVISED, _FACT),
        (_PLANNED, _FACT),
        (_DUE, _FACT),
    )
)
_MONTH_MAY = listed("in of since until by last this next early late mid from and")
#: A modal reaches so many words far within its clause.
_REACH = 5


@dataclass(frozen=True, slots=True)
class _Said:
    """How a verb is meant: the class, the words from the modal to the verb, the verb's index."""

    how: int
    span: Span
    head: int


def modality_differences(claim: Side, passage: Side) -> list[Difference]:
    """Verbs that one side hedges, plans or demands and the other says otherwise.

    Told only where both sides have the same verb (or noun after "is") amid the same words, one of
    them with a modal word and the other with another one or plainly as a fact.
    """
    ours, theirs = _all(claim), _all(passage)
    found: list[Difference] = []
    for said in ours:
        answer = _answer(said, claim, passage, theirs)
        if answer is not None:
            relation = Relation.SAME if answer.how == said.how else Relation.DIFFERENT
            found.append(_told(claim.excerpt(said.span), passage.excerpt(answer.span), relation))
    for said in theirs:
        answer = _answer(said, passage, claim, ours)
        if answer is not None and answer.how == _FACT:
            found.append(
                _told(claim.excerpt(answer.span), passage.excerpt(said.span), Relation.DIFFERENT)
            )
    return found


def _told(ours: Excerpt, theirs: Excerpt, relation: Relation) -> Difference:
    return Difference(DifferenceKind.MODALITY, relation, ours, theirs)


def _all(side: Side) -> list[_Said]:
    found: list[_Said] = []
    for at, word in enumerate(side.words):
        how = _MODALS.get(word.plain)
        last = at
        if how is None and _plain(side, at + 1) == "to":
            how, last = _BEFORE_TO.get(word.plain), at + 1
        if how is None or (word.plain == "may" and _is_month(side, at)):
            continue
        head = _head(side, last)
        if head is not None:
            span = Span(word.span.start, side.words[head].span.end)
            found.append(_Said(how, span, head))
    return found


def _is_month(side: Side, at: int) -> bool:
    written = side.words[at].span.of(side.text)
    following = _plain(side, at + 1)
    return written == "May" and (
        _plain(side, at - 1) in _MONTH_MAY
        or following[:1].isdigit()
        or _plain(side, at - 1)[:1].isdigit()
    )


def _plain(side: Side, at: int) -> str:
    return side.words[at].plain if 0 <= at < len(side.words) else ""


def _head(side: Side, last: int) -> int | None:
    """The first content word after a modal in its clause; adverbs are passed over."""
    for at in range(last + 1, min(last + 1 + _REACH, len(side.words))):
        word = side.words[at]
        if word.sentence != side.words[last].sentence or word.clause != side.words[last].clause:
            return None
        if not word.common and not word.plain.endswith("ly") and word.plain not in _BEFORE_TO:
            return at
    return None


def _answer(said: _Said, side: Side, other: Side, others: list[_Said]) -> _Said | None:
    """How the other side means the same word, or None where it does not plainly say it."""
    wanted = root(side, said.head)
    places = [
        at
        for at, word in enumerate(other.words)
        if not word.common and root(other, at) == wanted and same_matter(side, said.head, other, at)
    ]
    modals = [one for one in others if one.head in places]
    # The word may stand there twice: one place that says it alike is enough.
    alike = next((one for one in modals if one.how == said.how), None)
    if alike is not None:
        return alike
    telling = (one for one in modals if frozenset((one.how, said.how)) in _TELLING)
    if modals or frozenset((said.how, _FACT)) not in _TELLING:
        return next(telling, None)
    return next((fact for at in places if (fact := _fact(other, at)) is not None), None)


def _fact(side: Side, at: int) -> _Said | None:
    """The word as a plain fact: a past tense, or after a form of be or have; None if in doubt."""
    words = side.words
    first = at
    for before in range(at - 1, max(-1, at - _REACH), -1):
        if words[before].clause != words[at].clause:
            break
        plain = words[before].plain
        if plain in ("to", "if", "not", "no", "never") or plain in _MODALS or plain.endswith("n't"):
            return None
        if plain in BE or plain in HAVE:
            first = before
            break
        if not words[before].common:
            break
    past = is_past(side, at) or words[at].plain in UNCHANGING
    if first == at and not past:
        return None
    if any(word.plain in ("if", "unless", "whether") for word in words[max(0, first - 3) : first]):
        return None
    return _Said(_FACT, Span(words[first].span.start, words[at].span.end), at)
