"""The commands that say which claims the list shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.claims.arrangement import ORDERS, Arrangement
from app.ui.commands.command import Command

#: The commands that open the two menus of the list.
FILTER_MENU, SORT_MENU = "choose-filter", "choose-order"


def arrange_commands(
    arrangement: Arrangement,
    ask_words: Callable[[], object],
    open_filters: Callable[[], object],
    open_orders: Callable[[], object],
    is_open: Callable[[], bool],
) -> list[Command]:
    """Filters, orders, and the way back to all."""
    filters = [
        Command(f"filter-{one.name}", f"Show only: {one.title}", "View", (),
                lambda name=one.name: arrangement.show_only(name), icon="filter",  # type: ignore[misc]
                available=is_open, checked=lambda name=one.name: arrangement.filter == name)  # type: ignore[misc]
        for one in arrangement.filters
    ]  # fmt: skip
    orders = [
        Command(f"sort-{one.name}", f"Sort claims: {one.title}", "View", (),
                lambda name=one.name: arrangement.sort(name), icon="sort",  # type: ignore[misc]
                available=is_open, checked=lambda name=one.name: arrangement.order == name)  # type: ignore[misc]
        for one in ORDERS
    ]  # fmt: skip
    return [
        Command(FILTER_MENU, "Filter claims…", "View", ("Shift+F",), open_filters, icon="filter",
                group="Claims", available=is_open, section=True),
        *filters,
        Command("filter-words", "Show only: claims that contain…", "View", ("Ctrl+Shift+L",),
                ask_words, icon="filter", available=is_open),
        Command("filter-none", "Show all claims", "View", ("Ctrl+Shift+A",), arrangement.show_all,
                icon="close", available=lambda: arrangement.filtered),
        Command(SORT_MENU, "Sort claims…", "View", ("Shift+S",), open_orders, icon="sort",
                group="Claims", available=is_open, section=True),
        *orders,
    ]  # fmt: skip
