"""Whether a folder is one that loses data: on a network, or copied away by a cloud service.

SQLite's locks and its write-ahead log need a disk of this computer. Must not know what lies there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: Kinds of file systems that lie on another computer, as Linux names them.
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "davfs", "fuse.davfs2",
     "afs", "9p", "ncpfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "glusterfs", "ceph")
)  # fmt: skip

#: How the folders begin that a cloud service keeps in step, as the services name them.
_CLOUD = (
    ("Dropbox", "Dropbox"),
    ("OneDrive", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("GoogleDrive", "Google Drive"),
    ("iCloud", "iCloud"),
    ("com~apple~CloudDocs", "iCloud"),
    ("Nextcloud", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("pCloud", "pCloud"),
    ("Syncthing", "Syncthing"),
)

_MOUNTS = Path("/proc/mounts")


def warning(library: Path, mounts: Path = _MOUNTS) -> str:
    """One sentence for the reviewer where `library` lies in such a place, else empty."""
    path = Path(os.path.abspath(library))
    service = next(
        (name for part in path.parts for start, name in _CLOUD if part.startswith(start)), ""
    )
    if service:
        return (
            f"The library lies in a folder that {service} copies while it is written, which can "
            "damage it. Keep it elsewhere and put only backups there."
        )
    if str(path).startswith("\\\\") or _kind(path, mounts) in _NETWORK:
        return (
            "The library lies on a network disk, whose locks cannot be relied on. Keep it on a "
            "disk of this computer, or open it on one computer only."
        )
    return ""


def _kind(path: Path, mounts: Path) -> str:
    """The kind of file system under `path`; empty where the system does not tell."""
    if sys.platform == "win32":
        return ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        place = fields[1].replace("\\040", " ")
        under = path == Path(place) or Path(place) in path.parents
        if under and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind
