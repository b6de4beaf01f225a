"""Claims are replaced with their parts, keeping their ids."""

from __future__ import annotations

from dataclasses import replace

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
