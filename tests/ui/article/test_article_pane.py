"""Article and source in one place: opened in context, left where it was."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from tests.journeys.reviewer import Reviewer
from tests.ui.page import open_page


def test_a_source_in_context_is_one_tab_and_closes_with_its_claim(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.article_pane
    reviewer.press("Space")
    assert pane.in_context
    assert pane.tabs.count() == 2
    assert pane.source.text.text == reviewer.session.read.sources.text(
        reviewer.candidates.highlighted_match().source.id
    )
    reviewer.press("J")
    assert not pane.in_context
    assert pane.tabs.count() == 1


def test_the_focus_stays_in_the_list_when_the_next_claim_closes_the_source(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    reviewer.press("Space")
    rows = reviewer.window.claims_pane.list
    rows.setFocus()
    reviewer.press("J")
    assert QApplication.focusWidget() is rows


def test_the_keys_decide_while_a_source_is_read(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first = reviewer.article.current.id
    reviewer.press("Space")
    reviewer.press("A")
    assert reviewer.window.article_pane.in_context
    assert len(reviewer.article.review(first).evidence) == 1
    reviewer.press("4")
    assert reviewer.article.review(first).verdict.rating == "not_enough_evidence"
    assert not reviewer.window.article_pane.in_context


def test_a_title_is_shown_short_and_never_as_a_mnemonic(reviewer: Reviewer) -> None:
    title = "Mill & Sons <b>sold</b> the old mill to somebody from far away"
    reviewer.wiring.intake.open_text(f"{title}\n\nThe buyer paid 250,000 euros for it.\n")
    reviewer.settle()
    tabs = reviewer.window.article_pane.tabs
    assert tabs.tabText(0).startswith("Mill && Sons <b>sold</b>")
    assert len(tabs.tabText(0)) < 40


def test_a_title_s_tip_is_plain_text(reviewer: Reviewer) -> None:
    reviewer.wiring.intake.open_text("<b>Mill</b>\n\nThe buyer paid 250,000 euros for it.\n")
    reviewer.settle()
    assert "<b>" not in reviewer.window.article_pane.tabs.tabToolTip(0)


def keep(reviewer: Reviewer, candidate: int) -> int:
    """Keep the source of this candidate open; its id."""
    reviewer.candidates.highlight(candidate)
    reviewer.press("Space")
    reviewer.press("Shift+P")
    kept = reviewer.candidates.highlighted_match().source.id
    reviewer.press("Esc")
    return kept


def others(reviewer: Reviewer) -> list[int]:
    """Candidates of the current claim that are of different sources."""
    first: dict[int, int] = {}
    for row, match in enumerate(reviewer.candidates.rows()):
        first.setdefault(match.source.id, row)
    return list(first.values())


def test_a_kept_source_stays_and_the_preview_is_used_again(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    tabs = reviewer.window.article_pane.tabs
    one, two, three = others(reviewer)[:3]
    kept = keep(reviewer, one)
    assert not reviewer.window.article_pane.in_context
    for row in (two, three):
        reviewer.candidates.highlight(row)
        reviewer.press("Space")
        assert tabs.count() == 3
        assert tabs.current.match == reviewer.candidates.highlighted_match()
        assert not tabs.current.kept
        assert tabs.property("preview")
        reviewer.press("Esc")
        assert tabs.count() == 2
    reviewer.candidates.highlight(one)
    reviewer.press("Space")
    assert tabs.count() == 2  # it has a tab already
    assert (tabs.currentIndex(), tabs.current.match.source.id) == (1, kept)


def test_a_kept_source_outlives_its_claim_and_is_marked_for_the_next(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    pane = reviewer.window.article_pane
    kept = keep(reviewer, 0)
    reviewer.press("K")
    assert not pane.in_context
    pane.tabs.setCurrentIndex(1)
    reviewer.settle()
    assert pane.in_context
    shown = pane.tabs.current
    assert (shown.match.source.id, shown.claim_id) == (kept, reviewer.article.current.id)
    expected = reviewer.session.read.matching.of_source(shown.claim_id, kept)
    assert shown.match == expected
    reviewer.wiring.intake.open_text("Other\n\nThe buyer paid 250,000 euros for it.\n")
    reviewer.settle()
    assert pane.tabs.count() == 1


def test_tabs_are_kept_and_closed_by_the_mouse(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane, mouse = reviewer.window.article_pane, Qt.MouseButton
    reviewer.press("Space")
    reviewer.qtbot.mouseClick(pane.source.keep, mouse.LeftButton)
    assert pane.tabs.current.kept
    reviewer.qtbot.mouseClick(pane.source.keep, mouse.LeftButton)
    assert not pane.tabs.current.kept
    middle = pane.tabs.tabRect(1).center()
    reviewer.qtbot.mouseDClick(pane.tabs, mouse.LeftButton, pos=middle)
    assert pane.tabs.current.kept
    close = pane.tabs.tabButton(1, QTabBar.ButtonPosition.RightSide)
    reviewer.qtbot.mouseClick(close, mouse.LeftButton)
    assert pane.tabs.count() == 1
    assert not pane.in_context
    reviewer.press("Space")
    reviewer.qtbot.mouseClick(pane.tabs, mouse.MiddleButton, pos=pane.tabs.tabRect(1).center())
    assert pane.tabs.count() == 1


def test_a_source_that_was_left_is_where_it_was_scrolled_to(reviewer: Reviewer) -> None:
    text = "\n\n".join(
        f"The mill was sold in {year} for {year} euros." for year in range(1700, 1999)
    )
    reviewer.session.do(lambda desk: desk.sources.add_text(text, "Annals"))
    open_page(reviewer)
    pane = reviewer.window.article_pane
    row = next(n for n, m in enumerate(reviewer.candidates.rows()) if m.source.title == "Annals")
    keep(reviewer, row)
    pane.tabs.setCurrentIndex(1)
    bar = pane.source.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    where = bar.value()
    pane.tabs.setCurrentIndex(0)
    assert not pane.in_context
    pane.tabs.setCurrentIndex(1)
    assert bar.value() == where > 0


def test_kept_sources_come_back_with_the_window_and_are_read_when_gone_to(
    reviewer: Reviewer, sit_down: Callable[[], Reviewer]
) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    one, two, three = others(reviewer)[:3]
    kept = [keep(reviewer, row) for row in (one, two)]
    pane = reviewer.window.article_pane
    pane.tabs.setCurrentIndex(2)
    bar = pane.source.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    where = bar.value()
    reviewer.candidates.highlight(three)
    article, places = reviewer.article.article, reviewer.wiring.sources.kept_places()
    passages = [one.match.passage for one in pane.tabs.kept]
    titles = [pane.tabs.tabText(at) for at in (1, 2)]

    reviewer = sit_down()
    reviewer.article.open(article.id)
    reviewer.wiring.sources.restore(places)
    reviewer.settle()
    pane = reviewer.window.article_pane
    assert [pane.tabs.tabText(at) for at in (1, 2)] == titles
    assert [one.match.passage for one in pane.tabs.kept] == passages
    assert not pane.in_context
    read: list[int] = []
    for opened in pane.tabs.kept:
        opened.read = partial(_noting, read, opened.match.source.id, opened.read)
    reviewer.press("J")
    assert read == []
    pane.tabs.setCurrentIndex(2)
    assert read == [kept[1]]
    assert pane.source.text.verticalScrollBar().value() == where > 0
    pane.tabs.setCurrentIndex(1)
    pane.tabs.setCurrentIndex(2)
    assert read == kept[::-1]


def _noting(read: list[int], source_id: int, text: Callable[[], str]) -> str:
    read.append(source_id)
    return text()


def test_a_source_that_was_removed_is_not_kept(reviewer: Reviewer) -> None:
    for title in ("Gone before", "Gone while kept", "Here"):
        text = f"{title}: the mill was sold in 1902 for 300 euros, and again in 1911."
        reviewer.session.do(lambda desk, text=text, title=title: desk.sources.add_text(text, title))
    open_page(reviewer)
    sources = {source.title: source.id for source in reviewer.session.read.sources.all()}
    places = [[reviewer.session.read.sources.passages(id_)[0].id, 0] for id_ in sources.values()]
    gone = sources["Gone before"]
    reviewer.session.do(lambda desk: desk.sources.remove([gone]))
    reviewer.settle()
    reviewer.wiring.sources.restore([*places, [999_999, 0]])
    pane = reviewer.window.article_pane
    kept = [one.match.source.title for one in pane.tabs.kept]
    assert "Gone before" not in kept
    at = kept.index("Gone while kept") + 1
    gone = sources["Gone while kept"]
    reviewer.session.do(lambda desk: desk.sources.remove([gone]))
    reviewer.settle()
    pane.tabs.setCurrentIndex(at)
    assert not pane.in_context
    assert gone not in [one.match.source.id for one in pane.tabs.kept]
    here = [one.match.source.title for one in pane.tabs.kept].index("Here") + 1
    pane.tabs.setCurrentIndex(here)
    assert pane.in_context
