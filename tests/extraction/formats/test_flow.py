"""Whatever begins and ends in whatever order, no word is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.formats.flow import Flow, joined

STEPS = (
    *("begin_paragraph", "end_paragraph", "begin_box", "end_box", "begin_row"),
    *("end_row", "end_cell", "write"),
)


@given(st.lists(st.sampled_from(STEPS), max_size=60))
def test_no_word_is_lost(steps: list[str]) -> None:
    flow = Flow()
    words: list[str] = []
    for number, step in enumerate(steps):
        if step == "write":
            words.append(f"<{number}>")
            flow.text.write(words[-1])
        else:
            getattr(flow, step)()
    text = str(joined(flow.close()))
    assert sorted(text.replace("\t", "\n").replace("><", ">\n<").split()) == sorted(words)


def test_cells_stand_beside_one_another_in_a_line() -> None:
    flow = Flow()
    flow.begin_row()
    for words in ("a", "", "c"):
        flow.begin_box()
        flow.text.write(words)
        flow.end_paragraph()
        flow.end_cell()
    flow.end_row()
    assert [str(one.text) for one in flow.close()] == ["a\t\tc"]
