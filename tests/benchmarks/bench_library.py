"""How fast a large library answers, beside its rivals. Prints figures, judges nothing.

    python tests/benchmarks/bench_library.py [FOLDER] [PASSAGES ...]

Makes the libraries that FOLDER (a temporary one unless given) does not have yet, of 30,000, 100,000
and 1,000,000 passages unless told otherwise, and asks each the same claims. Times are of the wall
and, in brackets, of the processor: on a busy machine only the latter can be compared.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.desk.matching import Matching  # noqa: E402 (the checkout need not be installed)
from app.library.library import Library  # noqa: E402
from app.library.word_cache import MOST_ON_THE_SPOT  # noqa: E402
from app.matching.query import query_terms  # noqa: E402
from app.model.work import Work  # noqa: E402
from tests.benchmarks.big_library import MILLION, fill, passages, texts_at_hand  # noqa: E402

SIZES = (30_000, 100_000, MILLION)
QUERIES, SLOW_QUERIES = 200, 5
_COLD = """
import sys; from time import perf_counter; from pathlib import Path
from app.library.library import Library; from app.desk.matching import Matching
begun = perf_counter()
library = Library.open_read_only(Path(sys.argv[1]))
opened = perf_counter()
found = Matching(library).for_text(sys.argv[2])
print((opened - begun) * 1000, (perf_counter() - opened) * 1000)
"""


def main() -> None:
    """Measure each size, then the rivals on the largest."""
    given = sys.argv[1:]
    sizes = [int(one) for one in given[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(given[0]) if given else Path(temporary)
        folder.mkdir(exist_ok=True, parents=True)
        texts, queries = texts_at_hand(), claims_at_hand()
        print(f"{len(texts):,} texts at hand, {len(queries)} claims")
        p95 = {size: _measure(folder, size, texts, queries) for size in sizes}
        for smaller, larger in pairwise(sizes):
            print(f"p95 at {larger:,} / {smaller:,}: {p95[larger] / p95[smaller]:.1f} times")
        _rivals(list(passages(texts, sizes[-1])), folder / f"{sizes[-1]}.claimdesk", queries)


def claims_at_hand() -> list[str]:
    """Claims to ask: of the folders for measuring, or else the sample's notes."""
    claims: list[str] = []
    for path in sorted((ROOT.parent / "shared/data/retrieval").glob("*/queries.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            claims += [json.loads(line)["text"] for line in file]
    if not claims:
        records = json.loads((ROOT / "resources/sample/sources.json").read_text(encoding="utf-8"))
        claims = [note for one in records for note in one["notes"]]
    return random.Random(4).sample(claims, min(QUERIES, len(claims)))


def _measure(folder: Path, size: int, texts: list[str], queries: list[str]) -> float:
    """Print the figures of one size; answers the p95 of the processor in ms."""
    path = folder / f"{size}.claimdesk"
    print(f"\n{size:,} passages")
    if not path.exists():
        made = list(passages(texts, size))
        library = Library.create_or_open(path)
        begun = perf_counter()
        fill(library, iter(made))
        imported = perf_counter() - begun
        Matching(library).prepare(Work())
        prepared = perf_counter() - begun
        library.close()
        print(
            f"  import with index        {size / imported:10,.0f} passages/s, "
            f"with word cache {size / prepared:,.0f} passages/s"
        )
    beside = path.with_name(path.name + "-words")
    kept = sum(one.stat().st_size for one in beside.glob("*"))
    print(f"  file, word cache         {path.stat().st_size / 1e6:.0f} MB, {kept / 1e6:.0f} MB")
    first = [_cold(path, query) for query in queries[:5]]
    print(f"  first match of a process {sorted(first)[2]:10.0f} ms (median of 5)")
    library = Library.open_read_only(path)
    matching = Matching(library)
    p95 = _timed("whole match, explained", lambda query: matching.for_text(query), queries)
    _timed("free search", lambda query: matching.search(" ".join(query.split()[:3])), queries)
    library.close()
    if size > MOST_ON_THE_SPOT:
        _without_cache(path, beside, queries)
    return p95


def _without_cache(path: Path, beside: Path, queries: list[str]) -> None:
    """The same match while the word cache is not made yet."""
    aside = beside.with_name(beside.name + "-aside")
    beside.rename(aside)
    try:
        library = Library.open_read_only(path)
        matching = Matching(library)
        _timed("without the word cache", lambda query: matching.for_text(query), queries[:50])
        library.close()
    finally:
        aside.rename(beside)


def _cold(path: Path, query: str) -> float:
    told = subprocess.run(
        [sys.executable, "-c", _COLD, str(path), query],
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
    ).stdout
    return float(told.split()[1])


def _timed(name: str, ask: Callable[[str], Any], queries: Sequence[str]) -> float:
    """Print p50 and p95 of asking; answers the p95 of the processor in ms."""
    walls, processors = [], []
    for query in queries[:3]:
        ask(query)
    for query in queries:
        begun, used = perf_counter(), process_time()
        ask(query)
        walls.append((perf_counter() - begun) * 1000)
        processors.append((process_time() - used) * 1000)
    a, b = _at(walls, 0.5), _at(walls, 0.95)
    c, d = _at(processors, 0.5), _at(processors, 0.95)
    print(f"  {name:24} p50 {a:7.1f} ({c:7.1f}) ms   p95 {b:7.1f} ({d:7.1f}) ms", flush=True)
    return d


def _at(figures: list[float], share: float) -> float:
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


def _rivals(texts: list[str], path: Path, queries: list[str]) -> None:
    """The candidates alone, by others, on the same passages and claims."""
    print(f"\nrivals at {len(texts):,} passages: 100 candidates, nothing explained")
    library = Library.open_read_only(path)
    _timed("ours, word cache", lambda q: library.search.best_passages(query_terms(q)), queries)
    library.close()
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    _timed("FTS5, all terms", lambda query: _fts(conn, query), queries[:50])
    conn.close()
    if importlib.util.find_spec("tantivy"):
        _tantivy(texts, queries)
    else:
        print("  tantivy is not installed")
    if importlib.util.find_spec("bm25s"):
        _bm25s(texts, queries)
    else:
        print("  bm25s is not installed")
    from rapidfuzz import fuzz, process

    def brute(query: str) -> object:
        return process.extract(query, texts, scorer=fuzz.token_set_ratio, limit=100)

    _timed("rapidfuzz over all", brute, queries[:SLOW_QUERIES])


def _fts(conn: sqlite3.Connection, query: str) -> list[Any]:
    terms = " OR ".join('"' + term.replace('"', '""') + '"' for term in query_terms(query))
    return conn.execute(
        "SELECT rowid, rank FROM passages_fts WHERE passages_fts MATCH ? ORDER BY rank LIMIT 100",
        (terms,),
    ).fetchall()


def _tantivy(texts: list[str], queries: list[str]) -> None:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(200_000_000)
    begun = perf_counter()
    for text in texts:
        writer.add_document(tantivy.Document(text=[text]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    print(f"  tantivy index made in {perf_counter() - begun:.0f} s")

    def ask(query: str) -> object:
        words = " ".join("".join(c if c.isalnum() else " " for c in query).lower().split())
        return searcher.search(index.parse_query(words, ["text"]), 100).hits

    _timed("tantivy", ask, queries)


def _bm25s(texts: list[str], queries: list[str]) -> None:
    import bm25s

    begun = perf_counter()
    tokens = bm25s.tokenize(texts, stopwords="en", show_progress=False)
    model = bm25s.BM25()
    model.index(tokens, show_progress=False)
    print(f"  bm25s index made in {perf_counter() - begun:.0f} s")

    def ask(query: str) -> object:
        asked = bm25s.tokenize([query], stopwords="en", show_progress=False)
        return model.retrieve(asked, k=100, show_progress=False)

    _timed("bm25s", ask, queries[:50])


if __name__ == "__main__":
    main()
