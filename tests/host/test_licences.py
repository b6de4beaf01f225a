"""What the app is made of is told in a checkout and in a package alike."""

from __future__ import annotations

from pathlib import Path

from app.host import licences


def test_a_checkout_names_what_is_installed() -> None:
    told = licences.notices()
    for work in ("PySide6_Essentials", "rapidfuzz", "lxml", "Noto"):
        assert work.casefold() in told.casefold(), work
    assert "LGPL version 3" in told
    # What only tests and builds ask for is not passed on.
    assert "pytest" not in told
    lines = [line for line in told.splitlines() if line.startswith("lxml ")]
    assert lines == [lines[0]]
    assert lines[0].endswith("BSD-3-Clause")


def test_a_package_shows_the_file_that_it_carries(tmp_path: Path) -> None:
    (tmp_path / "THIRD-PARTY-NOTICES.txt").write_text("All texts. ü", encoding="utf-8")
    assert licences.notices(tmp_path) == "All texts. ü"
