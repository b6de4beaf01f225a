"""What JSON is told to take is no less than what Python takes for it, and not much more."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from app.text.json_memory import memory_needed


@pytest.mark.parametrize("one", ["[]", '{"a":1}', "{}", "1234567", '[[1,2],["a"]]'])
def test_many_small_values_take_no_more_than_was_told(one: str) -> None:
    text = "[" + ",".join([one] * 20_000) + "]"
    tracemalloc.start()
    told = json.loads(text)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(told) == 20_000
    assert taken < memory_needed(text) < 6 * taken
