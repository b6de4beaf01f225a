"""Rewrites a sentence of news without changing what it says, and puts it among its neighbours.

The other half of `planting`: nothing may be told of these pairs. Common English only.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.quality.planting import MONTHS, NUMBERS, WEEKDAYS

Rewrite = Callable[[str], str]

_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_WORDS = {
    "killed": "left dead", "said": "stated", "told": "informed", "began": "started",
    "started": "began", "more than": "over", "over": "more than", "about": "around",
    "around": "about", "nearly": "almost", "at least": "no fewer than", "rose": "climbed",
    "increased": "went up", "fell": "dropped", "decreased": "went down", "met": "held talks with",
    "talks": "negotiations", "agreement": "deal", "stressed": "underlined", "came": "went",
    "government": "authorities", "including": "among them", "however": "still", "also": "too",
    "because": "since", "announced": "made known", "according to": "as stated by",
    "attack": "assault", "attacks": "assaults", "will": "is going to", "must": "has to",
    "United States": "US", "United Nations": "UN", "European Union": "EU", "US": "United States",
    "UN": "United Nations", "died": "lost their lives", "children": "minors", "help": "assist",
    "large": "big", "reported": "gave word", "held": "staged", "during": "in the course of",
    "near": "close to", "injured": "hurt", "wounded": "hurt", "called for": "asked for",
    "police": "officers", "people": "persons", "want": "wish", "plan": "scheme",
}  # fmt: skip


def day_first(sentence: str) -> str:
    """ "16 September 2016" for "September 16, 2016"."""
    return re.sub(
        rf"\b({_MONTH}) (\d{{1,2}})\b(?:, (\d{{4}}))?",
        lambda m: " ".join(part for part in (m[2], m[1], m[3]) if part),
        sentence,
    )


def month_first(sentence: str) -> str:
    """ "September 16, 2016" for "16 September 2016"."""
    return re.sub(rf"\b(\d{{1,2}}) ({_MONTH})\b(?: (\d{{4}}))?",
                  lambda m: f"{m[2]} {m[1]}" + (f", {m[3]}" if m[3] else ""), sentence)  # fmt: skip


def digits(sentence: str) -> str:
    """ "1200" for "1,200", "5" for "five", "4 percent" for "4%"."""
    sentence = re.sub(r"(?<=\d),(?=\d{3}\b)", "", sentence)
    sentence = re.sub(r"(?<=\d)%", " percent", sentence)
    values = {word: 2 + place for place, word in enumerate(NUMBERS[:11])}
    return re.sub(r"\b(" + "|".join(values) + r")\b(?= [a-z]+s\b)",
                  lambda m: str(values[m[1]]), sentence)  # fmt: skip


def spelled(sentence: str) -> str:
    """ "five" for "5", "4%" for "4 percent"."""
    sentence = re.sub(r"(?<=\d) per ?cent\b", "%", sentence)
    return re.sub(r"(?<![\w.,:/-])([2-9]|1[012])(?= [a-z]{3,}s\b)",
                  lambda m: NUMBERS[int(m[1]) - 2], sentence)  # fmt: skip


def other_words(sentence: str) -> str:
    """Up to three words for others that say the same."""
    done = 0
    for old, new in _WORDS.items():
        if done == 3:
            break
        changed = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, sentence, count=1)
        done += changed != sentence
        sentence = changed
    return sentence


def day_last(sentence: str) -> str:
    """ "On Friday, X" becomes "X on Friday"."""
    match = re.match(
        rf"On ((?:{_WEEKDAY})|(?:{_MONTH}) \d+|\d+ (?:{_MONTH})),? (.+)([.])$", sentence
    )
    return f"{match[2][0].upper()}{match[2][1:]} on {match[1]}." if match else sentence


def day_leads(sentence: str) -> str:
    """ "X on Friday." becomes "On Friday X."."""
    match = re.match(rf"(.+) on ((?:{_WEEKDAY})|(?:{_MONTH}) \d+|\d+ (?:{_MONTH}))[.]$", sentence)
    if not match:
        return sentence
    head = match[1].replace("The ", "the ", 1) if match[1].startswith("The ") else match[1]
    return f"On {match[2]}, {head}."


def contracted(sentence: str) -> str:
    """ "didn't" for "did not"."""
    sentence = re.sub(r"\b(did|does|is|are|was|were|has|had|have|would|could|should) not\b",
                      r"\1n't", sentence)  # fmt: skip
    return sentence.replace("cannot", "can't").replace("will not", "won't")


def spelled_out(sentence: str) -> str:
    """ "did not" for "didn't"."""
    return re.sub(r"\b(did|does|is|are|was|were|has|had|have|would|could|should)n['’]t\b",
                  r"\1 not", sentence)  # fmt: skip


def source_last(sentence: str) -> str:
    """ "It rained, Ann Lee said." for "Ann Lee said (that) it rained."."""
    match = re.match(r"((?:[A-Z][\w.-]+ ){1,4})said (?:that )?([^“\"]+)[.]$", sentence)
    if not match:
        return sentence
    return f"{match[2][0].upper()}{match[2][1:]}, {match[1]}said."


def according(sentence: str) -> str:
    """ "According to Ann Lee, it rained." for "Ann Lee said (that) it rained."."""
    match = re.match(r"((?:[A-Z][\w.-]+ ){1,4})said (?:that )?([^“\"]+)[.]$", sentence)
    return f"According to {match[1].strip()}, {match[2]}." if match else sentence


def surname(sentence: str) -> str:
    """The first name of a person dropped where both stand."""
    return re.sub(r"\b(?:John|Sergey|Sergei|Frank-Walter|Staffan|Vladimir|Barack|Najib) (?=[A-Z])",
                  "", sentence)  # fmt: skip


def shorter(sentence: str) -> str:
    """Without what stands after the last comma, where enough is left."""
    head, comma, rest = sentence.rstrip(".").rpartition(", ")
    plain = re.match(r"(?:which|who|where|and|but|with|including|according)\b", rest)
    return (
        head + "." if comma and plain and len(head) > 60 and head.count('"') % 2 == 0 else sentence
    )


def other_signs(sentence: str) -> str:
    """Typographic signs for plain ones."""
    sentence = sentence.replace("'", "’").replace(" - ", " – ").replace(" -- ", " — ")
    return re.sub(r'"([^"]*)"', r"“\1”", sentence)


REWRITES: tuple[Rewrite, ...] = (
    day_first, month_first, digits, spelled, other_words, day_last, day_leads, contracted,
    spelled_out, source_last, according, surname, shorter, other_signs,
)  # fmt: skip


def rewrite(sentence: str, dice: random.Random) -> str:
    """The sentence after one to three rewrites that change it; itself where none does."""
    wanted = dice.randint(1, 3)
    for change in dice.sample(REWRITES, len(REWRITES)):
        changed = change(sentence)
        if changed != sentence:
            sentence, wanted = changed, wanted - 1
        if not wanted:
            break
    return sentence


def among(sentence: str, before: str, after: str, dice: random.Random) -> str:
    """The sentence alone, or as a passage has it: with what stands before or after it."""
    form = dice.randrange(4)
    parts = [before if form in (1, 3) else "", sentence, after if form in (2, 3) else ""]
    return " ".join(part for part in parts if part)
