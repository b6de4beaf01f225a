"""A digest is of any value that a row can give, also of what damage made of it."""

from __future__ import annotations

from app.library.digests import row_digest, text_digest


def test_bytes_where_a_text_was_have_another_digest() -> None:
    assert row_digest((1, b"x")) != row_digest((1, "x"))
    assert text_digest(b"x") != text_digest("x")
    assert text_digest(None) == ""


def test_values_do_not_run_into_each_other() -> None:
    told = [("ab", "c"), ("a", "bc"), ("abc",), (None, "abc"), ("1",), (1,), (1.0,)]
    assert len({row_digest(one) for one in told}) == len(told)
