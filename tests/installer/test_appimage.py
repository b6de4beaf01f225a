"""The folder that becomes one file has what the tool looks for, and nothing in it points out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from installer import steps
from installer.facts import CATALOGUE_ID
from installer.linux import appimage, files


@pytest.mark.skipif(sys.platform == "win32", reason="a folder for Linux")
def test_its_top_starts_the_program_and_shows_the_entry(tmp_path: Path) -> None:
    folder = tmp_path / "Claimdesk.AppDir"
    share = folder / "usr/share"
    steps.write(folder / files.HOME / "claimdesk", "#!/bin/sh\necho started\n", mode=0o755)
    steps.write(share / "applications/claimdesk.desktop", files.DESKTOP)
    steps.write(share / "icons/hicolor/scalable/apps/claimdesk.svg", "<svg/>")
    steps.write(share / f"metainfo/{CATALOGUE_ID}.metainfo.xml", "<component/>")
    appimage.add_top(folder)
    moved = folder.rename(tmp_path / "mounted elsewhere")
    assert (
        subprocess.run([moved / "AppRun"], capture_output=True, check=True).stdout == b"started\n"
    )
    assert (moved / "claimdesk.desktop").read_text(encoding="utf-8") == files.DESKTOP
    assert (moved / ".DirIcon").read_text(encoding="utf-8") == "<svg/>"
    assert (moved / "usr/share/metainfo/claimdesk.appdata.xml").is_file()


def test_without_its_tool_it_says_where_to_get_it() -> None:
    with pytest.raises(SystemExit, match=r"needs no-such-tool on the path: https://"):
        steps.need_one(("no-such-tool",), "https://example.org")
