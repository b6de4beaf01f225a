"""Packages say of the app what the app says of itself."""

from __future__ import annotations

import shutil

import pytest

from app import __version__
from installer.facts import ROOT, read_facts


def test_the_version_is_the_apps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1474416000")
    facts = read_facts()
    assert (facts.version, facts.licence, facts.day) == (__version__, "MIT", "2016-09-21")


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="no git checkout"
)
def test_the_moment_is_that_of_the_commit_unless_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert read_facts().moment == read_facts().moment > 1_600_000_000
