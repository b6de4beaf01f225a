"""The .deb on a Debian with nothing on it: installed, checked, used, removed.

Slow, and only where a system tree may be made: root, mmdebstrap, and a built package.
    python installer/build.py deb && ./run test -m slow tests/installer
For the update, the package of an older version is put into dist/older first.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from installer.facts import DIST

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

#: The first look of a reviewer, by keys: open the sample, link the first candidate, decide.
JOURNEY = """
set -e
export HOME=/root DISPLAY=:7 CLAIMDESK_HOME=/root/desk
Xvfb :7 -screen 0 1280x800x24 >/dev/null 2>&1 &
screen=$!
for _ in $(seq 100); do xdotool getmouselocation >/dev/null 2>&1 && break; sleep 0.1; done
claimdesk >/tmp/window.log 2>&1 &
app=$!
window=$(timeout 60 xdotool search --sync --onlyvisible --pid $app | tail -n 1)
xdotool windowfocus --sync $window
xdotool key --clearmodifiers ctrl+shift+o
for _ in $(seq 100); do
    claimdesk library info --json --library /root/desk/data/library.claimdesk 2>/dev/null \
        | grep -q '"articles":1' && break
    sleep 0.2
done
sleep 3
xdotool key --clearmodifiers a
sleep 1
xdotool key --clearmodifiers 4
sleep 1
import -window root /tmp/window.png
xdotool key --clearmodifiers ctrl+q
wait $app
kill $screen
"""


@pytest.fixture(scope="module")
def package() -> Path:
    """The .deb built last."""
    found = sorted(DIST.glob("claimdesk_*.deb"))
    if not found:
        pytest.skip("no .deb is built: python installer/build.py deb")
    return found[-1]


@pytest.fixture(scope="module")
def older() -> Path:
    """A package whose libraries have an older schema."""
    found = sorted((DIST / "older").glob("claimdesk_*.deb"))
    if not found:
        pytest.skip("no older .deb lies in dist/older")
    return found[-1]


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A minimal Debian 12 in a folder."""
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        pytest.skip("needs root and mmdebstrap")
    root = tmp_path_factory.mktemp("debian") / "root"
    command = ["mmdebstrap", "--variant=minbase", "--include=ca-certificates", "bookworm", root]
    subprocess.run(command, check=True, capture_output=True)
    yield root
    shutil.rmtree(root, ignore_errors=True)


def inside(root: Path, script: str) -> str:
    """What a script prints that runs in the tree; fails with all that it said."""
    done = subprocess.run(
        ["chroot", str(root), "/bin/sh", "-c", script],
        env={
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
            "HOME": "/root",
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def test_it_installs_works_and_leaves_nothing_but_the_library(debian: Path, package: Path) -> None:
    shutil.copy(package, debian / "tmp" / "claimdesk.deb")
    before = _files(debian)
    inside(debian, "apt-get -qq update && apt-get -qq -y install --no-install-recommends "
           "/tmp/claimdesk.deb")  # fmt: skip
    assert not inside(debian, "command -v python3 || true")

    told = inside(debian, "QT_QPA_PLATFORM=offscreen claimdesk --self-test")
    print(told)
    assert "All checks hold." in told

    inside(debian, "apt-get -qq -y install --no-install-recommends xvfb xdotool imagemagick")
    inside(debian, JOURNEY)
    shutil.copy(debian / "tmp" / "window.png", DIST.parent / "build" / "installed-window.png")
    library = "--library /root/desk/data/library.claimdesk"
    info = json.loads(inside(debian, f"claimdesk library info --json {library}"))
    assert (info["articles"], info["verdicts"]) == (1, 1)
    assert not inside(debian, "cat /tmp/window.log")

    # A newer package over it keeps the library.
    inside(debian, "apt-get -qq -y install --reinstall /tmp/claimdesk.deb")
    assert json.loads(inside(debian, f"claimdesk library info --json {library}")) == info

    inside(debian, "apt-get -qq -y purge claimdesk")
    left = {path for path in _files(debian) - before if "claimdesk" in path}
    assert {path.split("/")[1] for path in left} <= {"root"}, left
    assert any(path.endswith("library.claimdesk") for path in left)


def test_an_update_keeps_everything_and_what_is_older_refuses(
    debian: Path, package: Path, older: Path
) -> None:
    library = "/root/old desk/data/library.claimdesk"
    claimdesk = f"CLAIMDESK_HOME='/root/old desk' claimdesk --library '{library}'"

    def told(words: str) -> Any:
        return json.loads(inside(debian, f"{claimdesk} --json {words}"))

    def install(deb: Path) -> None:
        shutil.copy(deb, debian / "tmp" / "claimdesk.deb")
        inside(debian, "apt-get -qq update && apt-get -qq -y install --no-install-recommends "
               "--reinstall --allow-downgrades /tmp/claimdesk.deb")  # fmt: skip

    install(older)
    told("sample")
    told("verdict 1 not_checkable --rationale 'Nobody can know.'")
    told("verdict 2 not_enough_evidence")
    before = told("library info")

    install(package)
    # Opened by a verb that may write, it is brought up to date; its undo goes on.
    assert told("undo")["done"]
    assert told("library info")["reviewed"] == 1
    assert told("redo")["done"]
    after = told("library info")
    assert after["schema"] > before["schema"], "the older package must have an older schema"
    same = {"articles", "claims", "sources", "passages"}
    assert {key: after[key] for key in same} == {key: before[key] for key in same}
    assert (before["reviewed"], after["reviewed"]) == (2, 2)
    assert told("library check")["sound"]
    backup = f"{library}.schema-{before['schema']}.backup"
    assert (debian / backup.lstrip("/")).is_file()
    print(f"schema {before['schema']} to {after['schema']}, {backup}")
    told("verdict 3 not_checkable")
    told("undo")
    assert told("library info")["reviewed"] == 2

    install(older)
    digest = f"sha256sum '{library}'"
    newer = inside(debian, digest)
    refused = inside(debian, f"{claimdesk} verdict 3 not_checkable 2>&1 && exit 9 || true")
    assert "newer" in refused
    assert inside(debian, digest) == newer
    inside(debian, "apt-get -qq -y purge claimdesk")


def _files(root: Path) -> set[str]:
    watched = ("usr", "etc", "opt", "root", "var/lib/claimdesk", "var/cache/claimdesk")
    return {
        "/" + path.relative_to(root).as_posix()
        for folder in watched
        for path in (root / folder).rglob("*")
        if not path.is_dir()
    }
