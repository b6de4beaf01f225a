"""The errors a user can meet, each one plain sentence. Knows nobody.

Anything else that is raised is a bug of ours.
"""

from __future__ import annotations


class ClaimdeskError(Exception):
    """An error with a sentence for the user; `str(error)` is that sentence.

    `action` names the one thing the user can do about it, or is empty.
    """

    action = ""

    @property
    def advice(self) -> str:
        """The sentence, and what can be done."""
        return f"{self} {self.action}".strip()


class InputError(ClaimdeskError):
    """What was handed in cannot be used: an empty file, a binary, an unknown rating."""


class NotFound(ClaimdeskError):
    """The article, claim, source or passage asked for is not in the library."""


class LibraryError(ClaimdeskError):
    """The world failed the library: full, locked, read-only, damaged, too new."""

    def __init__(self, sentence: str, action: str = "") -> None:
        super().__init__(sentence)
        self.action = action


class WritingRefused(LibraryError):
    """The system lets nobody write to a library that is there; it may still be read."""


class ReadingOnly(LibraryError):
    """The library is open for reading only, so that nothing was changed."""
