"""Markdown that a reader sees as the words are, with no markup but ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from app.model.dossier import Dossier
from app.reports.formats import markdown
from app.reports.wording import one_line, plain_words
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile


def test_golden(dossier: Dossier, setting: Setting, golden: Callable[[str, str], None]) -> None:
    golden(markdown.render(dossier, setting).decode("utf-8"), "report.md")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(dossier: Dossier, setting: Setting, text: str) -> None:
    made = markdown.render(hostile(dossier, text), setting).decode("utf-8")
    shape = kinds(markdown.render(hostile(dossier, "words"), setting).decode("utf-8"))
    if text.strip():
        # A quotation of several lines keeps them.
        assert kinds(made) - {"hardbreak"} == shape
    assert not kinds(made) & {"html_inline", "html_block", "link_open", "image", "code_inline",
                              "code_block", "fence", "s_open"}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_line_shows_exactly_its_words(text: str) -> None:
    for made in (f"- {markdown.escape(text)}", f"Before {markdown.escape(text)} after"):
        shown = " ".join(
            child.content
            for token in MarkdownIt("gfm-like", {"linkify": False}).parse(made)
            if token.type == "inline"
            for child in token.children or ()
        )
        words = one_line(plain_words(text))
        assert " ".join(shown.split()) in (words, f"Before {words} after", "Before after")


def kinds(made: str) -> set[str]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(made)
    return {token.type for token in tokens} | {
        child.type for token in tokens for child in token.children or ()
    }
