"""Finds stretches of a text that are written like names: by capitals, place and neighbours.

Knows one text at a time and neither persons nor the world beyond two short tables. All linear.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from app.text.names.openings import Openings
from app.text.names.places import ALIASES, PLACES
from app.text.names.titles import split_titles
from app.text.names.tokens import Token, name_tokens
from app.text.names.words import (
    ADJECTIVES,
    AFTER_NAME,
    BODIES,
    BODIES_FOR,
    COMMON_ENDS,
    EVERYDAY,
    FORCES,
    MONTHS_AND_DAYS,
    NO_ACRONYMS,
    OFFICE_WORDS,
    OWNED,
    PARTICLES,
    PLACE_LEADS,
    PORTFOLIOS,
    ROLE_TAILS,
    STARTERS,
    TITLE_LEADS,
    TITLES,
)
from app.text.word_lists import listed

#: No name has more words; bounds what one run can cost.
_LONGEST = 12
_SPACES = frozenset((" ", "\u00a0", "  ", "\u202f"))
_ABBREVIATED = listed("st dr mr mrs ms gen lt col sgt sen rep gov jr sr prof rev mt ft")
#: Russian places without the ending that the case changes: "Президент России Владимир Путин".
_CYRILLIC_PLACES = frozenset(name[:-1] for name in PLACES if name[0] > "а" and len(name) > 4)
#: Months that are surnames and first names too.
_MONTHS_AS_NAMES = listed("may march april june august")
_GERMAN = listed("der die das und den dem mit von ist wurde nicht auf eine ein")


class NameScan:
    """One text read for names; `runs` holds the token lists of its names in order of place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = name_tokens(text)
        self._mark_lines()
        running = [token for token in self.tokens if not token.title_line]
        self.seen: set[str] = set()
        self.small = {token.word for token in running if not token.capital}
        self.seen = {
            token.word
            for token in running
            if token.capital and not token.opens and len(token.word) > 1
        }
        self._take_pairs_apart()
        count = sum(token.word in _GERMAN for token in running)
        self.german = count > 3 and count > 0.08 * len(running)
        self._openings = Openings(text, self.tokens, self.seen, self.small, german=self.german)
        self.runs = self._find()

    def _take_pairs_apart(self) -> None:
        """ "Lavrov-Kerry" becomes two names where the text names each of them."""
        tokens: list[Token] = []
        for token in self.tokens:
            head, dash, tail = token.word.partition("-")
            if dash and token.capital and {head, tail} <= self.seen:
                middle = token.start + len(head)
                if self.text[middle : middle + 1] in ("-", "‑") and "-" not in tail:
                    tokens.append(replace(token, end=middle, word=head, possessive=False))
                    token = replace(token, start=middle + 1, word=tail, opens=False, joined=True)
            tokens.append(token)
        self.tokens = tokens

    def _mark_lines(self) -> None:
        """Marks the tokens of headlines, where a capital says nothing."""
        tokens, text = self.tokens, self.text
        at, line_start = 0, 0
        while at < len(tokens):
            line_end = text.find("\n", tokens[at].start)
            line_end = len(text) if line_end < 0 else line_end
            end = at
            while end < len(tokens) and tokens[end].start < line_end:
                end += 1
            line = tokens[at:end]
            line_start = text.rfind("\n", line_start, line[0].start) + 1
            telling = [t for t in line if len(t.word) > 3 and t.word not in PARTICLES]
            capitals = sum(token.capital for token in telling)
            upper = sum(token.upper for token in telling)
            stopped = text[line_start:line_end].rstrip("\"”’') \t").endswith((".", "?", "!"))
            headline = len(telling) > 2 and capitals >= 0.6 * len(telling) and not stopped
            shouted = len(telling) > 2 and upper >= 0.7 * len(telling)
            for token in line:
                token.title_line = headline or shouted
                token.upper_line = shouted
            line_start, at = line_end, end

    def _find(self) -> list[list[Token]]:
        """The runs of running text first, since headlines are judged by what those hold."""
        found: list[list[Token]] = []
        tokens = self.tokens
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.title_line or not token.capital:
                at += 1
                continue
            led_by = self._particles_before(at)
            run, at = self._run(at)
            found.extend(self._led_by(led_by, self._names(run)))
        known: dict[str, set[tuple[str, ...]]] = {}
        for run in found:
            words = tuple(token.word for token in run)
            known.setdefault(words[0], set()).add(words)
        by_length = {
            first: sorted(group, key=len, reverse=True)[:20] for first, group in known.items()
        }
        found.extend(self._headlines(by_length))
        found.sort(key=lambda run: run[0].start)
        return found

    def _particles_before(self, at: int) -> list[Token]:
        """The "van der" of "van der Berg said", where no first name stands before it."""
        tokens = self.tokens
        for width in (2, 1):
            if at < width:
                continue
            led_by = tokens[at - width : at]
            words = [token.word for token in led_by]
            known = tokens[at].word in PLACES or self.german
            if known or not words or words[0] not in ("van", "von") or led_by[0].capital:
                continue
            if width == 1 or words[1] in ("der", "den", "de"):
                tied = all(
                    self.text[x.end : y.start] in _SPACES
                    for x, y in pairwise([*led_by, tokens[at]])
                )
                return led_by if tied else []
        return []

    def _led_by(self, led_by: list[Token], names: list[list[Token]]) -> list[list[Token]]:
        """The names of a run, its first one with the particles before it."""
        if led_by and names and led_by[-1].end + 1 == names[0][0].start:
            names[0] = [*led_by, *names[0]]
        return names

    def _run(self, at: int) -> tuple[list[Token], int]:
        """The longest run of capitalised words from `at`, with particles and "of" inside."""
        tokens = self.tokens
        run = [tokens[at]]
        at += 1
        while at < len(tokens) and not tokens[at].title_line and len(run) < _LONGEST:
            last, token = run[-1], tokens[at]
            if last.possessive and not self._owned(last, token):
                break
            if not last.possessive and not self._tied(last, token):
                break
            if token.capital:
                run.append(token)
                at += 1
                continue
            width = self._bridge(run, at) or self._common_noun(run, at)
            if not width:
                break
            run.extend(tokens[at : at + width])
            at += width
        return run, at

    def _owned(self, last: Token, token: Token) -> bool:
        """Whether a possessive stands inside a name: "Guy's Hospital", "Miners' Union"."""
        gap = self.text[last.end : token.start]
        if not token.capital or last.word in PLACES:
            return False
        return (token.word in OWNED and gap in ("'s ", "’s ")) or (
            token.word in BODIES and gap in ("' ", "’ ")
        )

    def _common_noun(self, run: list[Token], at: int) -> int:
        """How many small words end a name like "Syrian army" or "US-led coalition"; 0 for none."""
        token = self.tokens[at]
        if run[-1].word in ADJECTIVES and token.word in FORCES:
            return 1
        if token.joined and at + 1 < len(self.tokens) and token.word in ("led", "backed"):
            after = self.tokens[at + 1]
            if after.word in FORCES and self._tied(token, after):
                return 2
        return 0

    def _tied(self, last: Token, token: Token) -> bool:
        gap = self.text[last.end : token.start]
        if gap in _SPACES or (token.joined and gap == "-" and not token.capital):
            return True
        if gap in (" & ", "&"):
            return last.capital and token.capital
        initial = len(last.word) == 1 or last.word in _ABBREVIATED
        return gap == ". " and initial and last.capital

    def _bridge(self, run: list[Token], at: int) -> int:
        """How many words from `at` on go on with the name after small words; 0 for none."""
        tokens = self.tokens
        for width in (1, 2):
            ahead = tokens[at : at + width + 1]
            if len(ahead) <= width or any(t.title_line != run[0].title_line for t in ahead):
                return 0
            small, after = ahead[:-1], ahead[-1]
            ties = all(self.text[x.end : y.start] in _SPACES for x, y in pairwise(ahead))
            if not ties or any(t.capital for t in small):
                return 0
            if not after.capital or after.word in MONTHS_AND_DAYS:
                continue
            words = [t.word for t in small]
            small_name = all(word in PARTICLES and word not in _ENGLISH for word in words)
            if small_name and run[-1].word not in STARTERS:
                return width + 1
            body = run[-1].word in BODIES and run[-1].word not in TITLES
            if words in (["of"], ["of", "the"]) and body:
                return width + 1
            if words == ["for"] and run[-1].word in BODIES_FOR and len(run) < 4:
                return width + 1
            joined = any(t.word in ("of", "for") for t in run) and after.word in PORTFOLIOS
            if words == ["and"] and joined:
                return width + 1
            titled = run[-1].word in TITLES
            if words in (["of"], ["for"]) and titled and after.word in ROLE_TAILS:
                return width + 1
        return 0

    def _names(self, run: list[Token]) -> list[list[Token]]:
        """The names inside one run: opening words, days, roles and bare adjectives taken out."""
        run = self._openings.without(run)
        names: list[list[Token]] = []
        for part in self._without_days(run):
            for piece in split_titles(part):
                name = self._trimmed(self._without_office(piece))
                if name and self._is_name(name):
                    names.extend(self._parted(name))
        return names

    def _without_office(self, name: list[Token]) -> list[Token]:
        """The name without the end of an office: "Secretary of State for Work and Pensions …"."""
        width = 0
        while width < len(name) and name[width].word in OFFICE_WORDS:
            width += 1
        return name[width:] if width and self._ends_office(name[0]) else name

    def _ends_office(self, token: Token) -> bool:
        """Whether a title stands before, with nothing between but of what or for what it is."""
        at = bisect_left(self.tokens, token.start, key=lambda other: other.start)
        tied = False
        for before in self.tokens[max(0, at - _LONGEST) : at][::-1]:
            gap = self.text[before.end : token.start]
            if gap not in _SPACES and gap != ", ":
                return False
            if before.word in ("of", "for"):
                tied = True
            elif before.capital and before.word in TITLES and before.word not in OFFICE_WORDS:
                return tied
            elif before.word not in OFFICE_WORDS and before.word not in ("and", "the"):
                return False
            token = before
        return False

    def _without_days(self, run: list[Token]) -> list[list[Token]]:
        """The stretches of a run between months and weekdays; "Theresa May" stays whole."""
        pieces: list[list[Token]] = [[]]
        for at, token in enumerate(run):
            if token.word not in MONTHS_AND_DAYS or (at and self._is_surname(run, at)):
                pieces[-1].append(token)
            else:
                pieces.append([])
        return [piece for piece in pieces if piece]

    def _is_surname(self, run: list[Token], at: int) -> bool:
        """Whether a month's word ends a person's name: a first name leads, no number follows."""
        first, token = run[at - 1], run[at]
        if token.word not in _MONTHS_AS_NAMES or (first.opens and first.word in STARTERS):
            return False
        if self.text[token.end : token.end + 3].strip()[:1].isdecimal() or at + 1 < len(run):
            return False
        known = first.word in PLACES or first.word in BODIES or first.word in ADJECTIVES
        return not (known or first.word in MONTHS_AND_DAYS or first.word in STARTERS)

    def _trimmed(self, name: list[Token]) -> list[Token]:
        """The name without small words, and common openers, at its ends."""
        while name and (not name[0].capital or name[0].word in ("the", "a", "an", "in")):
            name = name[1:]
        while name and not name[-1].capital and name[-1].word not in FORCES:
            name = name[:-1]
        if " ".join(token.word for token in name) in PLACES:
            return name
        while name and len(name) > 1 and name[-1].word in ADJECTIVES and not self.german:
            beside = name[-2].word
            if beside in BODIES:
                break
            name = name[:-1]
        while len(name) > 1 and name[0].word in ADJECTIVES and not _bodied(name):
            if name[0].word in PLACE_LEADS and not name[0].opens:
                break
            name = name[1:]
        while len(name) > 1 and name[0].word in _NO_LEADS:
            name = name[1:]
        while len(name) > 1 and name[-1].word in AFTER_NAME and name[-1].upper:
            name = name[:-1]
        return name

    def _is_name(self, name: list[Token]) -> bool:
        """Whether what is left of a run is a name and not an adjective, a role or "I"."""
        token = name[0]
        if len(name) > 1:
            return not all(t.word in ADJECTIVES or t.word in PLACE_LEADS for t in name)
        word = token.word
        if word in ADJECTIVES or word in TITLES or word in TITLE_LEADS:
            return False
        if word in PLACE_LEADS:
            return not token.opens and not token.title_line  # "the South"
        if token.upper and token.end - token.start > 1:
            return word not in NO_ACRONYMS
        if word[1:2] == "-" and word[0] in "dri":
            return False  # the party and state of a member of Congress: "R-Ohio"
        pronoun, mark, _ = word.partition("'")
        if (
            len(word) < 2
            or word in STARTERS
            or word in _NO_NAMES
            or (mark and pronoun in _PRONOUNS)
        ):
            return False
        return not self.german or word in PLACES or word in ALIASES

    def _parted(self, name: list[Token]) -> list[list[Token]]:
        """ "Syria Staffan de Mistura" is a place and a person when a role "for" a place leads."""
        place = 0
        for width in (3, 2, 1):
            words = " ".join(token.word for token in name[:width])
            if len(name) - width >= 2 and (words in PLACES or words[:-1] in _CYRILLIC_PLACES):
                place = width
                break
        if not place or _bodied(name):
            return [name]
        at = bisect_left(self.tokens, name[0].start, key=lambda other: other.start)
        before = [token.word for token in self.tokens[max(0, at - 4) : at]]
        led = bool(before) and before[-1] in ("for", "to", "of", "in")
        led = led or (bool(before) and before[-1] in TITLES and before[-1] > "а")
        if led and any(word in TITLES for word in before):
            return [name[:place], name[place:]]
        return [name]

    def _headlines(self, known: dict[str, list[tuple[str, ...]]]) -> list[list[Token]]:
        """Names in headlines: those the text holds elsewhere, places, and uncommon words."""
        found: list[list[Token]] = []
        tokens = self.tokens
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if not token.title_line:
                at += 1
                continue
            width = self._known_width(known, at)
            if width:
                found.append(tokens[at : at + width])
                at += width
                continue
            run: list[Token] = []
            while at < len(tokens) and len(run) < _LONGEST and self._headline_word(tokens[at]):
                if run and (run[-1].possessive or not self._tied(run[-1], tokens[at])):
                    break
                if run and self._known_width(known, at) > 1:
                    break
                run.append(tokens[at])
                at += 1
                width = self._bridge(run, at)
                if width and self._tied(run[-1], tokens[at]):
                    run.extend(tokens[at : at + width])
                    at += width
            if not run:
                at += 1
                continue
            found.extend(self._names(run) if not run[0].upper_line else self._shouted(run))
        return found

    def _known_width(self, known: dict[str, list[tuple[str, ...]]], at: int) -> int:
        for words in known.get(self.tokens[at].word, ()):
            ahead = self.tokens[at : at + len(words)]
            alike = tuple(t.word for t in ahead) == words and ahead[0].capital and ahead[-1].capital
            if alike and ahead[-1].start - ahead[0].start <= 120:
                return len(words)
        return 0

    def _headline_word(self, token: Token) -> bool:
        """Whether a word of a headline may be a name's: no everyday word, no common ending."""
        if not token.capital or not token.title_line:
            return False
        word = token.word
        if word in self.seen or word in PLACES or word in ALIASES or word in TITLES:
            return True
        if word in BODIES or word in ADJECTIVES or word in PLACE_LEADS or word in TITLE_LEADS:
            return True
        if word in ("new", "united", "san", "saudi", "sri"):
            return True
        if word in EVERYDAY or word in STARTERS or word in self.small or word in MONTHS_AND_DAYS:
            return False
        return not word.endswith(COMMON_ENDS) and not word.endswith(("ed", "ys"))

    def _shouted(self, run: list[Token]) -> list[list[Token]]:
        """Places in a line of capitals only: nothing else can be told there."""
        found: list[list[Token]] = []
        at = 0
        while at < len(run):
            width = 0
            for longest in (3, 2, 1):
                words = " ".join(token.word for token in run[at : at + longest])
                if words in PLACES or (words in ALIASES and words not in STARTERS):
                    width = min(longest, len(run) - at)
                    break
            if width:
                found.append(run[at : at + width])
            at += max(width, 1)
        return found


#: Particles of names that are everyday words of English.
_ENGLISH = listed("at as an ten")
#: Never the first word of a name of several words.
_NO_LEADS = listed("former ex acting then late")
#: Capitalised inside sentences without naming anybody.
#: What "I'm" and "we've" begin with.
_PRONOUNS = listed("i you he she it we they")
_NO_NAMES = listed("i god internet earth ok etc tv democrat republican tory democrats tories")


def _bodied(name: list[Token]) -> bool:
    """Whether a word of the name makes it a body, an institution or a feature of the map."""
    return any(token.word in BODIES or token.word in FORCES for token in name)
