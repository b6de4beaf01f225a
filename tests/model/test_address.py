"""A link leads to web pages only, and says where in letters that cannot deceive."""

from __future__ import annotations

import pytest

from app.model.address import Address, web_address


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b=c#d", "example.org"),
        ("http://EXAMPLE.org:8080/", "example.org"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
        ("https://аррle.com/login", "xn--le-6kc8da.com"),
        ("https://münchen.example/", "xn--mnchen-3ya.example"),
    ],
)
def test_a_web_address_tells_its_host(url: str, host: str) -> None:
    found = web_address(url)
    assert found is not None
    assert found.host == host
    assert host in found.url


def test_nothing_else_of_it_changes() -> None:
    url = "https://example.org/a/../b?c=%2F#d"
    assert web_address(url) == Address(url, "example.org")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org/",
        "//example.org/",
        "https:///path",
        "https://",
        "https://example.org\\@evil.example/",
        "https://example.org@evil.example/",
        "https://user:secret@example.org/",
        "https://exam\u200bple.org/",
        "https://example.org/\u202egpj.exe",
        "https://example.org/ a",
        "https://example.org/\na",
        "https://example.org:99999999/",
        "https://" + "a" * 70 + ".org/",
        "https://a..b/",
        "https://[::1/",
    ],
)
def test_whatever_else_is_none(url: str) -> None:
    assert web_address(url) is None
