"""The installer for Windows: Python, locked wheels and the app in one folder, packed by NSIS.

Made on Linux. That it installs, runs the command line and uninstalls can be tried under Wine; the
window is proven only by a Windows that runs `--self-test`, as the release workflow does.
"""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

from installer import icons, licences, steps
from installer.facts import APP_ID, BUILD, DIST, ROOT, TITLE, Facts
from installer.tree.environment import environment
from installer.windows import python

TREE = BUILD / "windows" / TITLE
_NSI = ROOT / "installer" / "windows" / "claimdesk.nsi"
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

#: Where Windows' Python looks for modules: its own, the app beside it, the packages.
_PATHS = "python312.zip\n.\nLib\\site-packages\n..\\app\n"
_COMMAND = '@"%~dp0python\\python.exe" -m app %*\r\n'

#: What comes with the wheels and is not needed to run.
_UNUSED = (
    "hatchling*",
    "editables*",
    "pathspec*",
    "trove_classifiers*",
    "pip*",
    "bin",
    "Scripts",
    "PySide6/translations",
    "PySide6/plugins/tls",
    "PySide6/plugins/networkinformation",
    "PySide6/plugins/generic",
    "PySide6/plugins/platforms/qminimal.dll",
    "PySide6/plugins/imageformats/q[!sj]*.dll",
    "PySide6/qml",
    "PySide6/include",
    "PySide6/typesystems",
    "PySide6/metatypes",
    "PySide6/doc",
    "PySide6/*.exe",
    "PySide6/*.pyi",
    "PySide6/opengl32sw.dll",
    "babel/locale-data/*",
    "numpy/**/tests",
)


def build(facts: Facts) -> Path:
    """Make the installer and answer its path. Raises SystemExit where a tool is missing."""
    steps.need("makensis", "nsis")
    steps.fresh(TREE)
    python.unpack(TREE / "python")
    steps.write(TREE / "python" / "python312._pth", _PATHS)
    _install_wheels(TREE / "python" / "Lib" / "site-packages")
    _copy_app(TREE / "app")
    steps.write(TREE / "claimdesk.cmd", _COMMAND)
    licences.write(TREE)
    icon = _make_icon(TREE / "claimdesk.ico")
    steps.date_all(TREE, facts.moment)
    steps.say(f"{steps.size_of(TREE) / 1e6:.0f} MB to install")
    made = DIST / f"{TITLE}-{facts.version}-windows-x64.exe"
    defines = {
        "VERSION": facts.version,
        "TREE": TREE,
        "OUT": made,
        "ICON": icon,
        "SIZE": steps.size_of(TREE) // 1024,
    }
    steps.say(f"Packing {made.name}")
    steps.run(
        ["makensis", "-V2", *(f"-D{name}={value}" for name, value in defines.items()), _NSI],
        env={"SOURCE_DATE_EPOCH": str(facts.moment)},
    )
    return made


def _install_wheels(folder: Path) -> None:
    """The locked packages as Windows' wheels, checked against their sums; none is built."""
    steps.say("Fetching the packages for Windows")
    steps.run(
        [
            environment(),
            "-m",
            "uv",
            "pip",
            "install",
            "--quiet",
            f"--target={folder}",
            "--python-platform=x86_64-pc-windows-msvc",
            f"--python-version={python.VERSION}",
            "--only-binary=:all:",
            "--require-hashes",
            "-r",
            ROOT / "requirements.lock",
        ]
    )
    for pattern in _UNUSED:
        for path in list(folder.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _copy_app(folder: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "app", folder / "app", ignore=ignore)
    for name in ("resources", "seeds"):
        shutil.copytree(ROOT / name, folder / "app" / "shipped" / name)


def _make_icon(path: Path) -> Path:
    """An .ico of PNG pictures, as Windows has read them since Vista."""
    folder = steps.fresh(BUILD / "windows" / "icons")
    pictures = {size: folder / f"{APP_ID}-{size}.png" for size in _ICON_SIZES}
    icons.draw(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, picture in pictures.items():
        body = picture.read_bytes()
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), offset)
        bodies += body
        offset += len(body)
    path.write_bytes(head + entries + bodies)
    return path
