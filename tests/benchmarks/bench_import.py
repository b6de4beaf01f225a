"""How fast sources come in, with their index. Prints figures, judges nothing.

    python tests/benchmarks/bench_import.py

Each form holds the same 20,000 texts, except the folder, which holds 2,000 files. Times are of the
wall and, in brackets, of the processor, the process that reads the file included: on a busy machine
only the latter can be compared.
"""

from __future__ import annotations

import csv
import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.desk.sources import Sources  # noqa: E402 (the checkout need not be installed)
from app.library.library import Library  # noqa: E402
from tests.benchmarks.big_library import passages, texts_at_hand  # noqa: E402

TEXTS, FILES, ROWS = 20_000, 2_000, 100_000


def main() -> None:
    """Import each form into a new library."""
    parts = list(passages(texts_at_hand(), TEXTS * 3))
    texts = ["\n\n".join(parts[at : at + 3]) for at in range(0, len(parts), 3)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _measure("one large text file", folder, lambda at: _one_text(at, texts))
        _measure(f"folder of {FILES:,} text files", folder, lambda at: _folder(at, texts[:FILES]))
        _measure("lines of JSON", folder, lambda at: _lines(at, texts))
        _measure("CSV with texts", folder, lambda at: _csv(at, texts))
        _measure(f"CSV of {ROWS:,} titles", folder, _titles)
        _measure("RIS with abstracts", folder, lambda at: _ris(at, texts))
        _measure("BibTeX with abstracts", folder, lambda at: _bibtex(at, texts))


def _measure(name: str, folder: Path, write: Callable[[Path], Path]) -> None:
    where = folder / f"{random.randrange(10**9)}"
    where.mkdir()
    path = write(where)
    library = Library.create_or_open(where / "library.claimdesk")
    begun, used = perf_counter(), _processor()
    outcome = Sources(library).import_paths([path])
    wall, processor = perf_counter() - begun, _processor() - used
    found = library.info()
    library.close()
    print(
        f"{name:28} {found.sources:8,} sources {found.passages:9,} passages "
        f"{wall:6.1f} ({processor:5.1f}) s  {found.passages / wall:8,.0f} "
        f"({found.passages / processor:8,.0f}) passages/s, {len(outcome.skipped)} skipped",
        flush=True,
    )


def _processor() -> float:
    return sum(os.times()[:4])


def _one_text(where: Path, texts: list[str]) -> Path:
    path = where / "a.txt"
    path.write_text("\n\n".join(texts), "utf-8")
    return path


def _folder(where: Path, texts: list[str]) -> Path:
    folder = where / "papers"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def _lines(where: Path, texts: list[str]) -> Path:
    path = where / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"_id": str(number), "title": f"T{number}", "text": text}) + "\n")
    return path


def _csv(where: Path, texts: list[str]) -> Path:
    path = where / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "text"])
        writer.writerows([number, f"Title {number}", text] for number, text in enumerate(texts))
    return path


def _titles(where: Path) -> Path:
    path = where / "a.csv"
    rows = (f"{number},The dam number {number} broke on 4 May\n" for number in range(ROWS))
    path.write_text("id,title\n" + "".join(rows), "utf-8")
    return path


def _ris(where: Path, texts: list[str]) -> Path:
    path = where / "a.ris"
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            words = " ".join(text.split())
            file.write(f"TY  - JOUR\nTI  - Title {number}\nAB  - {words}\nER  - \n\n")
    return path


def _bibtex(where: Path, texts: list[str]) -> Path:
    path = where / "a.bib"
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            words = " ".join("".join(c for c in text if c not in '{}"\\').split())
            file.write(
                f"@misc{{k{number},\n title={{Title {number}}},\n abstract={{{words}}}\n}}\n"
            )
    return path


if __name__ == "__main__":
    main()
