"""The disk image for macOS: the bundle that PyInstaller makes there, signed where a key is given.

Unproven wherever no Mac has run it; the release workflow does, and lets the app check itself.
"""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

from installer import licences, steps
from installer.facts import APP_ID, BUILD, DIST, ROOT, TITLE, Facts
from installer.icons import draw
from installer.tree.environment import environment
from installer.tree.freeze import self_test

_SIZES = (16, 32, 64, 128, 256, 512, 1024)


def build(facts: Facts) -> Path:
    """Make the .dmg and answer its path. Raises SystemExit anywhere but on a Mac."""
    if platform.system() != "Darwin":
        raise SystemExit("A disk image for macOS can only be made on a Mac.")
    _make_icon()
    target = steps.fresh(BUILD / "macos")
    steps.say(f"Freezing {TITLE} {facts.version}")
    steps.run(
        [
            environment(),
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--log-level=WARN",
            f"--distpath={target}",
            f"--workpath={BUILD / 'pyinstaller'}",
            ROOT / "installer" / "tree" / "claimdesk.spec",
        ],
        cwd=ROOT,
        env={"SOURCE_DATE_EPOCH": str(facts.moment)},
    )
    bundle = target / f"{TITLE}.app"
    shutil.rmtree(target / APP_ID)
    licences.write(bundle / "Contents" / "Resources")
    self_test(bundle / "Contents" / "MacOS" / APP_ID)
    _sign(bundle)
    made = DIST / f"{TITLE}-{facts.version}-{platform.machine()}.dmg"
    made.unlink(missing_ok=True)
    (target / "Applications").symlink_to("/Applications")
    steps.run(
        ["hdiutil", "create", "-volname", TITLE, "-srcfolder", target, "-format", "UDZO", made]
    )
    return made


def _make_icon() -> None:
    folder = steps.fresh(BUILD / "Claimdesk.iconset")
    draw({size: folder / f"icon_{size}x{size}.png" for size in _SIZES})
    for size in _SIZES[1:]:
        half = size // 2
        shutil.copyfile(folder / f"icon_{size}x{size}.png", folder / f"icon_{half}x{half}@2x.png")
    steps.run(["iconutil", "-c", "icns", folder, "-o", BUILD / "Claimdesk.icns"])


def _sign(bundle: Path) -> None:
    """Sign with the identity in CLAIMDESK_SIGN_IDENTITY; without one the bundle stays unsigned."""
    identity = os.environ.get("CLAIMDESK_SIGN_IDENTITY", "")
    if not identity:
        steps.say("No signing identity is given: the bundle stays unsigned")
        return
    steps.run(["codesign", "--deep", "--force", "--options", "runtime", "--sign", identity, bundle])
