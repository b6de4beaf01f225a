"""What the frozen tree does without: parts of Qt and data files that this app never opens.

Qt's libraries stay separate files beside the program, so that a user may replace them (LGPL).
"""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path

from installer import steps

#: Patterns below the tree's library folder. Platforms other than X11, Wayland and offscreen are
#: for embedded devices; the GTK theme drags half a desktop along; TLS and network plugins serve an
#: app that opens no connection; Qt's own translations are of dialogs that stay English like us.
UNUSED = (
    "PySide6/Qt/translations/*",
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/tls/*",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
    "PySide6/Qt/plugins/platforms/libqminimal*.so",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/imageformats/libq[!sj]*.so",
    "PySide6/Qt/lib/libQt6EglFS*",
    # The target's own must be used: they speak to its display, its fonts and its system bus.
    "libstdc++.so*",
    "libgcc_s.so*",
    "libdbus-1*",
    "libsystemd*",
    "libfontconfig*",
    "libfreetype*",
    "libglib-2.0*",
    "libgio-2.0*",
    "libgobject*",
    "libgmodule*",
    "libgthread*",
    "libX11.so*",
    "libxcb.so*",
    "libdrm*",
    "libgbm*",
    "libEGL*",
    "libGL.so*",
    "libGLX*",
    "libGLdispatch*",
    "libwayland*",
    "babel/locale-data/*",
    "numpy/**/tests/*",
)


_NEEDED = re.compile(r"\(NEEDED\).*\[([^]]+)\]")


def prune(library: Path) -> int:
    """Take the unused out of the tree's library folder; the number of bytes gained."""
    before = steps.size_of(library)
    for path in list(library.rglob("*")):
        name = path.relative_to(library).as_posix()
        if not path.is_dir() and any(fnmatch.fnmatchcase(name, one) for one in UNUSED):
            path.unlink()
    while orphans := _orphans(library):
        for path in orphans:
            path.unlink()
    _drop_dead_links(library)
    for path in sorted(library.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
    return before - steps.size_of(library)


def _orphans(library: Path) -> list[Path]:
    """Shared libraries at the top of the tree that nothing in it links to any more."""
    wanted: set[str] = set()
    for path in library.rglob("*.so*"):
        if path.is_file() and not path.is_symlink():
            wanted.update(_NEEDED.findall(steps.run(["readelf", "-d", path])))
    return [
        path
        for path in library.glob("lib*.so*")
        if path.name not in wanted and not path.name.startswith("libpython")
    ]


def _drop_dead_links(library: Path) -> None:
    for path in library.rglob("*"):
        if path.is_symlink() and not path.exists():
            path.unlink()
