"""Plants one change in a sentence of news: a number, a day, a name, who did what, who said it.

The lists are common English and know no text in particular. Knows nothing of what the app looks
for: an independent hand writes the questions.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator


def _listed(words: str) -> list[str]:
    return words.split()


MONTHS = _listed(
    "January February March April May June July August September October November December"
)
WEEKDAYS = _listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
ORDINALS = _listed("first second third fourth fifth sixth seventh eighth ninth tenth")
NUMBERS = _listed("two three four five six seven eight nine ten eleven twelve twenty thirty forty")
PERSONS = _listed("Brandt Okafor Lindqvist Moreau Petrenko Tanaka Halloran Varga")
PLACES = _listed("Norway Kenya Bolivia Jakarta Toledo Vilnius Marseille Adelaide")

_DIRECTIONS = (
    "rose fell|rises falls|rise fall|increased decreased|increase decrease|gained lost|"
    "more than|fewer than|above below|higher lower|before after|began ended|started ended|"
    "support oppose|supported opposed|win lose|won lost|accepted rejected|opened closed|"
    "north south|up down|increasing decreasing|arrived left|raised lowered"
)
_MODALS = {
    "will": "may", "would": "might", "must": "may", "can": "cannot be sure to", "may": "will",
    "might": "will", "could": "will", "should": "must", "is": "may be", "are": "may be",
    "was": "may have been", "were": "may have been", "has": "may have", "have": "may have",
}  # fmt: skip
_SAYING = _listed(
    "said says told stated announced confirmed claimed stressed added argued reported"
)
_ACTED = re.compile(
    r"\b(accused|attacked|criticised|criticized|blamed|urged|asked|warned|told|defeated|invited|"
    r"called|sued|supported|backed|arrested|rejected|replaced|contacted|informed)\b"
)
_NAME = re.compile(
    r"(?<![\w'’-])[A-Z][a-z]{2,}(?:['’]s)?(?:[ -][A-Z][a-z]{2,})*(?![\w-])|(?<!\w)[A-Z]{2,5}(?!\w)"
)
_NO_NAMES = frozenset((*MONTHS, *WEEKDAYS)) | frozenset(
    _listed(
        "The This That These Those There They His Her Its Our Some Many Most All Both Each But And"
        " For From With After Before When While Where What Who Foreign Minister President"
        " Secretary State Prime General Director Ambassador Not One Two Three Says Reports Prints"
        " Gives Dated"
    )
)

Change = Callable[[str, random.Random], str | None]


def name_places(sentence: str) -> list[tuple[int, int]]:
    """Where names plainly stand: capitals inside the sentence, no day or title among them."""
    found = []
    for match in _NAME.finditer(sentence):
        words = re.split(r"[ -]", match.group().replace("’", "'").removesuffix("'s"))
        if match.start() and _NO_NAMES.isdisjoint(words):
            end = match.end() - (2 if match.group()[-2:] in ("'s", "’s") else 0)
            found.append((match.start(), end))
    return found


def _put(sentence: str, start: int, end: int, new: str) -> str:
    return sentence[:start] + new + sentence[end:]


def _matches(pattern: str, sentence: str, dice: random.Random) -> Iterator[re.Match[str]]:
    found = list(re.finditer(pattern, sentence))
    dice.shuffle(found)
    yield from found


def number(sentence: str, dice: random.Random) -> str | None:
    """Another figure: digits swapped, one changed, or another number word."""
    for match in _matches(
        r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,:/-])\d{1,3}(?:\.\d)?(?![\w:/]|[.,-]\d)"
        r"|\b(?:" + "|".join(NUMBERS) + r")\b(?! of\b)",
        sentence,
        dice,
    ):
        around = sentence[max(0, match.start() - 12) : match.end() + 12]
        if any(month[:3] in around for month in MONTHS):
            continue
        old = match.group()
        if old in NUMBERS:
            new = dice.choice([one for one in NUMBERS if one != old])
        else:
            digits = [place for place, sign in enumerate(old) if sign.isdigit()]
            place = dice.choice(digits)
            sign = dice.choice([one for one in "123456789" if one != old[place]])
            new = _put(old, place, place + 1, sign)
        return _put(sentence, *match.span(), new)
    return None


def scale(sentence: str, dice: random.Random) -> str | None:
    """Million for billion, hundred for thousand, percentage points for percent."""
    swaps = {
        "million": "billion", "billion": "million", "thousand": "million", "thousands": "hundreds",
        "percent": "percentage points", "per cent": "percentage points", "%": " percentage points",
    }  # fmt: skip
    for match in _matches(r"(?<=\d )(?:million|billion|thousand|percent|per cent)\b|(?<=\d)%",
                          sentence, dice):  # fmt: skip
        return _put(sentence, *match.span(), swaps[match.group()])
    return None


def unit(sentence: str, dice: random.Random) -> str | None:
    """Another unit of the same kind."""
    swaps = dict(
        pair.split(" ")
        for pair in "kilometres|miles km|miles miles|kilometres metres|feet feet|metres"
        " minutes|hours hours|days days|weeks weeks|months months|years years|months"
        " dollars|euros euros|dollars tons|kilograms tonnes|pounds".replace("|", "\0")
        .replace(" ", "\n").replace("\0", " ").split("\n")
    )  # fmt: skip
    for match in _matches(r"(?<=[\w] )(?:" + "|".join(swaps) + r")\b", sentence, dice):
        before = sentence[: match.start()].split()[-1]
        if before.strip("$€").replace(",", "").isdigit() or before in (*NUMBERS, "million"):
            return _put(sentence, *match.span(), swaps[match.group()])
    return None


def ordinal(sentence: str, dice: random.Random) -> str | None:
    """Third for fifth, 72nd for 71st."""
    for match in _matches(r"\b(\d{1,2})(?:st|nd|rd|th)\b", sentence, dice):
        value = int(match.group(1)) + dice.choice((1, 2, 5))
        ending = (
            {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th") if value not in (11, 12, 13) else "th"
        )
        return _put(sentence, *match.span(), f"{value}{ending}")
    for match in _matches(r"(?<=the )(?:" + "|".join(ORDINALS) + r")\b(?! of\b)", sentence, dice):
        new = dice.choice([one for one in ORDINALS if one != match.group()])
        return _put(sentence, *match.span(), new)
    return None


def day(sentence: str, dice: random.Random) -> str | None:
    """Another day of the month."""
    months = "|".join(MONTHS)
    for match in _matches(rf"(?<=\b)\d{{1,2}}(?= (?:{months})\b)|(?<=[a-z] )\d{{1,2}}\b(?!:)",
                          sentence, dice):  # fmt: skip
        before = sentence[: match.start()].split()[-1:] or [""]
        after = sentence[match.end() :].split()[:1] or [""]
        if before[0] not in MONTHS and after[0].strip(",.") not in MONTHS:
            continue
        new = dice.choice([one for one in range(1, 29) if one != int(match.group())])
        return _put(sentence, *match.span(), str(new))
    return None


def month(sentence: str, dice: random.Random) -> str | None:
    """Another month."""
    for match in _matches(r"\b(?:" + "|".join(MONTHS) + r")\b(?= \d)|(?<=\d )(?:"
                          + "|".join(MONTHS) + r")\b", sentence, dice):  # fmt: skip
        new = dice.choice([one for one in MONTHS if one != match.group()])
        return _put(sentence, *match.span(), new)
    return None


def weekday(sentence: str, dice: random.Random) -> str | None:
    """Another weekday."""
    for match in _matches(r"\b(?:" + "|".join(WEEKDAYS) + r")\b", sentence, dice):
        new = dice.choice([one for one in WEEKDAYS if one != match.group()])
        return _put(sentence, *match.span(), new)
    return None


def year(sentence: str, dice: random.Random) -> str | None:
    """Another year."""
    for match in _matches(r"(?<![\d.,-])(?:19|20)\d\d\b(?![,.-]?\d)", sentence, dice):
        new = int(match.group()) + dice.choice((-9, -2, -1, 1, 2, 3, 10))
        return _put(sentence, *match.span(), str(new))
    return None


def negation(sentence: str, dice: random.Random) -> str | None:
    """A "not" put in after the auxiliary, or taken out."""
    for match in _matches(r" not\b(?! only| least| so\b)|n't\b", sentence, dice):
        if sentence[max(0, match.start() - 2) : match.end()] not in ("can't", "won't"):
            return _put(sentence, *match.span(), "")
    for match in _matches(
        r"\b(?:is|are|was|were|has|had|have|will|would|could|should|must)\b(?= [a-z])",
        sentence,
        dice,
    ):
        return _put(sentence, *match.span(), match.group() + " not")
    return None


def direction(sentence: str, dice: random.Random) -> str | None:
    """Rose for fell, before for after."""
    swaps: dict[str, str] = {}
    for pair in _DIRECTIONS.split("|"):
        one, other = pair.split(" ")
        swaps |= {one: other, other: one}
    del swaps["than"]
    swaps |= {"more": "fewer", "fewer": "more", "less": "more"}
    for match in _matches(r"\b(?:" + "|".join(swaps) + r")\b", sentence, dice):
        if match.group() in ("more", "fewer", "less") and sentence[match.end() :][:5] != " than":
            continue
        return _put(sentence, *match.span(), swaps[match.group()])
    return None


def modality(sentence: str, dice: random.Random) -> str | None:
    """Will for may, was for may have been."""
    for match in _matches(r"\b(?:" + "|".join(_MODALS) + r")\b(?= [a-z])", sentence, dice):
        if re.match(r" (?:to|not|no)\b", sentence[match.end() :]):
            continue
        following = sentence[match.end() :].split()[0]
        if match.group() in ("has", "have") and not following.endswith(("ed", "en", "n", "t")):
            continue
        new = _MODALS[match.group()]
        return _put(sentence, *match.span(), new)
    return None


def name(sentence: str, dice: random.Random) -> str | None:
    """A name that is not the speaker's exchanged for one the sentence has not."""
    places = [one for one in name_places(sentence) if not _speaks(sentence, one)]
    return _other_name(sentence, places, dice)


