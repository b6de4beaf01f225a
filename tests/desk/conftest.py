"""A desk on a real library file, empty or with the sample."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.model.claim import Claim


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Iterator[Desk]:
    """An empty library at work, reviewed by Ada."""
    opened = Desk.open(
        tmp_path / "library.claimdesk", root / "resources", root / "seeds", reviewer="Ada"
    )
    yield opened
    opened.close()


@pytest.fixture
def attacks(desk: Desk) -> Claim:
    """The sample's claim about the attacks near Deir ez-Zor, the sample being open."""
    claims = desk.articles.claims(desk.sample.open().id)
    return next(claim for claim in claims if "Deir ez-Zor" in claim.statement)
