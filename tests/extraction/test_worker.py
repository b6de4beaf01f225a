"""Whatever happens while a file is read, it ends in time and in one sentence."""

from __future__ import annotations

import hashlib
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from app.extraction.document import Document
from app.extraction.formats.sniff import Format
from app.extraction.source_lines import SourceLine
from app.extraction.worker import MOST_FILES, ReadingProcess
from app.extraction.worker_messages import Records
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference
from app.model.work import Cancelled, Work

# The other side as it is, with readers that misbehave in the ways that libraries do.
MISBEHAVING = """
import itertools, os, socket, subprocess, sys
from app.extraction.document import Document
from app.extraction.formats.sniff import Format
from app.extraction.worker_main import serve
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference

def hang(data, name, work, *, folder=None):
    while True:
        pass

def eat(data, name, work, *, folder=None):
    eaten = [bytearray(50_000_000) for _ in range(1000)]

def die(data, name, work, *, folder=None):
    os.kill(os.getpid(), 9)

def fail(data, name, work, *, folder=None):
    return data["nothing"]

def refuse(data, name, work, *, folder=None):
    raise InputError(f"{name} is no good.")

def chatter(data, name, work, *, folder=None):
    print("not an answer", flush=True)
    os.write(1, b"nor this")
    for done in range(3):
        work.tick(done, 3, f"part {done}")
    return Document(data.decode(), str(os.getpid()), notices=(str(folder),))

def reach(data, name, work, *, folder=None):
    tried = (
        lambda: socket.create_connection(("127.0.0.1", 80)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: subprocess.run(["true"]),
        lambda: os.system("true"),
    )
    told = []
    for each in tried:
        try:
            each()
        except PermissionError as error:
            told.append(str(error).rpartition(" ")[2])
    return Document(" ".join(told), name)

def look(data, name, work, *, folder=None):
    fds = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    return Document(" ".join(os.environ), str(fds))

readers = dict(zip(Format, (hang, eat, die, fail, refuse, chatter, reach, look)))

def read_many(path, work, mapping):
    # Two records, then what a reader of documents does; nothing more of "sound".
    yield Reference("record 1", title="One")
    yield Skipped("record 2", str(os.getpid()))
    if path.name == "endless":
        for number in itertools.count(3):
            yield Reference(f"record {number}", title="x" * 10_000)
    elif path.name != "sound":
        globals()[path.name](None, path.name, work)

sys.exit(serve(readers.__getitem__, lambda what: read_many))
"""
HANG, EAT, DIE, FAIL, REFUSE, CHATTER, REACH, LOOK = Format


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess(20, [sys.executable, "-P", "-c", MISBEHAVING]) as found:
        yield found


def ask(process: ReadingProcess, reader: Format, work: Work | None = None) -> Document:
    return process.read(reader, b"words", "a file.x", work or Work(), folder=Path("here"))


