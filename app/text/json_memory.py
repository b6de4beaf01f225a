"""How much memory JSON from a stranger would take, told before it is parsed. Knows no file."""

from __future__ import annotations

#: About how many bytes Python needs for what each of these opens or parts.
_NEEDED = {"[": 64, "{": 240, ",": 64}
#: More than this is refused by who parses JSON whole, in bytes.
MOST_NEEDED = 500_000_000


def memory_needed(text: str) -> int:
    """About how many bytes the values of a JSON text take, its long texts apart."""
    return sum(text.count(sign) * size for sign, size in _NEEDED.items())
