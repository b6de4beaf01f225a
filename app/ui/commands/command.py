"""One command and the register of all: the only place where a key meets an act.

Every command is a QAction of the window, so that single letters work from list, article,
candidates and dock alike and leave text fields alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QMenuBar, QWidget

from app.ui.look.keycap import FollowsKeys

#: The menus, in their order; every command stands in one of them.
MENUS = ("File", "Edit", "View", "Go", "Claim", "Evidence", "Verdict", "Library", "Report", "Help")

#: The menus whose commands work on every page; those of the others need the desk before them.
EVERYWHERE = ("File", "View", "Report", "Help")

#: And these: they lead back, and what they take back is seen in the page.
ALWAYS = ("back", "undo", "redo")

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
    """The commands of one window as QActions. Raises ValueError when two share a name or a key.

    `rebound` tells that keys have changed.
    """

    rebound = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._usual: dict[str, tuple[str, ...]] = {}
        self._taken: dict[str, str] = {}
        self._single_keys = True
        self._confined = False
        self._own_keys = _OwnKeys(self)

    def add(self, commands: Iterable[Command]) -> None:
        """Take commands in; each becomes an action of the window."""
        for command in commands:
            if command.name in self._commands:
                raise ValueError(f"two commands are called {command.name}")
            for written in command.keys:
                key = portable(written)
                if key in self._taken:
                    raise ValueError(f"{command.name} and {self._taken[key]} share the key {key}")
                self._taken[key] = command.name
            self._usual[command.name] = command.keys
            command = replace(command, available=self._when_reachable(command))
            action = QAction(command.title, self._window)
            action.setObjectName(command.name)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(command.checked is not None)
            action.setAutoRepeat(command.menu == "Go")
            action.triggered.connect(lambda _=False, name=command.name: self.run(name))
            self._window.addAction(action)
            self._commands[command.name] = command
            self._actions[command.name] = action
            self._bind(command.name)

    # Which keys are bound

    def usual(self, name: str) -> str:
        """The key that this command has where nobody chose another; may be empty."""
        keys = self._usual[name]
        return portable(keys[0]) if keys else ""

    def holder(self, key: str) -> str:
        """The name of the command that has this key, empty where it is free."""
        return self._taken.get(portable(key), "")

    def rebind(self, name: str, key: str) -> None:
        """Give this command another first key, the empty one none; its usual one brings back all
        its usual keys that are free.

        Raises ValueError where another command has the key or Qt does not know it.
        """
        wanted = portable(key)
        if key and not wanted:
            raise ValueError(f"{key} is no key")
        if self.holder(wanted) not in ("", name):
            raise ValueError(f"{self.holder(wanted)} has the key {wanted}")
        usual = [portable(one) for one in self._usual[name]]
        keys = usual if wanted == self.usual(name) else [wanted] if wanted else []
        keys = [one for one in keys if self.holder(one) in ("", name)]
        for old in self._commands[name].keys:
            self._taken.pop(portable(old), None)
        self._taken.update(dict.fromkeys(keys, name))
        self._commands[name] = replace(self._commands[name], keys=tuple(keys))
        self._bind(name)
        self.rebound.emit()

    def show_keys(self) -> None:
        """Have everything in the window that prints a key print the one that is bound now."""
        for widget in self._window.findChildren(QWidget):
            if isinstance(widget, FollowsKeys):
                widget.follow_keys(self.key)

    @property
    def single_keys(self) -> bool:
        """Whether keys without Ctrl or Alt are bound."""
        return self._single_keys

    def set_single_keys(self, on: bool) -> None:
        """Bind the keys that are pressed without Ctrl or Alt, or leave them alone."""
        if on != self._single_keys:
            self._single_keys = on
            for name in self._commands:
                self._bind(name)
            self.rebound.emit()

    def _bind(self, name: str) -> None:
        keys = [key for key in self._commands[name].keys if self._single_keys or not single(key)]
        self._actions[name].setShortcuts([QKeySequence(key) for key in keys])

    # What works now

    def confine(self, on: bool) -> None:
        """While another page lies before the desk, leave alone what acts on claims unseen."""
        self._confined = on
        for name in self._commands:
            self._actions[name].setEnabled(self._is_reachable(name))

    def _is_reachable(self, name: str) -> bool:
        return not self._confined or self._commands[name].menu in EVERYWHERE or name in ALWAYS

    def _when_reachable(self, command: Command) -> Callable[[], bool]:
        return lambda: self._is_reachable(command.name) and command.available()

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
            name = action.objectName()
            action.setEnabled(name not in self._commands or self._is_reachable(name))


def portable(key: str) -> str:
    """A key as it is kept in settings: “Ctrl+Shift+A”."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def single(key: str) -> bool:
    """Whether a key writes a character, so that it could be meant for a text."""
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return False
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]
    held = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    # Keys that write nothing are numbered from here on.
    writes = pressed.key().value < Qt.Key.Key_Escape.value
    return held == Qt.KeyboardModifier.NoModifier and writes


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
