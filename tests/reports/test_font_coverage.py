"""Which characters a font has, read from the font itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.reports.font_coverage import characters_of, missing_from


def test_our_fonts_have_what_they_are_for(root: Path) -> None:
    fonts = root / "resources" / "fonts"
    serif = characters_of(fonts / "NotoSerif-Regular.ttf")
    assert {ord(c) for c in "Aéж≈…\ufffd"} - serif == {ord("≈")}
    assert {ord(c) for c in "Aж≠→"} <= characters_of(fonts / "Inter-Regular.otf")
    assert {ord(c) for c in "عربي"} <= characters_of(fonts / "NotoNaskhArabic-Regular.ttf")
    assert {ord(c) for c in "עברית"} <= characters_of(fonts / "NotoSerifHebrew-Regular.ttf")
    assert ord("中") not in serif


def test_only_what_no_font_has_is_missing(root: Path) -> None:
    fonts = root / "resources" / "fonts"
    both = [(fonts / "NotoSerif-Regular.ttf", 0), (fonts / "NotoNaskhArabic-Regular.ttf", 0)]
    assert missing_from(["Aж", "عربي", "中文"], both) == {"中", "文"}
    assert missing_from([], both) == frozenset()


@pytest.mark.parametrize("data", [b"", b"ttcf", b"\x00\x01\x00\x00\x00\xff", b"x" * 400])
def test_what_is_no_font_has_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.ttf").write_bytes(data)
    assert characters_of(tmp_path / "x.ttf") == frozenset()
    assert characters_of(tmp_path / "none.ttf") == frozenset()


def test_a_font_cut_short_is_no_font(root: Path, tmp_path: Path) -> None:
    whole = (root / "resources/fonts/NotoSerifHebrew-Regular.ttf").read_bytes()
    for length in range(0, 3000, 97):
        path = tmp_path / f"{length}.ttf"
        path.write_bytes(whole[:length])
        assert len(characters_of(path)) <= 145
