"""Who said it: the source of a statement in the claim against its source in the passage."""

from __future__ import annotations

from dataclasses import dataclass

from app.matching.side import Side
from app.model.match import Difference, DifferenceKind, Relation
from app.model.span import Span
from app.text.names.same import same_name
from app.text.word_lists import listed

#: Verbs with which news gives a statement to somebody.
SAYING = listed(
    "said says say told tells stated states announced announces confirmed confirms stressed"
    " stresses claimed claims added adds noted notes reported reports declared declares explained"
    " explains warned warns insisted insists argued argues revealed predicted tweeted wrote writes"
    " testified replied acknowledged admitted admits alleged alleges emphasised emphasized"
    " underlined reiterated suggested estimated estimates believes thinks promised pledged vowed"
    " informed assured concluded"
)
#: So many words of what is said must be the same on both sides, as a share of the fewer.
_SAID_ALIKE, _LEAST = 0.6, 2
#: A title and a name take so many words at most.
_REACH = 6


@dataclass(frozen=True, slots=True)
class _Statement:
    """A name that speaks, and the content stems of the rest of its sentence."""

    name: Span
    text: str
    said: frozenset[str]


def speaker_differences(claim: Side, passage: Side) -> list[Difference]:
    """Who says what the claim reports, against who says it in the passage.

    Only names are told apart: "officials" and "he" may be anybody. DIFFERENT only where the two
    statements share most of their words and the passage does not give the claim's speaker in that
    sentence.
    """
    found: list[Difference] = []
    theirs = _statements(passage)
    for one in _statements(claim):
        alike = [other for other in theirs if _same_words(one.said, other.said)]
        if not alike:
            continue
        same = next((other for other in alike if same_name(one.text, other.text)), None)
        other = same or max(alike, key=lambda two: len(one.said & two.said))
        if same is None and (_stands_near(one, other, passage) or _stands_near(other, one, claim)):
            continue  # a body and who speaks for it
        found.append(
            Difference(
                DifferenceKind.SPEAKER,
                Relation.SAME if same else Relation.DIFFERENT,
                claim.excerpt(one.name),
                passage.excerpt(other.name),
            )
        )
    return found


def _same_words(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    fewer = min(len(ours), len(theirs))
    return fewer >= _LEAST and len(ours & theirs) >= _SAID_ALIKE * fewer


def _stands_near(one: _Statement, other: _Statement, side: Side) -> bool:
    """Whether the other statement's side names the one's speaker in the same sentence."""
    sentence = side.sentence_at(other.name.start)
    return any(
        same_name(one.text, name.text) and side.sentence_at(name.span.start) == sentence
        for name in side.names
    )


def _statements(side: Side) -> list[_Statement]:
    found: list[_Statement] = []
    for name in side.names:
        inside = side.between(name.span)
        if inside and (_says(side, inside) or _is_according(side, inside)):
            said = _said(side, inside)
            if said:
                found.append(_Statement(name.span, name.name, said))
    return found


def _says(side: Side, name: range) -> bool:
    """Whether a verb of saying follows the name, or stands before it after what was said."""
    sentence = side.words[name[0]].sentence
    for at in range(name[-1] + 1, min(name[-1] + 4, len(side.words))):
        word = side.words[at]
        if word.sentence != sentence:
            break
        if word.plain in SAYING:
            return True
        if not (word.plain in ("has", "have", "had", "also") or word.plain.endswith("ly")):
            break
    return _follows_said(side, name)


def _follows_said(side: Side, name: range) -> bool:
    """ "…, said Foreign Minister X": only where the sentence or clause ends with the name."""
    end = name[-1] + 1
    if end < len(side.words) and side.words[end].clause == side.words[name[-1]].clause:
        return False
    for at in range(name[0] - 1, max(-1, name[0] - 1 - _REACH), -1):
        word = side.words[at]
        if word.sentence != side.words[name[0]].sentence or word.plain in ("that", "to"):
            return False
        if word.plain in SAYING:
            opens = at == 0 or side.words[at - 1].clause != word.clause
            return opens and word.plain in ("said", "says", "added", "adds", "wrote", "told")
    return False


def _is_according(side: Side, name: range) -> bool:
    """ "According to Foreign Minister X"."""
    for at in range(name[0] - 1, max(0, name[0] - 1 - _REACH), -1):
        word = side.words[at]
        if word.sentence != side.words[name[0]].sentence:
            return False
        if word.plain == "to" and side.words[at - 1].plain == "according":
            return True
        if word.clause != side.words[name[0]].clause:
            return False
    return False


def _said(side: Side, name: range) -> frozenset[str]:
    """The content stems of the sentence without the speaker and the verbs of saying."""
    sentence = side.words[name[0]].sentence
    start, end = name[0], name[-1]
    while start > 0 and side.words[start - 1].sentence == sentence:
        start -= 1
    while end + 1 < len(side.words) and side.words[end + 1].sentence == sentence:
        end += 1
    return frozenset(
        word.stem
        for at, word in enumerate(side.words[start : end + 1], start)
        if at not in name and not word.common and word.plain not in SAYING
    )
