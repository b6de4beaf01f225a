"""Settings come back as they were saved, and damage costs no more than what it hit."""

from __future__ import annotations

import os
import sys
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from app.host import settings
from app.host.settings import Settings

CHOSEN = Settings(
    "dark", 150, "Zoë Ω", "/tmp/a library.claimdesk", "AdnQywADAAA=", 7, 140, "fever",
    {"flag": "Q", "undo": ""}, False, "csv", {"csv": {"table": "sources"}}, "/tmp/reports",
    open_sources=[[12, 340], [7, 0]],
)  # fmt: skip


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    settings.save(CHOSEN, file)
    assert settings.load(file) == (CHOSEN, "")
    assert os.listdir(file.parent) == ["settings.json"]


def test_the_first_start_has_defaults_and_no_notice(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == (Settings(), "")


def test_the_usual_file_lies_in_the_settings_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path))
    settings.save(CHOSEN)
    assert settings.settings_file() == tmp_path / "settings" / "settings.json"
    assert settings.load() == (CHOSEN, "")


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[1]", b"\xff\xfe\x00", b'{"theme": "dark"', b"[" * 100_000, b"null"]
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(damage)
    kept, notice = settings.load(file)
    assert kept == Settings()
    assert "damaged" in notice
    assert not file.exists()
    assert (tmp_path / "settings.json.damaged").read_bytes() == damage


def test_a_senseless_value_falls_back_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        '{"theme": ["dark"], "text_size": 9999, "reviewer": "Zoë", "last_article": true, "new": 1}',
        encoding="utf-8",
    )
    kept, notice = settings.load(file)
    assert kept == Settings(reviewer="Zoë")
    assert notice.endswith("last_article, text_size, theme.")


def test_settings_that_make_no_sense_cannot_be_made() -> None:
    for wrong in ({"theme": "purple"}, {"text_size": 89}, {"text_size": 201}):
        with pytest.raises(ValueError, match="is no"):
            replace(Settings(), **wrong)
    with pytest.raises(FrozenInstanceError):
        CHOSEN.theme = "light"  # type: ignore[misc]


def test_an_interrupted_save_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    settings.save(CHOSEN, file)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(Settings(), file)
    monkeypatch.undo()
    assert settings.load(file) == (CHOSEN, "")
    assert os.listdir(tmp_path) == ["settings.json"]


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    kept, notice = settings.load(tmp_path)
    assert kept == Settings()
    assert str(tmp_path) in notice


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_linked_settings_file_stays_a_link(tmp_path: Path) -> None:
    true = tmp_path / "collection" / "claimdesk.json"
    link = tmp_path / "settings.json"
    true.parent.mkdir()
    link.symlink_to(true)
    settings.save(CHOSEN, link)
    assert link.is_symlink()
    assert settings.load(true) == (CHOSEN, "")