def speaker(sentence: str, dice: random.Random) -> str | None:
    """Somebody else says it."""
    places = [one for one in name_places(" " + sentence) if _speaks(" " + sentence, one)]
    changed = _other_name(" " + sentence, places, dice)
    return changed[1:] if changed else None


def _speaks(sentence: str, place: tuple[int, int]) -> bool:
    before, after = sentence[: place[0]].rstrip(), sentence[place[1] :].split()[:1]
    return (bool(after) and after[0] in _SAYING) or before.lower().endswith("according to")


def _other_name(sentence: str, places: list[tuple[int, int]], dice: random.Random) -> str | None:
    if not places:
        return None
    start, end = dice.choice(places)
    old = sentence[start:end]
    before = sentence[:start].split()[-1:] or [""]
    place_like = before[0] in ("in", "at", "from", "near", "to", "of", "over")
    pool = PLACES if place_like else PERSONS
    new = dice.choice([one for one in pool if one not in sentence])
    if " " in old and not place_like:
        new = dice.choice(("Anna", "Paul", "Viktor", "Ines")) + " " + new
    return _put(sentence, start, end, new)


def role(sentence: str, dice: random.Random) -> str | None:
    """Who did it to whom the other way round."""
    padded = " " + sentence
    places = name_places(padded)
    for verb in _matches(_ACTED.pattern, padded, dice):
        before = [one for one in places if one[1] == verb.start() - 1]
        after = [one for one in places if one[0] == verb.end() + 1]
        if before and after:
            (a, b), (c, d) = before[0], after[0]
            return (padded[:a] + padded[c:d] + padded[b:c] + padded[a:b] + padded[d:])[1:]
    return None


CHANGES: dict[str, Change] = {
    "number": number,
    "scale": scale,
    "unit": unit,
    "ordinal": ordinal,
    "day": day,
    "month": month,
    "weekday": weekday,
    "year": year,
    "negation": negation,
    "direction": direction,
    "modality": modality,
    "name": name,
    "speaker": speaker,
    "role": role,
}
