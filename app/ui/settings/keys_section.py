"""The list of keys in the settings: each can be given another, and a clash is refused in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QWidget

from app.ui.commands.command import Command, Commands, portable, single
from app.ui.look.appearance import Appearance
from app.ui.look.labels import label
from app.ui.look.search_field import SearchField
from app.ui.look.tokens import SPACE_2, SPACE_3
from app.ui.settings.preferences import Preferences

#: Keys that lead back, on, or to the next control: no command can take them from there.
_KEPT = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
#: Commands that keep their keys: they end what is typed, asked or shown.
FIXED = ("back", "link-highlighted")
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta,
              Qt.Key.Key_AltGr)  # fmt: skip


class KeysSection(QWidget):
    """Every command that has a key, in a field that takes the next key pressed."""

    def __init__(
        self, commands: Commands, preferences: Preferences, appearance: Appearance
    ) -> None:
        super().__init__()
        self._commands, self._preferences = commands, preferences
        self._appearance = appearance
        self.on = QCheckBox("Single keys, such as A and 1, work while no text field is focused")
        self.by_place = QCheckBox("Single keys work by place on keyboards with other letters")
        self.trouble = label("meta", appearance, tone="danger", wrap=True)
        self.fields: dict[str, KeyField] = {}
        self.usual = QPushButton("Usual keys again")
        self.finder = SearchField(appearance)
        self.finder.setPlaceholderText("Find a command or a key")
        self.finder.setAccessibleName("Find a command or a key")
        self._titles: dict[str, QWidget] = {}
        self.on.setChecked(preferences.now.single_keys)
        self.by_place.setChecked(preferences.now.physical_keys)
        self._lay_out()
        self.finder.textChanged.connect(self._show_found)
        self.by_place.toggled.connect(lambda on: preferences.set(physical_keys=on))
        self.on.toggled.connect(self._switch)
        self.usual.clicked.connect(self._take_usual)
        commands.rebound.connect(self._follow)

    def _lay_out(self) -> None:
        space = self._appearance.space
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(space(SPACE_2))
        grid.setHorizontalSpacing(space(SPACE_3))
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.on, 0, 0, 1, 2)
        grid.addWidget(self.trouble, 1, 0, 1, 2)
        self.trouble.hide()
        grid.addWidget(self.by_place, 2, 0, 1, 2)
        grid.addWidget(self.finder, 3, 0, 1, 2)
        shown = [one for one in self._commands.all() if self._commands.usual(one.name)
                 and one.name not in FIXED]  # fmt: skip
        for row, command in enumerate(shown, 4):
            told = label("body", self._appearance, wrap=True, text=command.title.rstrip("…"))
            field = KeyField(self, command)
            self.fields[command.name] = field
            grid.addWidget(told, row, 0)
            grid.addWidget(field, row, 1)
            self._titles[command.name] = told
        grid.addWidget(self.usual, len(shown) + 4, 0, Qt.AlignmentFlag.AlignLeft)
        self._follow()

    def take(self, name: str, key: str) -> None:
        """Give this command this key, or say who has it."""
        holder = self._commands.holder(key)
        if holder not in ("", name):
            title = self._commands.command(holder).title.rstrip("…")
            self._tell(f"{key} is the key of “{title}”. Give that another key first.")
            return
        self._tell("")
        self._commands.rebind(name, key)
        keys = dict(self._preferences.now.keys)
        if portable(key) == self._commands.usual(name):
            keys.pop(name, None)
        else:
            keys[name] = portable(key)
        self._preferences.set(keys=keys)

    def _show_found(self, words: str) -> None:
        """Show the commands that have these words in their title, or this key."""
        wanted = words.strip().casefold()
        for name, field in self.fields.items():
            title = self._commands.command(name).title.casefold()
            found = wanted in title or wanted == field.text().casefold()
            field.setVisible(found)
            self._titles[name].setVisible(found)

    def _switch(self, on: bool) -> None:
        self._commands.set_single_keys(on)
        self._preferences.set(single_keys=on)

    def _take_usual(self) -> None:
        restore_usual(self._commands)
        self._preferences.set(keys={})
        self._tell("")

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _follow(self) -> None:
        for name, field in self.fields.items():
            keys = self._commands.command(name).keys
            field.setText(keys[0] if keys else "")
            field.setEnabled(self.on.isChecked() or not single(self._commands.usual(name)))


class KeyField(QLineEdit):
    """Shows a key; the next one pressed in it becomes the command's. Backspace leaves none."""

    def __init__(self, section: KeysSection, command: Command) -> None:
        super().__init__()
        self._section, self._name = section, command.name
        self.setReadOnly(True)
        self.setAccessibleName(f"Key of {command.title.rstrip('…')}: press another to change it")
        self.setMaximumWidth(160)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and Qt.Key(event.key()) not in _KEPT:
            # Taken before the window's commands: the key that is pressed is meant for the field.
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        if key == Qt.Key.Key_Backspace:
            self._section.take(self._name, "")
        else:
            self._section.take(self._name, _written(event))


def _written(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    # What Shift made of a key is the key: “?” and not “Shift+/”.
    if event.text().strip() and not event.text().isalpha():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(held.value | event.key()).toString(QKeySequence.SequenceFormat.PortableText)


def restore_usual(commands: Commands) -> None:
    """Give every command its usual keys, whatever order the changes were made in."""
    changed = [one for one in commands.all() if portable(one.keys[0] if one.keys else "")
               != commands.usual(one.name)]  # fmt: skip
    for one in changed:
        commands.rebind(one.name, "")
    for one in changed:
        commands.rebind(one.name, commands.usual(one.name))


def apply_kept(commands: Commands, preferences: Preferences) -> None:
    """Bind the keys that were chosen before; what clashes by now is left at its usual key."""
    names = {one.name for one in commands.all()}
    kept = {name: key for name, key in preferences.now.keys.items() if name in names}
    for name in kept:
        commands.rebind(name, "")
    for name, key in kept.items():
        try:
            commands.rebind(name, key)
        except ValueError:
            if not commands.holder(commands.usual(name)):
                commands.rebind(name, commands.usual(name))
    commands.set_single_keys(preferences.now.single_keys)
