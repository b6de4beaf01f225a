"""Short texts found by their words: few enough to be held in memory. Knows no table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.library.bm25 import Covered
    from app.library.postings import Tokeniser


class Statements:
    """Texts known by their places in a list. To be used by one thread at a time."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._tokeniser: Tokeniser | None = None
        self._covered: Covered | None = None

    def hold(self, texts: Sequence[str]) -> None:
        """Answer from these texts from now on; nothing is done where they are the same."""
        if list(texts) == self._texts:
            return
        self._texts, self._covered = list(texts), None
        if self._texts:
            # Loaded only where there is something to hold: it brings NumPy.
            from app.library.bm25 import Covered
            from app.library.postings import Tokeniser

            self._tokeniser = self._tokeniser or Tokeniser()
            self._covered = Covered(self._tokeniser.segment(list(enumerate(self._texts))))

    def best(self, terms: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """The places of the texts with any of these terms and their bm25, the best first."""
        if self._tokeniser is None or self._covered is None:
            return []
        from app.library.bm25 import best_of

        tokens = [cut for cut in self._tokeniser.cut(list(terms)) if cut]
        return best_of([self._covered], tokens, limit)

    def close(self) -> None:
        """Let go of the memory."""
        if self._tokeniser is not None:
            self._tokeniser.close()
        self._texts, self._tokeniser, self._covered = [], None, None
