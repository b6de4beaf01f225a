"""Addresses that a link may lead to: those of web pages, with the host as the network spells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

#: Never in an address that leads where it says: blanks, control characters, quotes, and what is
#: not seen or turns the order of what is.
_NEVER = re.compile(
    r'[\s\x00-\x20\x7f-\xa0"<>\\^`{|}]'
    "|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the web. `host` is in Punycode where it is not plain ASCII, so that letters
    that only look like others are seen."""

    url: str
    host: str


def web_address(url: str) -> Address | None:
    """The address, None where a link must not lead there: only http and https, with a host, and
    without a name or password before it."""
    if _NEVER.search(url):
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return None
        host = parts.hostname.encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    spelled = f"[{host}]" if ":" in host else host
    return Address(parts._replace(netloc=spelled + port).geturl(), host)
