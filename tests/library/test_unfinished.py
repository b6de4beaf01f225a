"""Sources that come in piece by piece: unseen until they are whole, gone where they never are."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.library.unfinished import AT_ONCE
from app.model.errors import LibraryError
from app.model.search import FreeQuery, Wanted
from app.model.span import Span

HALF = """
import os, sys
from pathlib import Path
from app.library.library import Library
from app.model.source import Source
from app.model.span import Span
library = Library.create_or_open(Path(sys.argv[1]))
number = library.unfinished.begin(Source(0, "half", "Half"), "Dams. " * 3000)
library.unfinished.go_on(
    number, [(Span(at * 6, at * 6 + 5), "Dams.", "") for at in range(2500)]
)
os._exit(1)
"""


def piece(text: str, word: str) -> list[tuple[Span, str, str]]:
    """Each place of a word as a passage."""
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return [(Span(at, at + len(word)), word, f"¶ {at}") for at in starts]


def begun(make: SimpleNamespace, library: Library) -> int:
    """A source of which half its passages are here."""
    source, text, _ = make.source("long", "Zebras. Yaks.")
    number = library.unfinished.begin(source, text)
    library.unfinished.go_on(number, piece(text, "Zebras."))
    return number


def test_nobody_sees_it_before_it_is_whole(make: SimpleNamespace, library: Library) -> None:
    told: list[object] = []
    library.on_change(told.append)
    number = begun(make, library)
    zebras = FreeQuery((Wanted("zebras"),))
    with closing(library.reader()) as seen:
        assert seen.sources.all() == seen.sources.find("", 9) == ()
        assert (seen.sources.count(), seen.info().sources, seen.info().passages) == (0, 0, 0)
        assert seen.free_search.find(zebras, 9) == []
        assert seen.free_search.occurring(zebras.wanted[0]) == 0
        assert seen.free_search.holding(["zebras"], 9) == ()
        assert seen.sources.by_key("long") is None
        assert seen.unfinished.ids() == {number}
        assert told == []
        with library.batch("Import") as batch_id:
            library.unfinished.finish(number, "long")
        found = seen.sources.by_key("long")
        assert found is not None
        assert (found.id, seen.sources.count(), seen.unfinished.ids()) == (number, 1, frozenset())
        assert len(seen.free_search.find(zebras, 9)) == 1
    assert len(told) == 1
    assert library.sources.of_batch(batch_id) == (number,)
    assert library.check() == []


def test_undo_takes_it_away_as_a_whole_and_redo_brings_it_back(
    make: SimpleNamespace, library: Library
) -> None:
    library.sources.add(*make.source("before"))
    number = begun(make, library)
    with library.step("Add source"):
        library.unfinished.finish(number, "long")
    passages = library.passages.of_source(number)
    library.history.undo()
    assert [one.key for one in library.sources.all()] == ["before"]
    assert library.passages.of_source(number) == ()
    assert library.check() == []
    library.history.redo()
    assert library.sources.by_key("long") is not None
    assert library.passages.of_source(number) == passages
    assert library.check() == []


def test_it_is_taken_out_in_pieces(make: SimpleNamespace, library: Library) -> None:
    source, text, _ = make.source("long", "Dams. " * (2 * AT_ONCE + 1))
    number = library.unfinished.begin(source, text)
    library.unfinished.go_on(number, piece(text, "Dams."))
    left = []
    while library.unfinished.take_out(number):
        left.append(library.unfinished.passages())
    assert left == [AT_ONCE + 1, 1]
    assert (library.unfinished.ids(), library.check()) == (frozenset(), [])
    with pytest.raises(LibraryError, match="gone"):
        library.unfinished.go_on(number, [])


def test_what_a_kill_left_is_gone_with_the_next_start(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "library.claimdesk"
    ended = subprocess.run(
        [sys.executable, "-c", HALF, str(path)],
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert ended.returncode == 1
    reader = Library.open_read_only(path)
    assert (len(reader.unfinished.ids()), reader.unfinished.passages()) == (1, 2500)
    assert (reader.sources.count(), reader.info().passages) == (0, 0)
    reader.close()
    library = Library.create_or_open(path)
    assert (library.unfinished.ids(), library.unfinished.passages()) == (frozenset(), 0)
    assert (library.sources.count(), library.check()) == (0, [])
    library.close()


def test_what_another_writer_is_at_is_left_to_it(make: SimpleNamespace, library: Library) -> None:
    number = begun(make, library)
    second = Library.create_or_open(library.path)
    assert second.unfinished.ids() == {number}
    second.close()
    library.unfinished.go_on(number, piece("Zebras. Yaks.", "Yaks."))
    library.unfinished.finish(number, "long")
    assert len(library.passages.of_source(number)) == 2
