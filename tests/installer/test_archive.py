"""The archive's script installs for one user, again over itself, and takes all of it away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from installer import steps
from installer.linux.archive import INSTALL
from installer.linux.files import DESKTOP

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script for Linux")


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The archive's folder with a small program in the place of ours."""
    folder = tmp_path / "un packed"
    steps.write(folder / "claimdesk" / "claimdesk", "#!/bin/sh\necho started\n", mode=0o755)
    steps.write(folder / "share" / "applications" / "claimdesk.desktop", DESKTOP)
    steps.write(folder / "install.sh", INSTALL, mode=0o755)
    return folder


def test_install_start_install_again_remove(unpacked: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "my prefix"
    script = unpacked / "install.sh"
    for _ in range(2):
        subprocess.run([script, prefix], check=True, capture_output=True)
    program = prefix / "bin" / "claimdesk"
    assert subprocess.run([program], capture_output=True, check=True).stdout == b"started\n"
    entry = (prefix / "share/applications/claimdesk.desktop").read_text(encoding="utf-8")
    assert f'Exec="{program}" %f' in entry
    others = steps.write(prefix / "bin" / "other", "mine")
    subprocess.run([script, "--remove", prefix], check=True, capture_output=True)
    # The desktop's own cache may stay; it is made anew from what is there.
    left = [path for path in prefix.rglob("*") if path.is_file() and path.suffix != ".cache"]
    assert left == [others]


def test_a_folder_that_is_not_ours_is_left_alone(unpacked: Path, tmp_path: Path) -> None:
    mine = steps.write(tmp_path / "prefix" / "lib" / "claimdesk" / "notes.txt", "mine")
    done = subprocess.run(
        [unpacked / "install.sh", tmp_path / "prefix"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "nothing was changed" in done.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
