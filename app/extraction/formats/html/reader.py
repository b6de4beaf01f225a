"""Reads web pages. Nothing visible is dropped: what is not the article stands in the text too.

`parse` and `add_visible` serve other formats that hold pages.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.extraction.document import Document
from app.extraction.formats.html.blocks import TextBlock, TextBlocks, take_apart
from app.extraction.formats.html.letters import visible_letters, visible_paragraphs
from app.extraction.formats.html.record import PageRecord, read_record
from app.extraction.formats.html.tree import decode_page, parse_markup
from app.extraction.formats.html.zones import block_kinds, marked_kinds
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ARTICLE_ZONES, ZoneKind
from app.model.errors import InputError
from app.model.work import Work

#: So many links of an article are proposed as sources.
_MOST_LINKS = 200
_LONGEST_ADDRESS = 2_000
#: Where more of the visible characters are missing, the page's structure is given up for its text.
_MOST_MISSING = 0.05
_FEW_LETTERS = 20
_TOLD_MISSING = 0.005
_TOLD_UNSEEN = 500
_STEPS = 4


def parse(data: bytes | str) -> Any:
    """The tree of a page, as lxml elements; an empty page has an empty root."""
    return parse_markup(decode_page(data).text)


def add_visible(builder: TextBuilder, tree: Any, default_kind: ZoneKind | None) -> None:
    """Take in all visible text of a tree, block by block.

    Blocks that their own elements name (navigation, captions, asides, …) get that kind, all others
    `default_kind`; where that is given, headings too.
    """
    page = take_apart(tree)
    ends = [builder.length]
    for block, kind in zip(page.blocks, marked_kinds(page), strict=True):
        heading = kind is ZoneKind.HEADLINE and default_kind is not None
        builder.add(block.text, default_kind if kind is None or heading else kind)
        ends.append(builder.length)
    _leave_out(builder, page, ends)


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:  # noqa: ARG001
    """The Document of a page. Raises InputError where it shows no text."""
    return read_page(data, name, work)


def read_page(data: bytes | str, name: str, work: Work, *, charset: str = "") -> Document:
    """The Document of a page; `charset` is what stands outside the page about its encoding.

    Raises InputError where it shows no text.
    """
    builder = TextBuilder()
    record = add_page(builder, data, work, charset=charset)
    document = builder.document(
        name,
        title=record.title,
        published=record.published,
        language=record.language,
        author=record.author,
        url=record.url,
    )
    if not any(char.isalnum() for char in document.text):
        raise InputError(
            f"{name} shows no text: its words may be loaded by a script. "
            "Open it in a browser, copy the text and paste it."
        )
    return document


def add_page(
    builder: TextBuilder, data: bytes | str, work: Work, *, charset: str = ""
) -> PageRecord:
    """Take in a whole page with what its structure says; answers what it says about itself."""
    decoded = decode_page(data, charset)
    for notice in decoded.notices:
        builder.notice(notice)
    letters, markup = visible_letters(decoded.text)
    if markup != decoded.text:
        builder.notice(
            "A quote in the page's code is never closed; what follows it was read all the same."
        )
    work.tick(1, _STEPS)
    tree = parse_markup(markup)
    record = read_record(tree, markup)
    work.tick(2, _STEPS)
    page = take_apart(tree)
    work.tick(3, _STEPS)
    if not _keeps_all(builder, page, letters):
        for paragraph in visible_paragraphs(markup):
            builder.add(paragraph)
        return record
    _tell_frames(builder, tree)
    kinds = block_kinds(page, markup, record.title)
    _leave_out(builder, page, _add_blocks(builder, page.blocks, kinds))
    if ZoneKind.HEADLINE in kinds:  # what is shown as the title, not what is told to search engines
        headline = page.blocks[kinds.index(ZoneKind.HEADLINE)].text
        record = replace(record, title=" ".join(headline.split()))
    if page.unseen_length > max(_TOLD_UNSEEN, letters // 4):
        builder.notice(
            f"The page hides {page.unseen_length:,} characters from who looks at it; "
            "they were left out."
        )
    return record


def _tell_frames(builder: TextBuilder, tree: Any) -> None:
    """Say where pages saved beside this one are shown in it: they are files of their own."""
    frames = [each.get("src") or "" for each in tree.iter("iframe", "frame")]
    saved = sum(bool(src.strip()) and ":" not in src and not src.startswith("//") for src in frames)
    if saved:
        builder.notice(
            f"The page shows {saved} other page{'s' if saved > 1 else ''} in frames, whose words "
            "were not read. Open those files by themselves."
        )


def _keeps_all(builder: TextBuilder, page: TextBlocks, wanted: int) -> bool:
    """Whether the blocks hold the `wanted` characters that a second count found; says so if not."""
    kept = sum(sum(map(len, block.text.split())) for block in page.blocks)
    missing = wanted - kept
    if kept == 0 or (missing > _FEW_LETTERS and missing > _MOST_MISSING * wanted):
        builder.notice(
            "The page's structure could not be followed to its end, so its text was read without "
            "it: look whether headline and body are right."
        )
        return False
    if missing > _FEW_LETTERS and missing > _TOLD_MISSING * wanted:
        builder.notice(
            f"The page could be read only in part: about {missing:,} of its {wanted:,} visible "
            "characters may be missing. Compare it with the page in a browser."
        )
    return True


def _add_blocks(
    builder: TextBuilder, blocks: list[TextBlock], kinds: list[ZoneKind | None]
) -> list[int]:
    """Take the blocks in; answers where the text ended before the first and after each."""
    proposed, ends = 0, [builder.length]
    for block, kind in zip(blocks, kinds, strict=True):
        span = builder.add(block.text, kind)
        ends.append(builder.length)
        if kind not in ARTICLE_ZONES or len(span) != len(block.text):
            continue
        for link in block.links:
            words = block.text[link.start : link.end].strip()
            if proposed < _MOST_LINKS and words and _is_absolute(link.address):
                at = block.text.index(words, link.start)
                stretch = type(span)(span.start + at, span.start + at + len(words))
                builder.propose(stretch, "link", words, link.address.strip())
                proposed += 1
    return ends


def _leave_out(builder: TextBuilder, page: TextBlocks, ends: list[int]) -> None:
    """Keep what the page does not show, at its place among the blocks."""
    for one in page.unseen:
        builder.leave_out(ends[min(one.after, len(ends) - 1)], one.reason, one.text)


def _is_absolute(address: str) -> bool:
    known = address.strip().casefold().startswith(("http://", "https://"))
    return known and len(address) <= _LONGEST_ADDRESS
