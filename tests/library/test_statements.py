"""Short texts are found by their words, and by those of today alone."""

from __future__ import annotations

from app.library.statements import Statements


def test_the_text_with_the_rarer_words_comes_first() -> None:
    statements = Statements()
    assert statements.best(["dam"], 5) == []
    statements.hold(["The dam broke.", "The dam of Orlen broke.", "A mill was sold."])
    found = statements.best(["dam", "orlen"], 5)
    assert [place for place, _ in found] == [1, 0]
    assert found[0][1] > found[1][1] > 0
    assert statements.best(["dam"], 1) == statements.best(["dam"], 5)[:1]
    statements.hold(["A mill was sold."])
    assert statements.best(["dam"], 5) == []
    assert [place for place, _ in statements.best(["mill"], 5)] == [0]
    statements.close()
    assert statements.best(["mill"], 5) == []
