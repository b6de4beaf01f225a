"""A key that is printed anywhere is the one that is bound, also after it was given away."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QKeySequence

from app.ui.commands.arrange_commands import SORT_MENU
from app.ui.look.keycap import Keycap
from app.ui.overlays.key_overview import KeyOverview
from tests.journeys.reviewer import Reviewer
from tests.window import bury


def caps(place: object) -> list[str]:
    """The keys printed inside this widget."""
    return [cap.key for cap in place.findChildren(Keycap)]


def test_the_window_prints_the_keys_that_are_bound(reviewer: Reviewer) -> None:
    rebind, window = reviewer.wiring.commands.rebind, reviewer.window
    welcome = window.welcome
    assert {"A", "1", "Ctrl+K"} <= set(caps(welcome))
    for name, key in (("link-A", "U"), ("verdict-supported", "!"), ("palette", "Ctrl+J"),
                      ("paste-article", "Ctrl+B")):  # fmt: skip
        rebind(name, key)
    assert {"U", "!", "Ctrl+J"} <= set(caps(welcome))
    assert not {"A", "1", "Ctrl+K"} & set(caps(welcome))
    assert welcome._drop.text().endswith("with Ctrl+B")
    assert window.header.palette_button.key == "Ctrl J"
    reviewer.open_sample()
    for name, key in (("search-library", "\\"), ("rationale", "Y"), ("ledger", "W"),
                      ("next-open", "."), ("edit-claim", "F4"), (SORT_MENU, "F7")):  # fmt: skip
        rebind(name, key)
    assert "\\" in caps(window.evidence_pane)
    assert "Y" in caps(window.dock)
    assert caps(window.article_pane.ledger_line) == [".", "W"]
    assert "(!)" in window.dock.buttons[0].toolTip()
    assert window.evidence_pane.claim.buttons[0].accessibleName() == "Edit claim text, key F4"
    assert window.claims_pane._buttons[1].accessibleName() == "Sort claims, key F7"


def test_a_command_without_a_key_has_no_cap(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    cap = next(c for c in reviewer.window.dock.findChildren(Keycap) if c.command == "rationale")
    assert cap.isVisible()
    reviewer.wiring.commands.rebind("rationale", "")
    assert not cap.isVisible()
    reviewer.wiring.commands.rebind("rationale", "R")
    assert cap.isVisible()


def test_the_way_back_and_undo_are_told_by_their_bound_keys(reviewer: Reviewer) -> None:
    rebind, window = reviewer.wiring.commands.rebind, reviewer.window
    rebind("undo", "F8")
    rebind("back", "F9")
    rebind("save-and-advance", "F10")
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    reviewer.press("A")
    assert window.status.undo.text() == "Undo F8"
    reviewer.press("1")
    assert window.dock.question.isVisible()
    assert caps(window.dock._asking) == ["Enter", "F9"]
    reviewer.press("F9")
    reviewer.wiring.preferences.set(ask_rationale="always")
    reviewer.press("3")
    assert window.status.said.text().endswith("Say why; F10 goes on.")
    reviewer.candidates.search("Kerry")
    reviewer.settle()
    assert window.evidence_pane._status.text().endswith("F9 shows the candidates again")
    rebind("undo", "")
    assert window.status.undo.text() == "Undo"


def test_what_is_told_names_the_bound_key(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.wiring.commands.rebind("new-claim", "Ctrl+B")
    reviewer.press("Ctrl+B")
    assert reviewer.window.status.said.text().endswith("then press Ctrl+B.")
    reviewer.wiring.commands.rebind("next-unreviewed", "")
    reviewer.wiring.commands.rebind("verdict-not_checkable", "9")
    text = "Zebra\n\nThe xylophone of Ouagadougou weighed 977 kilograms in 1861.\n"
    reviewer.wiring.intake.open_text(text)
    reviewer.settle()
    told = reviewer.window.dock.told.text()
    if "can still" in told:
        assert told.endswith("record 4 or 9.")


def test_the_card_of_all_keys_is_read_anew(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("?")
    overview: KeyOverview = reviewer.wiring.keys
    before = caps(overview).count("F")  # it stands with Shift too
    reviewer.press("Esc")
    bury()
    reviewer.wiring.commands.rebind("flag", "Y")
    reviewer.press("?")
    assert caps(overview).count("F") == before - 1
    assert "Y" in caps(overview)


def told_in_readme(root: Path) -> set[str]:
    """Every key that the README's table names, as Qt writes it."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## Keys")[2].partition("\n## ")[0]
    cells = [cell.strip() for line in table.splitlines() for cell in line.strip("|").split("|")]
    keys: set[str] = set()
    for cell in cells:
        if "–" in cell:  # `A`–`E`, `Shift+A`–`E`
            first, last = re.findall(r"`([^`]+)`", cell)
            lead, letter = first[:-1], first[-1]
            keys |= {f"{lead}{chr(one)}" for one in range(ord(letter), ord(last[-1]) + 1)}
            continue
        lead = ""
        for key in re.findall(r"`([^`]+)`", cell):
            # `Ctrl+1` `2` `3` holds one Ctrl for all.
            lead = key[:-1] if key.startswith("Ctrl+") and len(key) == 6 else lead
            keys.add(key if "+" in key[:-1] or not lead else f"{lead}{key}")
    return {QKeySequence(key.replace("Enter", "Return")).toString() for key in keys}


def test_the_readme_names_the_single_keys_that_are_bound_and_no_others(
    reviewer: Reviewer, root: Path
) -> None:
    bound = {
        QKeySequence(key).toString(): one.name
        for one in reviewer.wiring.commands.all()
        for key in one.keys
    }
    told = told_in_readme(root)
    assert told - bound.keys() == set(), "the README names keys that are not bound"
    single = {key for key in bound if not key.startswith(("Ctrl+", "Alt+"))}
    others = {"Enter"}  # the second Enter of a keyboard
    assert {key: bound[key] for key in single - told - others} == {}
