"""What time it is, written the way the library keeps it. Knows nothing else."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present moment in UTC, ISO 8601 to the second ("2016-09-21T18:04:05+00:00")."""
    return datetime.now(UTC).isoformat(timespec="seconds")
