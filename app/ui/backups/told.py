"""Moments, sizes and figures of a backup in words. Knows no widget."""

from __future__ import annotations

from datetime import datetime

from app.model.library import LibraryInfo


def told_moment(at: datetime) -> str:
    """“Wed 25 November 2026, 14:05:31” as the clock here has it: to the second, as two can be
    made in a minute."""
    here = at.astimezone()
    return f"{here:%a} {here.day} {here:%B %Y, %H:%M:%S}"


def told_size(count: int) -> str:
    """“310 KB”, “1.2 MB”."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:,.1f} MB"


def told_figures(info: LibraryInfo) -> str:
    """“2 articles, 14 of 22 claims reviewed, 80 sources”."""
    reviewed = f"{info.reviewed:,} of {counted(info.claims, 'claim')} reviewed"
    return f"{counted(info.articles, 'article')}, {reviewed}, {counted(info.sources, 'source')}"


def counted(number: int, noun: str) -> str:
    """“1 source”, “2,000 sources”."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
