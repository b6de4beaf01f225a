"""One command and the register of all: the only place where a key meets an act.

Every command is a QAction of the window, so that single letters work from list, article,
candidates and dock alike and leave text fields alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QWidget

#: The menus, in their order; every command stands in one of them.
MENUS = ("File", "Edit", "View", "Go", "Claim", "Evidence", "Verdict", "Library", "Report", "Help")

# Those whose first letter another menu has.
_MNEMONICS = {"Evidence": "Evide&nce", "Verdict": "Ver&dict"}


@dataclass(frozen=True)
class Command:
    """One act of the reviewer.

    `name` never changes and names the command in settings and tests; `title` is what menus and the
    palette show; `keys` are portable key sequences, the first one shown. `act` is called without
    arguments. `group` is the heading in the key overview, empty where it is not listed there.
    `available` tells whether the act makes sense now.
    """

    name: str
    title: str
    menu: str
    keys: tuple[str, ...]
    act: Callable[[], object]
    icon: str = ""
    group: str = ""
    available: Callable[[], bool] = lambda: True
    checked: Callable[[], bool] | None = None
    section: bool = False


class Commands(QObject):
    """The commands of one window as QActions. Raises ValueError when two share a name or a key."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._taken: dict[str, str] = {}
        self._own_keys = _OwnKeys(self)

    def add(self, commands: Iterable[Command]) -> None:
        """Take commands in; each becomes an action of the window."""
        for command in commands:
            if command.name in self._commands:
                raise ValueError(f"two commands are called {command.name}")
            for written in command.keys:
                key = QKeySequence(written).toString()
                if key in self._taken:
                    raise ValueError(f"{command.name} and {self._taken[key]} share the key {key}")
                self._taken[key] = command.name
            action = QAction(command.title, self._window)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(command.checked is not None)
            action.setAutoRepeat(command.menu == "Go")
            action.triggered.connect(lambda _=False, name=command.name: self.run(name))
            self._window.addAction(action)
            self._commands[command.name] = command
            self._actions[command.name] = action

    def run(self, name: str) -> None:
        """Do what this command does, where it makes sense now."""
        command = self._commands[name]
        if command.available():
            command.act()

    def all(self) -> tuple[Command, ...]:
        """Every command, in the order in which they were taken in."""
        return tuple(self._commands.values())

    def command(self, name: str) -> Command:
        """The command of this name. Raises KeyError for an unknown one."""
        return self._commands[name]

    def action(self, name: str) -> QAction:
        """The action of this command. Raises KeyError for an unknown name."""
        return self._actions[name]

    def key(self, name: str) -> str:
        """The key that is bound to this command, as this platform writes it; may be empty."""
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def fill(self, bar: QMenuBar) -> None:
        """Give every command its place in the menus."""
        for title in MENUS:
            inside = [c for c in self._commands.values() if c.menu == title]
            if not inside:
                continue
            menu = bar.addMenu(_MNEMONICS.get(title, f"&{title}"))
            for command in inside:
                if command.section:
                    menu.addSeparator()
                menu.addAction(self._actions[command.name])
            menu.aboutToShow.connect(lambda menu=menu: self._refresh(menu))
            # A greyed-out entry must not swallow its key once the menu is closed.
            menu.aboutToHide.connect(lambda menu=menu: self._enable_all(menu))

    def leave_typing_alone(self, widget: QWidget) -> None:
        """Let this button or field have its own keys while it has the focus: Space and Enter press
        a button, Enter and Esc end what is typed."""
        widget.installEventFilter(self._own_keys)

    def _refresh(self, menu: QMenu) -> None:
        for action in menu.actions():
            command = self._commands.get(action.objectName())
            if command is not None:
                action.setEnabled(command.available())
                if command.checked is not None:
                    action.setChecked(command.checked())

    def _enable_all(self, menu: QMenu) -> None:
        for action in menu.actions():
            action.setEnabled(True)


class _OwnKeys(QObject):
    """Keeps a focused widget's own keys from the window's shortcuts."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = _BUTTON_KEYS if isinstance(watched, QAbstractButton) else _FIELD_KEYS
            if event.key() in own:
                event.accept()
                return True
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QAbstractButton)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)


_BUTTON_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
