"""Forms of verbs: what a word is a form of, and whether it is passive. Knows no claim."""

from __future__ import annotations

from functools import cache

from app.matching.side import Side
from app.text.word_lists import listed
from app.text.words import stem

_IRREGULAR = """
arise arose arisen|beat beaten|become became|begin began begun|bind bound|bite bit bitten|
blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|
catch caught|choose chose chosen|come came|deal dealt|dig dug|draw drew drawn|drive drove driven|
eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|
forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got gotten|
give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|
keep kept|know knew known|lay laid|lead led|leave left|lend lent|lose lost|make made|mean meant|
meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|
seek sought|sell sold|send sent|shake shook shaken|shoot shot|show shown|shrink shrank shrunk|
sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|
stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|
swim swam swum|swing swung|take took taken|teach taught|tear torn|tell told|think thought|
throw threw thrown|understand understood|wear wore worn|win won|withdraw withdrew withdrawn|
write wrote written|bear bore borne|breed bred|cling clung|creep crept|forgive forgave forgiven|
overthrow overthrew overthrown|overtake overtook overtaken|undergo underwent undergone|
uphold upheld|retake retook retaken|rebuild rebuilt|foresee foresaw foreseen
"""

#: Verbs whose past tense looks like the present.
UNCHANGING = listed("hit cut put set hurt cost shut let spread split burst quit bid cast shed beat")
#: Forms of "be", with which a participle is passive.
BE = listed("is are was were be been being am isn't aren't wasn't weren't")
#: Forms of "have".
HAVE = listed("has have had having hasn't haven't hadn't")


@cache
def _bases() -> dict[str, str]:
    bases: dict[str, str] = {}
    for line in _IRREGULAR.replace("\n", "").split("|"):
        base, *forms = line.split()
        bases.update(dict.fromkeys(forms, stem(base)))
    return bases


def root(side: Side, at: int) -> str:
    """What the word is a form of: "rise" for "rose", else its stem."""
    word = side.words[at]
    return _bases().get(word.plain, word.stem)


def is_past(side: Side, at: int) -> bool:
    """Whether the word has the form of a past tense or a participle."""
    plain = side.words[at].plain
    return plain.endswith("ed") or plain in _bases()


def is_passive(side: Side, at: int) -> bool:
    """Whether the verb at this index is done to its subject: "was seen", "were later struck by"."""
    if not (is_past(side, at) or side.words[at].plain in UNCHANGING):
        return False
    sentence = side.words[at].sentence
    for before in range(at - 1, max(-1, at - 4), -1):
        word = side.words[before]
        if word.sentence != sentence:
            break
        if word.plain in BE:
            return True
        if not (word.common or word.plain.endswith("ly")):
            break
    following = at + 1
    return (
        following < len(side.words)
        and side.words[following].sentence == sentence
        and side.words[following].plain == "by"
    )
