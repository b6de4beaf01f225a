"""The list of what an import skipped: the reasons with their counts, each opens to its files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

from app.model.intake import Skipped
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip
from app.ui.look.paint import isolate
from app.ui.sources.skipped_groups import SkippedGroup, SkippedGroups

#: So many files of a group are listed, and so many lines are seen at once.
LISTED, SEEN = 500, 5


class SkippedList(QTreeWidget):
    """Follows an import while it goes on; what is opened stays open."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._groups, self._taken = SkippedGroups(), 0
        self._shown: Sequence[Skipped] = ()
        self._items: dict[int, QTreeWidgetItem] = {}  # by the id of their group
        self.setAccessibleName("What was skipped, and why")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.itemExpanded.connect(self._fill)
        self.itemExpanded.connect(lambda _: self._fit())
        self.itemCollapsed.connect(lambda _: self._fit())
        self.itemClicked.connect(self._turn)

    def show_skipped(self, skipped: Sequence[Skipped]) -> None:
        """Show these. A list that grows is told again and again; another list is another import."""
        if skipped is not self._shown:
            self._start_anew()
            self._shown = skipped
        fresh = skipped[self._taken :]
        if not fresh:
            return
        self._groups.take(fresh)
        self._taken = len(skipped)
        for group in self._groups.all():
            item = self._items.get(id(group))
            if item is None:
                item = self._items[id(group)] = QTreeWidgetItem(self)
                item.setData(0, Qt.ItemDataRole.UserRole, group)
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            if item.text(0) != isolate(group.told):
                item.setText(0, isolate(group.told))
                item.setToolTip(0, plain_tip(f"{group.told} {group.advice}".strip()))
            if item.isExpanded():
                self._fill(item)
        first = self.topLevelItem(0)
        if first is not None and self.selectedItems() == []:
            self.setCurrentItem(first)
        self._fit()

    def _start_anew(self) -> None:
        self.clear()
        self._items.clear()
        self._groups.clear()
        self._taken = 0

    def _fill(self, item: QTreeWidgetItem) -> None:
        """List what can be done about a group, and its files."""
        group: SkippedGroup | None = item.data(0, Qt.ItemDataRole.UserRole)
        if group is None:
            return
        more = len(group.files) - LISTED
        lines = [group.advice] if group.advice else []
        lines += group.files[:LISTED]
        lines += [f"And {more:,} more."] if more > 0 else []
        for row, text in enumerate(lines):
            line = item.child(row) or QTreeWidgetItem(item)
            if line.text(0) != isolate(text):
                line.setText(0, isolate(text))
                line.setToolTip(0, plain_tip(text))

    def _turn(self, item: QTreeWidgetItem) -> None:
        """A click anywhere on a reason opens it, not on its little arrow alone."""
        item.setExpanded(not item.isExpanded())

    def _fit(self) -> None:
        rows = self.topLevelItemCount() + sum(
            item.childCount() for item in self._items.values() if item.isExpanded()
        )
        each = max(20, self.sizeHintForRow(0))
        self.setFixedHeight(min(SEEN, rows) * each + 4)