def refusal(process: ReadingProcess, reader: Format) -> str:
    with pytest.raises(InputError) as caught:
        ask(process, reader)
    sentence = str(caught.value)
    assert sentence.startswith("a file.x ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert ask(process, CHATTER).text == "words"  # the next file is none the worse
    return sentence


def test_a_reader_that_dies_costs_one_file(process: ReadingProcess) -> None:
    assert "reading it broke down" in refusal(process, DIE)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is sure to hold the limit")
def test_a_reader_that_eats_memory_is_stopped(process: ReadingProcess) -> None:
    assert "more than 1 GB of memory" in refusal(process, EAT)


def test_a_reader_with_a_mistake_tells_what_and_where(process: ReadingProcess) -> None:
    assert "may be damaged (TypeError, <string> line 21)" in refusal(process, FAIL)


def test_a_reader_that_hangs_is_ended_in_time(process: ReadingProcess) -> None:
    process.seconds = 0.5
    begun = time.monotonic()
    with pytest.raises(InputError, match=r"a file.x could not be read within 0 seconds"):
        ask(process, HANG)
    assert time.monotonic() - begun < 20


def test_a_job_called_off_ends_the_reader_at_once(process: ReadingProcess) -> None:
    ask(process, CHATTER)
    work = Work()
    called_off: list[float] = []

    def call_off() -> None:
        called_off.append(time.monotonic())
        work.cancel()

    timer = threading.Timer(0.3, call_off)
    timer.start()
    with pytest.raises(Cancelled):
        ask(process, HANG, work)
    # Long before the reader's own end, which is 30 seconds away.
    assert time.monotonic() - called_off[0] < 10
    timer.join()
    assert ask(process, CHATTER).text == "words"


def test_files_are_read_one_after_the_other_by_one_process(process: ReadingProcess) -> None:
    first = ask(process, CHATTER)
    assert first.notices == ("here",)
    assert first.file_digest == hashlib.sha256(b"words").hexdigest()
    assert "is no good." in refusal(process, REFUSE)
    assert {ask(process, CHATTER).origin for _ in range(3)} == {first.origin}


def test_a_process_is_not_kept_for_ever(process: ReadingProcess) -> None:
    origins = [ask(process, CHATTER).origin for _ in range(MOST_FILES + 1)]
    assert len(set(origins)) == 2


def test_progress_is_told(process: ReadingProcess) -> None:
    told: list[tuple[int, int, str]] = []
    ask(process, CHATTER, Work(lambda *now: told.append(now)))
    assert told[0] == (0, 0, "Reading a file.x")
    assert (0, 3, "part 0") in told


def test_a_reader_may_neither_connect_nor_start_anything(process: ReadingProcess) -> None:
    refused = "socket.getaddrinfo socket.getaddrinfo subprocess.Popen os.system"
    assert ask(process, REACH).text == refused


def test_a_reader_sees_little_of_its_surroundings(
    process: ReadingProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "x")
    with open(__file__, encoding="utf-8") as held:
        seen = ask(process, LOOK)
        assert held.fileno() > 2
    assert "SECRET_TOKEN" not in seen.text
    assert "HOME" not in seen.text.split()
    # Its three standard ones, two copies of them, the one to nowhere and the one that counts.
    assert int(seen.origin) <= 7


def test_a_closed_process_leaves_nothing_behind(process: ReadingProcess) -> None:
    ask(process, CHATTER)
    before = threading.active_count()
    process.close()
    process.close()
    assert threading.active_count() < before


def records(
    process: ReadingProcess, how: str, work: Work | None = None
) -> Generator[Reference | SourceLine | Skipped, None, None]:
    return process.records(Records.REFERENCES, Path(how), work or Work())


def test_records_come_one_by_one_and_the_next_file_from_the_same_process(
    process: ReadingProcess,
) -> None:
    first, second = records(process, "sound")
    assert first == Reference("record 1", title="One")
    assert isinstance(second, Skipped)
    assert ask(process, CHATTER).origin == second.reason
    assert list(records(process, "sound")) == [first, second]


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("die", "reading it broke down"),
        ("fail", r"may be damaged \(TypeError, <string> line 21\)"),
        ("refuse", "^refuse is no good.$"),
        pytest.param(
            "eat",
            "more than 1 GB of memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux is sure of it"),
        ),
    ],
)
def test_a_reader_of_records_that_breaks_down_costs_the_rest_of_its_file(
    process: ReadingProcess, how: str, sentence: str
) -> None:
    got = []
    with pytest.raises(InputError, match=sentence) as caught:
        got.extend(records(process, how))
    assert str(caught.value).startswith(f"{how} ")
    assert ask(process, CHATTER).text == "words"


def test_what_stood_before_the_damage_was_told(process: ReadingProcess) -> None:
    told = records(process, "fail")
    assert next(told) == Reference("record 1", title="One")
    assert isinstance(next(told), Skipped)
    with pytest.raises(InputError, match="could not be read to its end"):
        next(told)


def test_a_reader_of_records_that_hangs_is_ended_in_time(process: ReadingProcess) -> None:
    process.seconds = 1
    told = records(process, "hang")
    with pytest.raises(InputError, match="nothing more of it came within 1 seconds"):
        list(told)
    assert len(list(records(process, "sound"))) == 2


def test_a_job_called_off_ends_the_records_at_once(process: ReadingProcess) -> None:
    work = Work()
    told = records(process, "endless", work)
    next(told)
    work.cancel()
    with pytest.raises(Cancelled):
        list(told)
    assert ask(process, CHATTER).text == "words"


def test_records_wait_until_they_are_wanted(process: ReadingProcess) -> None:
    """The app holds a few answers, however many there are, and none of a file that was left."""
    told = records(process, "endless")
    first = [next(told).where for _ in range(3)]
    assert first == ["record 1", "record 2", "record 3"]
    before = threading.active_count()
    told.close()
    assert threading.active_count() < before
    assert ask(process, CHATTER).text == "words"
