"""Finds stretches of a text that are written like names: by capitals, place and neighbours.

Knows one text at a time and neither persons nor the world beyond two short tables. All linear.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from app.text.names.openings import Openings
from app.text.names.places import ALIASES, PLACES
from app.text.names.runs import LONGEST, SPACES, Runs
from app.text.names.titles import split_titles
from app.text.names.tokens import Token, name_tokens
from app.text.names.words import (
    ADJECTIVES,
    AFTER_NAME,
    BODIES,
    COMMON_ENDS,
    EVERYDAY,
    FORCES,
    MONTHS_AND_DAYS,
    NO_ACRONYMS,
    OFFICE_WORDS,
    PARTICLES,
    PLACE_LEADS,
    STARTERS,
    TITLE_LEADS,
    TITLES,
)
from app.text.word_lists import listed

#: Russian places without the ending that the case changes: "Президент России Владимир Путин".
_CYRILLIC_PLACES = frozenset(name[:-1] for name in PLACES if name[0] > "а" and len(name) > 4)
#: The first words of all places.
_PLACE_OPENERS = frozenset(name.partition(" ")[0] for name in (*PLACES, *ALIASES))
#: Months that are surnames and first names too.
_MONTHS_AS_NAMES = listed("may march april june august")
#: A line of fewer telling words is no headline by its capitals.
_FEWEST_TELLING = 3
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
        self._runs = Runs(text, self.tokens, german=self.german)
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
            if end - at >= _FEWEST_TELLING:
                start = text.rfind("\n", line_start, tokens[at].start) + 1
                self._mark_line(tokens[at:end], text[start:line_end])
            line_start, at = line_end, end

    def _mark_line(self, line: list[Token], words: str) -> None:
        telling = [t for t in line if len(t.word) > 3 and t.word not in PARTICLES]
        if len(telling) < _FEWEST_TELLING:
            return
        capitals = sum(token.capital for token in telling)
        upper = sum(token.upper for token in telling)
        stopped = words.rstrip("\"”’') \t").endswith((".", "?", "!"))
        headline = capitals >= 0.6 * len(telling) and not stopped
        shouted = upper >= 0.7 * len(telling)
        for token in line:
            token.title_line = headline or shouted
            token.upper_line = shouted

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
            led_by = self._runs.particles_before(at)
            run, at = self._runs.run_from(at)
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

    def _led_by(self, led_by: list[Token], names: list[list[Token]]) -> list[list[Token]]:
        """The names of a run, its first one with the particles before it."""
        if led_by and names and led_by[-1].end + 1 == names[0][0].start:
            names[0] = [*led_by, *names[0]]
        return names

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
        for before in self.tokens[max(0, at - LONGEST) : at][::-1]:
            gap = self.text[before.end : token.start]
            if gap not in SPACES and gap != ", ":
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
            while at < len(tokens) and len(run) < LONGEST and self._headline_word(tokens[at]):
                if run and (run[-1].possessive or not self._runs.tied(run[-1], tokens[at])):
                    break
                if run and self._known_width(known, at) > 1:
                    break
                run.append(tokens[at])
                at += 1
                width = self._runs.bridge(run, at)
                if width and self._runs.tied(run[-1], tokens[at]):
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
            for longest in (3, 2, 1) if run[at].word in _PLACE_OPENERS else ():
                words = " ".join(token.word for token in run[at : at + longest])
                if words in PLACES or (words in ALIASES and words not in STARTERS):
                    width = min(longest, len(run) - at)
                    break
            if width:
                found.append(run[at : at + width])
            at += max(width, 1)
        return found


#: Never the first word of a name of several words.
_NO_LEADS = listed("former ex acting then late")
#: What "I'm" and "we've" begin with.
_PRONOUNS = listed("i you he she it we they")
#: Capitalised inside sentences without naming anybody.
_NO_NAMES = listed("i god internet earth ok etc tv democrat republican tory democrats tories")


def _bodied(name: list[Token]) -> bool:
    """Whether a word of the name makes it a body, an institution or a feature of the map."""
    return any(token.word in BODIES or token.word in FORCES for token in name)
