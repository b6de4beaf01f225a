"""The tables at the head of an RTF file: code pages of its fonts, names of its styles."""

from __future__ import annotations

from app.extraction.formats.rtf.tokens import charset_page, code_page


class Fonts:
    """Which code page the bytes of a font are in. `default_page` is the file's own."""

    def __init__(self) -> None:
        self.current = -1
        self.default_font = -1
        self.default_page = "cp1252"
        self._pages: dict[int, str] = {}

    def learn(self, word: str, number: int) -> None:
        """Take in the current font's character set ("fcharset") or code page ("cpg")."""
        page = code_page(number) if word == "cpg" else charset_page(number)
        # Character set 0 says no more than that the font is a Western one; the file knows better.
        if page and (word == "cpg" or number):
            self._pages[self.current] = page

    def page(self, font: int) -> str:
        """The code page of this font."""
        return self._pages.get(font, self.default_page)


class Styles:
    """The names of paragraph styles by number; `current` is that of the paragraph."""

    def __init__(self) -> None:
        self.current = 0
        self._names: dict[int, str] = {}
        self._words: list[str] = []

    def write(self, words: str) -> None:
        """Take in a piece of an entry: its name ends with a semicolon."""
        self._words.append(words)

    def end_entry(self) -> None:
        """An entry is over; `current` was set by its number."""
        name = "".join(self._words).partition(";")[0].strip().casefold()
        self._words.clear()
        if self.current and name:
            self._names.setdefault(self.current, name)
        self.current = 0

    def name(self) -> str:
        """The name of the current style, in the lower case, or nothing."""
        return self._names.get(self.current, "")
