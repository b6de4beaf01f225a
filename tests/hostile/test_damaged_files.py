"""A file that was cut off or damaged ends in text or in one sentence, and what it lost is said."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.articles import read_article
from app.extraction.document import Document
from app.extraction.files import read_document
from app.extraction.worker import ReadingProcess
from app.model.errors import InputError
from app.model.work import Work
from tests.hostile.whole_files import PARAGRAPHS, whole_files

NAMES = tuple(whole_files())
#: Nothing in a plain text, or in the head of a mail, says how much was to follow.
CUT_UNSEEN = frozenset({"news.txt", "news.md", "news.mhtml", "news.eml"})


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as found:
        yield found


def outcome(folder: Path, name: str, data: bytes, process: ReadingProcess) -> Document | str:
    """What the file was read to, or the one sentence that refuses it."""
    path = folder / name
    path.write_bytes(data)
    try:
        found = read_document(path, Work(), process)
        if not any(char.isalnum() for char in found.text):
            assert found.notices, "no word, and no word about it"
        article, claims = read_article(found.text, name, None)
        assert all(claim.span.of(article.text) == claim.quote for claim in claims)
    except InputError as error:
        sentence = str(error)
        assert name in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        # The reader itself says what is wrong: it neither fell over nor died nor hung.
        assert "Error, " not in sentence
        assert "broke down" not in sentence
        assert "within" not in sentence
        return sentence
    return found


def cut_at(data: bytes, parts: int) -> Iterator[bytes]:
    """The beginning of a file, cut after every part of it."""
    return (data[: len(data) * part // parts] for part in range(parts))


def damaged(data: bytes, times: int) -> Iterator[bytes]:
    """The file with some of its bits turned over, the same ones at every run."""
    chance = random.Random(len(data))
    for _ in range(times):
        spoilt = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8, 64))):
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
        yield bytes(spoilt)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_file_is_read_whole(tmp_path: Path, name: str, process: ReadingProcess) -> None:
    found = outcome(tmp_path, name, whole_files()[name], process)
    assert isinstance(found, Document)
    assert found.notices == ()
    words = " ".join(found.text.split())
    for paragraph in PARAGRAPHS:
        assert paragraph in words


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("parts", [7, pytest.param(50, marks=pytest.mark.slow)])
def test_a_file_that_breaks_off(
    tmp_path: Path, name: str, parts: int, process: ReadingProcess
) -> None:
    for data in cut_at(whole_files()[name], parts):
        found = outcome(tmp_path, name, data, process)
        if isinstance(found, Document) and name not in CUT_UNSEEN:
            assert found.notices, len(data)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("times", [12, pytest.param(200, marks=pytest.mark.slow)])
def test_a_file_with_spoilt_bytes(
    tmp_path: Path, name: str, times: int, process: ReadingProcess
) -> None:
    for data in damaged(whole_files()[name], times):
        outcome(tmp_path, name, data, process)
