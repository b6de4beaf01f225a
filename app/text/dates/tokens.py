"""A text cut into runs of letters and runs of digits, for those who look for days in it.

Knows no calendar.
"""

from __future__ import annotations

import re

# Either class excludes the other: the scan is linear whatever the text.
_TOKEN = re.compile(r"[^\W\d_]+|\d+")


class Tokens:
    """The runs of letters and of digits of a text, casefolded, with their places."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        places = [found.span() for found in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]
        # In other scripts a casefolded text need not be as long as it was.
        folded = text.lower() if text.isascii() else ""
        self.words: list[str] = (
            [folded[start:end] for start, end in places]
            if folded
            else [text[start:end].casefold() for start, end in places]
        )

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The casefolded token, or "" beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def raw(self, at: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]

    def gap(self, at: int) -> str:
        """What stands between token `at` and the next one; a newline beyond either end.

        At most four characters: whoever asks wants to know how two tokens are joined.
        """
        if at < 0 or at + 1 >= len(self.words):
            return "\n"
        end = self.ends[at]
        return self.text[end : min(self.starts[at + 1], end + 4)]

    def before(self, at: int) -> str:
        """The character right before the token, or ""."""
        start = self.starts[at]
        return self.text[start - 1] if start else ""

    def after(self, at: int) -> str:
        """The two characters right after the token, or fewer."""
        end = self.ends[at]
        return self.text[end : end + 2]

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= at < len(self.words) and self.text[self.starts[at]].isupper()

    def number(self, at: int, longest: int = 4) -> int:
        """The value of a token of digits no longer than this, else -1."""
        word = self.word(at)
        if 0 < len(word) <= longest and word.isdecimal():
            return int(word)
        return -1
