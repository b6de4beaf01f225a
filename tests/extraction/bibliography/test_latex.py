"""LaTeX of bibliographies as plain text."""

from __future__ import annotations

import pytest

from app.extraction.bibliography.latex import plain


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (r"{\'e}t\"ude", "étüde"),
        (r"Erd{\H o}s, \v{S}ime, \c{c}a", "Erdős, Šime, ça"),
        (r"{\'\i}ndice and na\"{\i}ve", "índice and naïve"),
        (r"Stra{\ss}e, S{\o}ren, \L{}\'od\'z", "Straße, Søren, Łódź"),
        (r"R\&D grew 5\% at \$3, a\_b", "R&D grew 5% at $3, a_b"),
        ("``He said'' 1914--1918", "“He said” 1914–1918"),
        (r"\emph{Title} in {NATO}", "Title in NATO"),
        (r"a set \{1, 2\}", "a set {1, 2}"),
    ],
)
def test_marks_become_letters(told: str, meant: str) -> None:
    assert plain(told) == meant
