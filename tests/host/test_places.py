"""A place that loses data is warned of, and no other is."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.host.places import warning


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Paper", "iCloud Drive", "Nextcloud"])
def test_a_folder_that_is_copied_away_is_warned_of(tmp_path: Path, folder: str) -> None:
    assert "copies while it is written" in warning(tmp_path / folder / "l.claimdesk")


def test_a_network_disk_is_warned_of_and_what_lies_beside_it_is_not(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/desk /mnt/our\\040desk nfs4 rw 0 0\n"
        "/dev/sdb1 /mnt/our\\040desk/own ext4 rw 0 0\n"
        "half a line\n",
        encoding="utf-8",
    )
    assert "network disk" in warning(Path("/mnt/our desk/l.claimdesk"), mounts)
    assert warning(Path("/mnt/our desk/own/l.claimdesk"), mounts) == ""
    assert warning(Path("/mnt/our desks/l.claimdesk"), mounts) == ""
    assert warning(Path("/mnt/our desk/l.claimdesk"), tmp_path / "absent") == ""
