"""The library is checked, backed up and restored from the command line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import Any

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
