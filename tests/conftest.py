"""What every test may ask for: the plain, the shipped and the borrowed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

# Windows are drawn into memory unless the run asks for another platform; set before Qt is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.ui.collecting import Collector

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample_text() -> str:
    """The sample article as it lies in seeds/, decoded."""
    return (ROOT / "seeds" / "000_78c1eee19aec262e.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def measuring_data() -> Path:
    """The data for measuring, which is not part of the project; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the data for measuring does not lie beside this checkout")
    return folder


@pytest.fixture(scope="session")
def collector() -> Collector:
    """What collects garbage in the app; so do the tests, whose windows die as the app's do."""
    return Collector()


@pytest.fixture(autouse=True)
def collected_here(collector: Collector) -> Iterator[None]:
    """Collect between the tests, where no thread of a window is at work."""
    yield
    collector.look()
