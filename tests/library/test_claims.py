"""Claims are replaced with their parts, keeping their ids."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.errors import NotFound


def test_a_claim_is_replaced_with_its_parts(filled: Library) -> None:
    claim = filled.claims.get(2)
    new = replace(claim, claim_date="2016-09-17", parts=claim.parts[:1], mentions=(), speaker="A")
    filled.claims.update(new)
    assert filled.claims.get(2) == new
    with pytest.raises(NotFound):
        filled.claims.update(replace(new, id=99))


def test_a_claim_more_finds_its_place_and_the_others_keep_their_ids(
    make: SimpleNamespace, filled: Library
) -> None:
    before = make.dump(filled)
    known = filled.claims.of_article(1)
    fresh = replace(known[1], id=0, position=0, made_by="reviewer", reworded=True)
    put = filled.claims.put(1, fresh)
    claims = filled.claims.of_article(1)
    assert {claim.id for claim in claims} == {*(claim.id for claim in known), put.id}
    assert [claim.position for claim in claims] == [1, 2, 3, 4]
    assert (put.made_by, put.reworded) == ("reviewer", True)
    filled.claims.remove((known[0].id, put.id))
    assert [(claim.id, claim.position) for claim in filled.claims.of_article(1)] == [
        (known[1].id, 1),
        (known[2].id, 2),
    ]
    filled.history.undo()
    filled.history.undo()
    assert make.dump(filled) == before
    with pytest.raises(NotFound):
        filled.claims.remove((99,))
