"""Says whether two names can be spellings of one: transliterations, surnames, short forms.

Knows no text around the names. Sounds are compared roughly and only vowels may vary: better two
names too many than two people made one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.text.names.places import ALIASES, CAPITALS_ONLY, PLACES
from app.text.names.words import (
    ADJECTIVES,
    ARTICLES,
    BODIES,
    PARTICLES,
    PLACE_LEADS,
    TITLE_LEADS,
    TITLES,
)
from app.text.words import fold

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "i",
    "є": "ye", "ґ": "g",
}  # fmt: skip
_TO_LATIN = str.maketrans(_CYRILLIC)
_PART = re.compile(r"[^\W_]+")
_VOWELS = "aeiouy"
_SMALL = PARTICLES | ARTICLES


@lru_cache(maxsize=20_000)
def plain_parts(name: str) -> tuple[str, ...]:
    """A name's words folded, in Latin letters, without titles and possessive "'s"."""
    folded = fold(name.strip()).translate(_TO_LATIN)
    for sign in ("'s", "s'"):
        if folded.endswith(sign):
            folded = folded[: -len(sign)] + ("s" if sign == "s'" else "")
    parts = _PART.findall(folded.replace("'", "").replace("ʿ", ""))
    while len(parts) > 1 and parts[1] not in BODIES and _is_title(parts):
        parts = parts[1:]
    return tuple(parts)


def _is_title(parts: list[str]) -> bool:
    leads = parts[0] in TITLE_LEADS and any(part in TITLES for part in parts[1:3])
    return leads or parts[0] in TITLES


def _alias(name: str) -> str:
    """The name as the table of aliases gives it, or folded; "us" only counts in capitals."""
    bare = name.strip().removeprefix("the ").removeprefix("The ")
    for sign in ("'s", "’s"):
        bare = bare.removesuffix(sign)
    folded = fold(bare)
    if folded in CAPITALS_ONLY and not bare.isupper():
        return folded
    if folded in ALIASES:
        return ALIASES[folded]
    head, _, rest = bare.partition(" ")
    if rest and fold(head) in ALIASES and head.isupper():
        return f"{ALIASES[fold(head)]} {fold(rest)}"  # "UN General Assembly"
    return folded


@lru_cache(maxsize=20_000)
def same_name(a: str, b: str) -> bool:
    """Whether `a` and `b` can name the same person, body or place.

    True for spellings of one transliterated name (Sergei/Sergey Lavrov, Deir ez-Zor/Dayr Az Zawr),
    for a surname and a full name that ends in it, for acronyms and a few well-known other names
    (US/America), for Russian names in another case. False where a word differs in its consonants,
    or both are known places.
    """
    if _same(a, b):
        return True
    plain_a, plain_b = _without_case(a), _without_case(b)
    return (plain_a != a or plain_b != b) and _same(plain_a, plain_b)


_CASE_ENDING = re.compile(r"(?<=[а-яё]{4})(?:ым|ом|ем|ой|ого|ому|а|у|е|ы|ю|я|й)\b", re.IGNORECASE)


def _without_case(name: str) -> str:
    """Cyrillic words without the endings that the case of a Russian name adds."""
    return _CASE_ENDING.sub("", name)


def _same(a: str, b: str) -> bool:
    """`same_name` for names as they stand."""
    first, second = _alias(a), _alias(b)
    if first == second:
        return bool(first)
    if first in PLACES and second in PLACES:
        return False
    if _is_acronym(a, b) or _is_acronym(b, a):
        return True
    left, right = plain_parts(first), plain_parts(second)
    if not left or not right:
        return False
    if _run_together(left) == _run_together(right):
        return True
    arabic = bool((set(left) | set(right)) & ARTICLES) or _glued(left) or _glued(right)
    left, right = _core(left), _core(right)
    if len(left) == len(right):
        return all(_alike(x, y, arabic) for x, y in zip(left, right, strict=True))
    if len(left) > len(right):
        left, right, a, b = right, left, b, a
    if _surname_first(b):
        return len(left) == 1 and _alike(left[0], right[0], False)
    return _shorter_form(left, right, arabic) or _written_as_one(left, right)


def _shorter_form(short: tuple[str, ...], full: tuple[str, ...], arabic: bool) -> bool:
    """Whether `short` leaves out first or middle names of `full`: "Kerry", "John Kerry"."""
    if not short or set(full) & BODIES or full[0] in PLACE_LEADS or full[0] in ADJECTIVES:
        return False
    if " ".join(full) in PLACES or " ".join(short) in PLACES or full[0] in ("new", "united"):
        return False
    if not _alike(short[-1], full[-1], arabic):
        return False
    if len(short) == 1:
        return len(short[0]) > 1
    ending = full[-len(short) :]
    if all(_alike(part, other, arabic) for part, other in zip(short, ending, strict=True)):
        return True
    return len(short) == 2 and _alike(short[0], full[0], arabic)


