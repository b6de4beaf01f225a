"""The library is checked, backed up and restored from the command line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.host.single_instance import LibraryLock

Command = Callable[..., Any]
Meets = Callable[[Any, str], None]


def test_a_sound_library_is_said_to_be_one(claimdesk: Command, meets: Meets, attacks: int) -> None:
    assert claimdesk("verdict", attacks, "refuted").status == 0
    told = claimdesk("library", "check", "--json").json()
    meets(told, "library_check")
    assert told == {"sound": True, "findings": []}
    assert claimdesk("library", "check").out == "Every row is as it was written.\n"


def test_a_changed_claim_is_reported_and_ends_with_status_one(
    claimdesk: Command, meets: Meets, attacks: int
) -> None:
    path = claimdesk("library", "info", "--json").json()["path"]
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("UPDATE claims SET statement = 'x' WHERE id = ?", (attacks,))
    # A writer that is gone: the next one looks through the library and says what it found.
    other.execute(
        "INSERT INTO writers (pid, host, boot, since) VALUES (1, ?, 'before', '')",
        (os.uname().nodename,),
    )
    other.close()
    checked = claimdesk("library", "check", "--json")
    assert checked.status == 1
    meets(checked.json(), "library_check")
    assert [(one["noun"], one["id"]) for one in checked.json()["findings"]] == [("claim", attacks)]
    assert f"claim {attacks} is not as it was written" in claimdesk("claims", 1).err
    undone = claimdesk("undo")
    assert f"The last run was cut off. Claim {attacks} of article 1" in undone.err


def test_a_backup_is_made_listed_looked_into_and_put_back(
    claimdesk: Command, meets: Meets, attacks: int
) -> None:
    (first,) = claimdesk("library", "backups", "--json").json()["backups"]
    assert claimdesk("verdict", attacks, "refuted").status == 0
    made = claimdesk("library", "backup", "--json").json()
    meets(made, "library_backups")
    assert len(claimdesk("library", "backups").out.splitlines()) == 2
    told = claimdesk("library", "restore", first["name"], "--preview", "--json").json()
    assert (told["claims"], told["reviewed"]) == (11, 0)
    assert claimdesk("library", "info", "--json").json()["reviewed"] == 1
    restored = claimdesk("library", "restore", first["name"], "--json").json()
    meets(restored, "library_restored")
    assert claimdesk("library", "info", "--json").json()["reviewed"] == 0
    assert claimdesk("library", "restore", made["backups"][0]["name"]).status == 0
    assert claimdesk("library", "info", "--json").json()["reviewed"] == 1
    assert claimdesk("library", "restore", "yesterday").status == 2


def test_a_damaged_library_is_recovered(claimdesk: Command, meets: Meets, attacks: int) -> None:
    path = claimdesk("library", "info", "--json").json()["path"]
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("UPDATE claims SET statement = 'x' WHERE id = ?", (attacks,))
    other.close()
    assert claimdesk("claims", 1).status == 1
    told = claimdesk("library", "recover", "--json").json()
    meets(told, "library_recovered")
    assert told["backup"] is not None
    assert claimdesk("claims", 1).status == 0
    assert claimdesk("library", "check").status == 0


def test_a_library_in_a_window_is_not_replaced(claimdesk: Command, attacks: int) -> None:
    assert attacks
    path = claimdesk("library", "info", "--json").json()["path"]
    (backup,) = claimdesk("library", "backups", "--json").json()["backups"]
    with LibraryLock.take(Path(path)):
        for words in (("restore", backup["name"]), ("recover",)):
            refused = claimdesk("library", *words)
            assert refused.status == 1
            assert "Close that window first." in refused.err
