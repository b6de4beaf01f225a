"""Points keep their place in a paragraph, wherever the paragraph goes."""

from __future__ import annotations

from app.extraction.formats.marked_text import MarkedText, is_web, marks_for_note, urls_in
from app.extraction.formats.text_builder import TextBuilder


def test_points_end_where_their_words_stand() -> None:
    builder = TextBuilder()
    builder.add("Before.")
    text, more = MarkedText(), MarkedText()
    early = text.point()
    text.write("  one\x00 ")
    start = text.point()
    more.write("two")
    end = more.point()
    middle = more.point(1)
    text.append(more)
    text.write(" \r\n")
    late = text.point()
    text.add_to(builder)
    found = builder.document("a")
    assert found.text == "Before.\n\none two"
    assert found.text[start.place : end.place] == "two"
    assert found.text[middle.place :] == "wo"
    assert (early.place, late.place) == (found.text.index("one"), len(found.text))
    assert "NUL" in found.notices[0]


def test_words_since_a_point() -> None:
    text = MarkedText()
    text.write("one ")
    point = text.point(2)
    for words in ("two", "", " three"):
        text.write(words)
    assert text.since(point) == "e two three"
    assert text.since(text.point()) == ""


def test_blanks_can_be_dropped_from_the_left() -> None:
    text = MarkedText()
    text.write("  a ")
    point = text.point()
    text.strip_left()
    assert (str(text), len(text), point.place) == ("a ", 2, 2)


def test_addresses_end_before_the_stop() -> None:
    said = "See (https://example.org/a?b=1), www.example.com/x. And https://example.org/a?b=1!"
    assert urls_in(said) == ("https://example.org/a?b=1", "www.example.com/x")
    assert is_web("HTTPS://example.org")
    assert not is_web("mailto:a@example.org")


def test_a_note_is_proposed_once_for_each_address() -> None:
    point = MarkedText().point()
    marks = marks_for_note(point, point, "footnote", "See https://b.org", ("https://a.org",))
    assert [mark.url for mark in marks] == ["https://a.org", "https://b.org"]
    assert [mark.url for mark in marks_for_note(point, point, "comment", "None.")] == [""]
