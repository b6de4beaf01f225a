"""A relocatable archive for every other Linux: unpack anywhere, start, or install for one user."""

from __future__ import annotations

import shutil
from pathlib import Path

from installer import steps
from installer.facts import APP_ID, BUILD, CATALOGUE_ID, DIST, Facts
from installer.linux import files
from installer.tree.freeze import freeze

#: Installs into the user's own folders, or into a prefix that is given; no root needed.
INSTALL = f"""#!/bin/sh
# Installs Claimdesk for this user: ./install.sh [PREFIX]; ./install.sh --remove [PREFIX]
# The default prefix is ~/.local. Your library and settings are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=no
if [ "${{1:-}}" = "--remove" ]; then remove=yes; shift; fi
prefix=${{1:-"$HOME/.local"}}
home="$prefix/lib/{APP_ID}"
share="$prefix/share"
# Desktops without these tools look at the folders themselves.
try() {{ if command -v "$1" >/dev/null 2>&1; then "$@" >/dev/null 2>&1 || true; fi; }}
refresh() {{
    try update-desktop-database "$share/applications"
    try update-mime-database "$share/mime"
    try gtk-update-icon-cache -q -t -f "$share/icons/hicolor"
}}
take_away() {{
    rm -rf "$home" "$prefix/bin/{APP_ID}" "$share/applications/{APP_ID}.desktop" \\
        "$share/mime/packages/{APP_ID}.xml" "$share/metainfo/{CATALOGUE_ID}.metainfo.xml" \\
        "$share/man/man1/{APP_ID}.1.gz"
    find "$share/icons/hicolor" -name "{APP_ID}.svg" -delete -o -name "{APP_ID}.png" -delete \\
        2>/dev/null || true
}}
if [ -e "$home" ] && [ ! -x "$home/{APP_ID}" ]; then
    echo "$home is not Claimdesk's; nothing was changed." >&2
    exit 1
fi
take_away
if [ "$remove" = yes ]; then
    refresh
    echo "Claimdesk is removed; your library stays."
    exit 0
fi
mkdir -p "$prefix/lib" "$prefix/bin" "$share"
cp -R "$here/{APP_ID}" "$home"
cp -R "$here/share/." "$share/"
entry=applications/{APP_ID}.desktop
sed "s|^Exec={APP_ID}|Exec=\\"$prefix/bin/{APP_ID}\\"|" "$here/share/$entry" > "$share/$entry"
ln -s "$home/{APP_ID}" "$prefix/bin/{APP_ID}"
refresh
echo "Claimdesk is installed: $prefix/bin/{APP_ID}"
"""


def build(facts: Facts) -> Path:
    """Make the .tar.zst and answer its path. Raises SystemExit where a tool is missing or fails."""
    steps.need("tar", "tar")
    steps.need("zstd", "zstd")
    tree = freeze(facts)
    staged = BUILD / "archive" / "staged"
    files.lay_out(staged, tree, facts)
    name = f"{APP_ID}-{facts.version}-linux-x86_64"
    folder = steps.fresh(BUILD / "archive" / name)
    (staged / files.HOME).rename(folder / APP_ID)
    (staged / "usr" / "share").rename(folder / "share")
    shutil.rmtree(staged)
    steps.write(folder / "install.sh", INSTALL, mode=0o755)
    steps.date_all(folder, facts.moment)
    made = DIST / f"{name}.tar.zst"
    steps.say(f"Packing {made.name}")
    steps.run(
        [
            "tar",
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            f"--mtime=@{facts.moment}",
            "--format=gnu",
            "-I",
            "zstd -19 -T1",
            "-cf",
            made,
            name,
        ],
        cwd=folder.parent,
    )
    return made
