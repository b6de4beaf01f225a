"""Makes a library of any size from texts at hand, in one command.

    python tests/benchmarks/big_library.py PATH [PASSAGES]

The texts are the folders for measuring, the descriptions of packages that this system knows, and
the sample's notes; what is missing is made of perturbed copies: other numbers, one word in seven
another one drawn as often as the texts have it, now and then a word of its own.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.library.library import Library  # noqa: E402 (the checkout need not be installed)
from app.model.source import Source  # noqa: E402
from app.model.span import Span  # noqa: E402

MILLION = 1_000_000
#: A source has so many passages, one commit so many sources.
PASSAGES_A_SOURCE, SOURCES_A_COMMIT = 20, 2_500
_LONGEST = 400


def texts_at_hand() -> list[str]:
    """Passages of one to three sentences, each once."""
    texts: dict[str, None] = {}
    notes = json.loads((ROOT / "resources/sample/sources.json").read_text(encoding="utf-8"))
    for one in notes:
        texts.update(dict.fromkeys(one["notes"]))
    for path in sorted((ROOT.parent / "shared/data/retrieval").glob("*/corpus.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                texts[" ".join(json.loads(line)["text"].split())[:_LONGEST]] = None
    texts.update(dict.fromkeys(_package_descriptions()))
    texts.pop("", None)
    return list(texts)


def _package_descriptions() -> Iterator[str]:
    """Paragraphs about the packages that this system could install; none where it has no list."""
    if shutil.which("apt-cache") is None:
        return
    told = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, check=False).stdout
    for record in told.decode("utf-8", "replace").split("\n\n"):
        _, found, description = record.partition("\nDescription")
        if found:
            body = [line[1:] for line in description.splitlines()[1:] if line.startswith(" ")]
            for paragraph in "\n".join("" if line == "." else line for line in body).split("\n\n"):
                text = " ".join(paragraph.split())[:_LONGEST]
                if len(text) > 40:
                    yield text


def passages(texts: list[str], count: int) -> Iterator[str]:
    """`count` passages: the texts, then perturbed copies of them. Always the same."""
    yield from islice(texts, count)
    dice = random.Random(1)
    drawn = [word for text in dice.sample(texts, min(20_000, len(texts))) for word in text.split()]
    for number in range(max(0, count - len(texts))):
        words = dice.choice(texts).split()
        for place, word in enumerate(words):
            chance = dice.random()
            if word[0].isdigit():
                words[place] = re.sub(r"\d", lambda _: dice.choice("123456789"), word)
            elif chance < 1 / 7:
                words[place] = dice.choice(drawn)
            elif chance > 0.995:
                words[place] = f"{word.strip('.,')[:5]}{number % 99_991:x}"
        yield " ".join(words)


def fill(library: Library, texts: Iterator[str]) -> None:
    """Add the passages as sources of some passages each, committed a few thousand at a time."""
    number = batch = 0
    while True:
        items = []
        while len(items) < SOURCES_A_COMMIT and (part := list(islice(texts, PASSAGES_A_SOURCE))):
            number += 1
            spans, start = [], 0
            for place, text in enumerate(part, 1):
                spans.append((Span(start, start + len(text)), f"¶ {place}"))
                start += len(text) + 2
            copy = "\n\n".join(part)
            digest = sha256(copy.encode("utf-8", "surrogatepass")).hexdigest()
            name = f"Source {number}"
            source = Source(0, f"s{number}", name, published="2016-09-17", digest=digest)
            items.append((source, copy, spans))
        if not items:
            return
        with library.batch("Import", batch) as batch:
            library.sources.add_many(items)


def main() -> None:
    """Make the library and print how long its import took."""
    path = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else MILLION
    texts = texts_at_hand()
    made = list(passages(texts, count))
    print(f"{len(texts):,} texts at hand, {len(made):,} passages made", flush=True)
    library = Library.create_or_open(path)
    begun = perf_counter()
    fill(library, iter(made))
    took = perf_counter() - begun
    library.close()
    print(f"imported with index in {took:.1f} s: {len(made) / took:,.0f} passages/s")


if __name__ == "__main__":
    main()
