"""One file that runs on most Linuxes without being installed, made by AppImage's own tool.

The tool has no Debian package: the release workflow fetches it, and elsewhere this step says so.
"""

from __future__ import annotations

from pathlib import Path

from installer import steps
from installer.facts import APP_ID, BUILD, CATALOGUE_ID, DIST, TITLE, Facts
from installer.linux import files
from installer.tree.freeze import freeze

#: The tool, by the name of its release file or of an installation.
_TOOLS = ("appimagetool", "appimagetool-x86_64.AppImage")


def build(facts: Facts) -> Path:
    """Make the .AppImage and answer its path. Raises SystemExit where the tool is missing."""
    tool = steps.need_one(_TOOLS, "https://github.com/AppImage/appimagetool/releases")
    folder = BUILD / "appimage" / f"{TITLE}.AppDir"
    files.lay_out(folder, freeze(facts), facts)
    add_top(folder)
    steps.date_all(folder, facts.moment)
    made = DIST / f"{TITLE}-{facts.version}-x86_64.AppImage"
    steps.say(f"Packing {made.name}")
    steps.run(
        # The tool is such a file itself, and containers cannot mount it.
        [tool, "--appimage-extract-and-run", "--no-appstream", folder, made],
        env={"ARCH": "x86_64", "SOURCE_DATE_EPOCH": str(facts.moment)},
    )
    return made


def add_top(folder: Path) -> None:
    """What the tool looks for beside `usr` (docs.appimage.org, AppDir): starter, entry, icon."""
    tops = {
        "AppRun": files.HOME / APP_ID,
        f"{APP_ID}.desktop": Path("usr/share/applications") / f"{APP_ID}.desktop",
        f"{APP_ID}.svg": Path("usr/share/icons/hicolor/scalable/apps") / f"{APP_ID}.svg",
        ".DirIcon": Path(f"{APP_ID}.svg"),
        # The record goes by the entry's name here.
        f"usr/share/metainfo/{APP_ID}.appdata.xml": Path(f"{CATALOGUE_ID}.metainfo.xml"),
    }
    for name, target in tops.items():
        (folder / name).symlink_to(target)
