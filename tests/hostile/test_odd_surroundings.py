"""Closed streams, bytes that are no text, damaged settings, an installation with holes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.conftest import Program, Told

unix = pytest.mark.skipif(sys.platform == "win32", reason="such words cannot be given there")


@unix
def test_a_closed_standard_input_is_told(program: Program) -> None:
    assert program("sample").status == 0
    told = program("match", "--batch", "-", stdin=None).sentence(2)
    assert "standard input" in told


def test_a_bad_line_of_the_standard_input_is_named(program: Program) -> None:
    assert program("sample").status == 0
    told = program("match", "--batch", "-", stdin=b'{"id": 1, "text": "Kerry"}\nnonsense\n')
    assert (told.status, len(told.out.splitlines())) == (2, 1)
    assert "Line 2 of the standard input" in told.err


@unix
def test_bytes_that_are_no_text_do_not_stop_a_verdict(program: Program) -> None:
    assert program("sample").status == 0
    told = program(
        "--reviewer", b"A. L\xff", "verdict", 1, "refuted", "--rationale", b"no \xed\xa0\xbd"
    )
    assert told.status == 0
    assert program("match", b"Lavrov \xff").status == 0


@pytest.mark.parametrize(
    "kept", [b"{", b"\xff\xfe\x00", b"[]", b"[" * 100_000, b'{"reviewer": "\\ud800"}',
             b'{"theme": "pink", "last_article": 1e400}',
             b'{"last_library": "\\u0000"}', b'{"geometry": "\\u00e4"}',
             b'{"last_article": 99999999999999999999}'],
)  # fmt: skip
def test_damaged_settings_are_told_and_stop_nothing(
    program: Program, tmp_path: Path, kept: bytes
) -> None:
    assert program("sample").status == 0
    (tmp_path / "home" / "settings").mkdir(parents=True, exist_ok=True)
    (tmp_path / "home" / "settings" / "settings.json").write_bytes(kept)
    told = program("verdict", 1, "refuted")
    assert told.status == 0
    assert "default" in told.err


@pytest.mark.parametrize(
    ("hole", "words"),
    [
        ("resources", ("articles",)),
        ("seeds", ("articles",)),
        ("seeds/*", ("sample",)),
        ("resources/rating_scales.toml", ("articles",)),
        ("resources/sample/sources.json", ("sample",)),
        ("resources/templates/report.html", ("report", "1", "-o", "r.html")),
    ],
)
@pytest.mark.parametrize("how", ["missing", "damaged"])
def test_an_installation_with_a_hole_says_so(
    program: Program, root: Path, tmp_path: Path, hole: str, words: tuple[str, ...], how: str
) -> None:
    if how == "damaged" and not hole.endswith((".toml", ".json")):
        pytest.skip("only these are read as data")
    assert program("sample").status == 0
    copy = tmp_path / "copy"
    for name in ("app", "resources", "seeds"):
        leave = shutil.ignore_patterns("__pycache__", "fonts", "ui")
        shutil.copytree(root / name, copy / name, ignore=leave)
    for path in list(copy.glob(hole)):
        if how == "damaged":
            path.write_bytes(b"= {[\xff")
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    library = tmp_path / ("none.claimdesk" if words == ("sample",) else "desk.claimdesk")
    done = subprocess.run(
        [sys.executable, "-m", "app", "--library", library, *words],
        cwd=copy, capture_output=True, check=False,
    )  # fmt: skip
    told = Told(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Claimdesk is not whole" in told.sentence(1)


def test_a_hostile_article_and_source_stay_words_in_the_report(
    program: Program, tmp_path: Path
) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    article, sources = tmp_path / "a.txt", tmp_path / "s.jsonl"
    article.write_text(f"{evil}\n\nThe {evil} bridge was built in 1999. {{{{7*7}}}}\n", "utf-8")
    record = {"_id": evil, "title": evil, "text": f"The bridge was built in 1998. {evil}",
              "publisher": f'">{evil}', "url": "javascript:alert(1)"}  # fmt: skip
    sources.write_text(json.dumps(record), "utf-8")
    assert program("article", "add", article).status == 0
    assert program("sources", "add", sources).status == 0
    words = ("verdict", 1, "refuted", "--evidence", 1, "--rationale", f"</style>{evil}{{{{7*7}}}}")
    assert program(*words).status == 0
    assert program("report", 1, "-o", tmp_path / "r.html").status == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "&lt;script&gt;" in page
    for bad in ("<script", "<img", 'href="javascript'):
        assert bad not in page
    assert "{{7*7}}" in page
    assert "default-src 'none'" in page
