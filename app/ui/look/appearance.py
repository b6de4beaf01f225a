"""The look in force: theme and text size, following the system. Knows no pane."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.look import fonts, icons
from app.ui.look.fonts import Role
from app.ui.look.stylesheet import build_stylesheet
from app.ui.look.tokens import Theme, load_theme

Mode = Literal["system", "light", "dark", "contrast"]

SMALLEST, LARGEST = 90, 200

#: Line height of running text, in per cent of the font's own. The serif's own is generous.
USUAL_LINE_HEIGHT = 120

#: The text sizes that Ctrl+Plus and Ctrl+Minus step through, in per cent.
SIZES = (90, 100, 110, 125, 150, 175, 200)


class Appearance(QObject):
    """Theme and text size of the whole application.

    Loads fonts, icons and all themes from `resources` once. `changed` is sent after either has
    changed; panes then drop what they measured and repaint.
    """

    changed = Signal()

    def __init__(
        self,
        resources: Path,
        parent: QObject | None = None,
        *,
        mode: Mode = "system",
        percent: int = 100,
    ) -> None:
        """Needs a running QApplication. Raises ThemeError, FileNotFoundError lacking files."""
        super().__init__(parent)
        fonts.load_fonts(resources / "fonts")
        icons.load_icons(resources / "icons")
        self._themes_folder = resources / "themes"
        self._light = load_theme(resources / "themes", "light")
        self._dark = load_theme(resources / "themes", "dark")
        self._contrast = load_theme(resources / "themes", "contrast")
        self._mode: Mode = mode
        self._percent = _clamped(percent)
        self._line_height = USUAL_LINE_HEIGHT
        self._reading_font = "serif"
        self._app: QApplication | None = None
        # Asked before our own palette hides what the platform had chosen.
        self._platform_dark = _platform_is_dark()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._theme = self._wanted()

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    @property
    def mode(self) -> Mode:
        """What was chosen: the system's, light, dark, or high contrast."""
        return self._mode

    @property
    def percent(self) -> int:
        """The text size in per cent."""
        return self._percent

    def set_mode(self, mode: Mode) -> None:
        """Choose light, dark, high contrast, or what the system has."""
        self._mode = mode
        if self._app is not None:
            self._tell_platform()
        self._settle()

    def set_percent(self, percent: int) -> None:
        """Choose the text size, 90 to 200 per cent; values beyond are clamped."""
        wanted = _clamped(percent)
        if wanted != self._percent:
            self._percent = wanted
            self._announce()

    @property
    def line_height(self) -> int:
        """The line height of texts to be read, in per cent of the font's own."""
        return self._line_height

    def set_reading(self, *, line_height: int, font: str) -> None:
        """Choose line height and font, "serif" or "sans", of texts to be read."""
        if (line_height, font) != (self._line_height, self._reading_font):
            self._line_height, self._reading_font = line_height, font
            self._announce()

    def larger(self) -> None:
        """One step up, where there is one."""
        self.set_percent(next((size for size in SIZES if size > self._percent), LARGEST))

    def smaller(self) -> None:
        """One step down, where there is one."""
        self.set_percent(next((size for size in SIZES[::-1] if size < self._percent), SMALLEST))

    def font(
        self,
        role: Role,
        *,
        bold: bool | None = None,
        medium: bool = False,
        italic: bool = False,
        tabular: bool = False,
    ) -> QFont:
        """The font of `role` at this text size. Shared: copy it before changing it."""
        return fonts.font(
            role, self._percent, bold=bold, medium=medium, italic=italic, tabular=tabular,
            sans=self._reading_font == "sans",
        )  # fmt: skip

    def metrics(
        self, role: Role, *, bold: bool | None = None, medium: bool = False
    ) -> QFontMetricsF:
        """The metrics of that font."""
        sans = self._reading_font == "sans"
        return fonts.metrics(role, self._percent, bold=bold, medium=medium, sans=sans)

    def space(self, pixels: int) -> int:
        """`pixels` of space (a SPACE_ step) at this text size.

        Space grows with half of the text's growth: large text keeps its air without losing lines.
        """
        return round(pixels * (100 + (self._percent - 100) / 2) / 100)

    def icon_size(self, pixels: int = 16) -> int:
        """The side of an icon that is `pixels` high beside text of 100 %."""
        return round(pixels * self._percent / 100)

    def icon(self, name: str, token: str = "text_2", pixels: int = 16) -> QIcon:
        """An icon in a colour of the theme, at this text size."""
        size = self.icon_size(pixels)
        theme = self._theme
        return icons.icon(name, theme.colour(token), size, disabled=theme.control_border)

    def apply_to(self, app: QApplication) -> None:
        """Give the application our style, palette, font and sheet, now and on every change."""
        self._app = app
        app.setStyle("Fusion")
        self._tell_platform()
        self._dress()

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._settle()

    def _tell_platform(self) -> None:
        """Ask for title bars and file dialogs of the same scheme, where the platform has them."""
        dark = Qt.ColorScheme.Dark
        schemes = {"light": Qt.ColorScheme.Light, "dark": dark, "contrast": dark}
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(schemes.get(self._mode, Qt.ColorScheme.Unknown))

    def _wanted(self) -> Theme:
        if self._mode == "contrast":
            return self._contrast
        if self._mode == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            dark = scheme == Qt.ColorScheme.Dark
            if scheme == Qt.ColorScheme.Unknown:
                dark = self._platform_dark
        else:
            dark = self._mode == "dark"
        return self._dark if dark else self._light

    def _settle(self) -> None:
        wanted = self._wanted()
        if wanted is not self._theme:
            self._theme = wanted
            self._announce()

    def _announce(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        if self._app is None:
            return
        self._app.setPalette(palette(self._theme))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(build_stylesheet(self._theme, self._percent, self._themes_folder))


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, for what no style sheet reaches."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.canvas,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.sunken,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.text_3,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Mid: theme.hairline,
        QPalette.ColorRole.Dark: theme.control_border,
        QPalette.ColorRole.Shadow: theme.text_3,
    }
    for role, colour in roles.items():
        made.setColor(role, colour)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.control_border)
    return made


def _clamped(percent: int) -> int:
    return min(max(int(percent), SMALLEST), LARGEST)


def _platform_is_dark() -> bool:
    """Whether the platform's own palette is dark; used where Qt does not know the colour scheme."""
    given = QGuiApplication.palette()
    ground: QColor = given.color(QPalette.ColorRole.Window)
    ink: QColor = given.color(QPalette.ColorRole.WindowText)
    return ground.lightnessF() < ink.lightnessF()
