"""What a file says of its own text is believed, unless it is absurd."""

from __future__ import annotations

from app.extraction.document import Hint
from app.extraction.page.lines import Page
from app.extraction.page.trusted_hints import trusted
from app.extraction.zones import find_zones
from app.model.article import ZoneKind
from app.model.span import Span

HEADLINE = "Harbour bridge reopens after repairs"
FIRST = "The harbour bridge opened to traffic on Monday, after being closed for 26 months in all."
SECOND = "The repairs cost $38.5 million, the mayor said to the local paper on the very same day."
THIRD = "A second inspection is planned for October, and it will last three days, the city said."
LINES = ("Ellery Today", HEADLINE, FIRST, "Who pays", SECOND, THIRD, "© 2021 Ellery Today")


def page_of(*told: tuple[str, ZoneKind], lines: tuple[str, ...] = LINES) -> tuple[str, list[Hint]]:
    """A text of these lines, and hints on those that `told` names."""
    text = "\n\n".join(lines)
    hints = [Hint(Span(text.index(line), text.index(line) + len(line)), k) for line, k in told]
    return text, sorted(hints, key=lambda hint: hint.span)


def kinds(text: str, hints: list[Hint]) -> dict[str, str]:
    """The zone of each line."""
    zones = find_zones(text, hints)
    return {
        line: next(
            z.kind.value for z in zones if text.index(line) in range(z.span.start, z.span.end)
        )
        for line in text.split("\n\n")
    }


def test_hints_of_the_body_alone_leave_headline_and_rights_to_the_words() -> None:
    text, hints = page_of((FIRST, ZoneKind.BODY), (SECOND, ZoneKind.BODY), (THIRD, ZoneKind.BODY))
    assert kinds(text, hints) == {
        "Ellery Today": "masthead",
        HEADLINE: "headline",
        FIRST: "body",
        "Who pays": "body",
        SECOND: "body",
        THIRD: "body",
        "© 2021 Ellery Today": "furniture",
    }


def test_a_paragraph_that_the_file_sets_aside_is_set_aside_however_well_it_reads() -> None:
    text, hints = page_of((SECOND, ZoneKind.CAPTION), (THIRD, ZoneKind.RELATED))
    found = kinds(text, hints)
    assert (found[FIRST], found[SECOND], found[THIRD]) == ("body", "caption", "related")


def test_a_headline_inside_the_body_is_a_subheading() -> None:
    text, hints = page_of((HEADLINE, ZoneKind.HEADLINE), ("Who pays", ZoneKind.HEADLINE))
    found = kinds(text, hints)
    assert (found[HEADLINE], found["Who pays"]) == ("headline", "body")


def test_what_stands_above_the_told_headline_is_no_body() -> None:
    notice = "Our readers pay for what we do, and we thank each and every one of them for it."
    lines = (notice, HEADLINE, FIRST, SECOND, THIRD)
    text, hints = page_of((HEADLINE, ZoneKind.HEADLINE), lines=lines)
    found = kinds(text, hints)
    assert (found[notice], found[HEADLINE], found[FIRST]) == ("masthead", "headline", "body")


def test_a_button_is_no_body_whatever_the_file_says() -> None:
    lines = (HEADLINE, FIRST, "Share on Facebook", SECOND)
    told = [(line, ZoneKind.BODY) for line in lines[1:]]
    text, hints = page_of(*told, lines=lines)
    assert kinds(text, hints)["Share on Facebook"] == "furniture"


def test_a_body_of_a_lone_notice_is_absurd() -> None:
    notice = "We are sorry."
    lines = (HEADLINE, FIRST, SECOND, THIRD, notice)
    text, hints = page_of((notice, ZoneKind.BODY), lines=lines)
    assert not any(trusted(Page(text, hints)))
    assert kinds(text, hints)[SECOND] == "body"


def test_a_page_that_is_set_aside_as_a_whole_is_judged_by_its_words() -> None:
    told = [(line, ZoneKind.FURNITURE) for line in (FIRST, SECOND, THIRD)]
    text, hints = page_of(*told)
    assert kinds(text, hints)[SECOND] == "body"


def test_comments_that_the_file_names_stay_comments() -> None:
    lines = (HEADLINE, FIRST, SECOND, "Nobody asked us about the bridge, did they? I did not vote.")
    text, hints = page_of((lines[3], ZoneKind.COMMENTS), lines=lines)
    assert kinds(text, hints)[lines[3]] == "comments"


def test_a_hint_ends_where_it_ends() -> None:
    text = f"{HEADLINE} {FIRST}\n{SECOND}"
    hint = Hint(Span(0, len(HEADLINE)), ZoneKind.HEADLINE)
    zones = find_zones(text, [hint])
    assert [(zone.kind.value, zone.span.of(text).strip()) for zone in zones] == [
        ("headline", HEADLINE),
        ("body", f"{FIRST}\n{SECOND}"),
    ]