def _surname_first(name: str) -> bool:
    """Whether a name is built like "Ban Ki-moon" or "Kim Jong-un": the surname leads."""
    words = name.split()
    if len(words) != 2 or not words[0].isalpha():
        return False
    given, _, second = words[1].partition("-")
    return len(given) > 1 and second.isalpha() and second.islower()


def _written_as_one(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one word is the two of `full` run together with an article: "Deirezzor"."""
    if len(short) != 1 or len(full) != 2 or len(short[0]) < 6:
        return False
    word = short[0]
    return any(
        _without_article(word[at:]) != word[at:]
        and _alike(word[:at], full[0], True)
        and _alike(word[at:], full[1], True)
        for at in range(3, len(word) - 3)
    )


def _is_acronym(short: str, long: str) -> bool:
    """Whether `short` are the capitals of `long`: "ISSG", "International Syria Support Group"."""
    letters = short.replace(".", "").strip()
    if not 2 < len(letters) <= 8 or not letters.isupper() or " " in letters:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", long) if word[0].isupper()]
    return len(words) > 2 and "".join(word[0] for word in words) == letters


def _run_together(parts: tuple[str, ...]) -> str:
    return _sound("".join(parts))


def _glued(parts: tuple[str, ...]) -> bool:
    """Whether an Arabic article is run together with its word: "Ezzor", "Azzour"."""
    return any(_without_article(part) != part for part in parts[1:])


def _without_article(part: str) -> str:
    if len(part) > 4 and part[0] in "ae" and part[1] == part[2] and part[1] in "zsdtnrl":
        return part[2:]
    return part


def _core(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell: without particles and articles."""
    return tuple(part for part in parts if part not in _SMALL) or parts


def _alike(x: str, y: str, arabic: bool) -> bool:
    """Whether two words can be spellings of one word."""
    if x == y:
        return True
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]  # an initial
    if x in PLACES and y in PLACES:
        return False
    if _forms(x, arabic) & _forms(y, arabic):
        return True
    bones, other = _consonants(x), _consonants(y)
    if bones != other or len(bones) < 4 or x.rstrip("a") == y.rstrip("a"):
        return False  # a final "a" makes another person: Ivanov, Ivanova
    apart = abs(_syllables(x) - _syllables(y))
    return apart == 0 or (apart == 1 and len(bones) > 4 and x[-1] not in "a" and y[-1] not in "a")


@lru_cache(maxsize=20_000)
def _forms(word: str, arabic: bool) -> frozenset[str]:
    """How a word may sound; "w" is heard as "v" or as the end of a diphthong."""
    forms = {_sound(word), _sound(word.replace("w", "v"))}
    if arabic:
        forms |= {_sound(_without_article(word).replace("w", sign)) for sign in ("w", "v")}
        forms |= {form.replace("z", "s") for form in forms}
    return frozenset(forms)


_DIGRAPHS = (
    ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("dsch", "j"), ("dj", "j"), ("kh", "h"),
    ("ph", "f"), ("ck", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("qu", "k"), ("q", "k"),
    ("x", "ks"),
    ("aw", "u"), ("ow", "u"), ("ou", "u"), ("au", "u"), ("oo", "u"), ("o", "u"), ("w", "u"),
    ("ay", "i"), ("ai", "i"), ("ey", "i"), ("ei", "i"), ("ee", "i"), ("ie", "i"), ("y", "i"),
    ("j", "i"), ("e", "i"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """A word with what transliterations mix up made alike and doubled letters made single."""
    for seen, heard in _DIGRAPHS:
        word = word.replace(seen, heard)
    heard_once = [letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1]]
    return "".join(heard_once)


def _consonants(word: str) -> str:
    return "".join(letter for letter in _sound(word.replace("w", "v")) if letter not in _VOWELS)


def _syllables(word: str) -> int:
    return len(re.findall(f"[{_VOWELS}]+", _sound(word)))


def sound_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The sounds of a name's first and last word, by which variants in one text are gathered."""
    heard = tuple(_sound(word.translate(_TO_LATIN).replace("w", "v")) for word in words)
    return heard[:1] + heard[-1:] if len(heard) > 1 else heard
