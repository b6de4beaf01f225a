"""Where things lie: the reviewer's folders can be moved, the shipped ones are found."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from app.host import paths


def test_one_variable_moves_all_folders_of_the_reviewer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ein Ordner für Ω"
    monkeypatch.setenv("CLAIMDESK_HOME", str(home))
    folders = [paths.data_folder(), paths.settings_folder(), paths.logs_folder()]
    assert folders == [home / "data", home / "settings", home / "logs"]
    assert all(folder.is_dir() for folder in folders)
    assert paths.default_library().parent == home / "data"
    assert not paths.default_library().exists()


def test_without_the_variable_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_HOME", raising=False)
    monkeypatch.setattr(Path, "mkdir", lambda *_, **__: None)
    assert paths.data_folder().is_absolute()
    assert "Claimdesk" in paths.data_folder().parts


def test_a_folder_that_cannot_be_made_is_left_to_who_writes_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "file"))
    assert paths.data_folder() == tmp_path / "file" / "data"


def test_the_checkout_ships_its_folders(root: Path) -> None:
    assert paths.resources_folder() == root / "resources"
    assert paths.seeds_folder() == root / "seeds"


def test_an_installed_wheel_ships_its_folders_inside(tmp_path: Path) -> None:
    installed = _copied_to(tmp_path / "site-packages")
    with pytest.raises(FileNotFoundError, match="not whole"):
        installed.resources_folder()
    # Some other distribution put a folder of that name beside ours.
    (tmp_path / "site-packages" / "resources").mkdir()
    ours = tmp_path / "site-packages" / "app" / "shipped" / "resources"
    ours.mkdir(parents=True)
    assert installed.resources_folder() == ours


def _copied_to(site: Path) -> ModuleType:
    file = site / "app" / "host" / "paths.py"
    file.parent.mkdir(parents=True)
    shutil.copy(paths.__file__, file)
    spec = importlib.util.spec_from_file_location("installed_paths", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
