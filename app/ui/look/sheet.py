"""The text of the style sheet: $names are tokens and measures put in by stylesheet.py."""

from __future__ import annotations

SHEET = """
QAbstractItemView, QTabBar, QPushButton, QToolButton, QCheckBox, QRadioButton { outline: none; }
QPushButton, QToolButton, QMenu, QTabBar, QListView, QTreeView { icon-size: ${icon}px; }
QMainWindow, QDialog { background: $canvas; }
QWidget[surface="canvas"] { background: $canvas; }
QWidget[surface="surface"] { background: $surface; }
QWidget[surface="sunken"] { background: $sunken; }
QWidget[surface="card"] {
    background: $surface; border: 1px solid $hairline; border-radius: ${radius_card}px;
}
QWidget[surface="overlay"] {
    background: $surface; border: 1px solid $control_border; border-radius: ${radius_overlay}px;
}
QWidget[surface="notice"] { background: $notice_tint; border-radius: ${radius}px; }
QWidget[surface="header"] { background: $canvas; border-bottom: 1px solid $hairline; }
QWidget[surface="status"] { background: $canvas; border-top: 1px solid $hairline; }
QWidget[surface="dock"] { background: $sunken; border-top: 1px solid $hairline; }
QWidget[surface="bar"] { background: $notice_tint; border-bottom: 1px solid $hairline; }
QWidget[surface="ledger"] { background: $sunken; border-bottom: 1px solid $hairline; }
QWidget[surface="drop"] {
    background: $surface; border: 2px dashed $control_border; border-radius: ${radius_card}px;
}

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${px_title}px; font-weight: 700; }
QLabel[role="claim"] { font-size: ${px_claim}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="meta"] { font-size: ${px_meta}px; color: $text_3; }
QLabel[role="caption"] { font-size: ${px_caption}px; color: $text_3; }
QLabel[role="section"] { font-size: ${px_meta}px; font-weight: 600; color: $text_3; }
QLabel[role="error"] { color: $danger; }
QLabel[role="keycap"] {
    font-size: ${px_caption}px; font-weight: 600; color: $text_2; background: $sunken;
    border: 1px solid $control_border; border-radius: 5px; padding: 1px 6px;
}

QPushButton, QToolButton {
    color: $text; background: $surface; border: 1px solid $control_border;
    border-radius: ${radius}px; padding: ${pad}px ${side}px; min-height: ${control}px;
    font-weight: 600;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $accent_tint; border-color: $accent; }
QPushButton:focus, QToolButton:focus {
    border: ${ring}px solid $accent; padding: ${pad_ring}px ${side_ring}px;
}
QPushButton:disabled, QToolButton:disabled { color: $text_3; border-color: $hairline; }

QPushButton[variant="primary"] {
    color: $on_accent; background: $accent; border-color: $accent;
}
QPushButton[variant="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[variant="primary"]:pressed { background: $accent_hover; }
QPushButton[variant="primary"]:focus {
    border: ${ring}px solid $text;
}
QPushButton[variant="primary"]:disabled {
    color: $text_3; background: $neutral_tint; border-color: $neutral_tint;
}
QPushButton[variant="link"], QToolButton[variant="link"] { color: $accent; border-color: $accent; }
QPushButton[variant="link"]:hover { background: $accent_tint; }
QPushButton[variant="text"], QPushButton[variant="text"]:focus {
    color: $accent; background: transparent; border: ${ring}px solid transparent;
    padding: 0 4px; min-height: ${quiet}px; font-weight: 500;
}
QPushButton[variant="text"]:hover { background: $hover; }
QPushButton[size="meta"] { font-size: ${px_meta}px; }
QPushButton[variant="text"]:focus { border-color: $accent; }
QPushButton[variant="danger"] { color: $danger; border-color: $danger; }
QPushButton[variant="danger"]:hover { background: $conflict_tint; }
QPushButton[variant="link"]:disabled, QPushButton[variant="danger"]:disabled,
QToolButton[variant="link"]:disabled { color: $text_3; border-color: $hairline; }
QPushButton[variant="quiet"], QToolButton[variant="quiet"] {
    background: transparent; border: ${ring}px solid transparent; padding: 0 4px;
    min-height: ${quiet}px; min-width: ${quiet}px; font-weight: 500;
}
QPushButton[variant="quiet"]:hover, QToolButton[variant="quiet"]:hover { background: $hover; }
QPushButton[variant="quiet"]:pressed, QToolButton[variant="quiet"]:pressed {
    background: $pressed;
}
QPushButton[variant="quiet"]:checked, QToolButton[variant="quiet"]:checked {
    background: $accent_tint; color: $accent;
}
QPushButton[variant="quiet"]:focus, QToolButton[variant="quiet"]:focus {
    border: ${ring}px solid $accent; padding: 0 4px;
}
QPushButton[variant="keycap"], QToolButton[variant="keycap"] {
    font-size: ${px_caption}px; color: $text_2; background: $sunken; border-radius: 5px;
    padding: 1px 6px; min-height: 0;
}
QPushButton[variant="keycap"]:focus, QToolButton[variant="keycap"]:focus { padding: 0 5px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
    color: $text; background: $surface; border: 1px solid $control_border;
    border-radius: ${radius}px; padding: 0 ${side}px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text_3;
}
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: ${pad}px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
    border: ${ring}px solid $accent; padding: 0 ${side_ring}px;
    min-height: ${field_ring}px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: ${ring}px solid $accent; padding: ${pad_ring}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
    color: $text_3; background: $sunken; border-color: $hairline;
}
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; background: transparent; min-height: 0; padding: 0;
}
QTextEdit[variant="reading"], QTextEdit[variant="reading"]:focus {
    border: none; border-radius: 0; padding: 0;
}
QLineEdit[variant="palette"], QLineEdit[variant="palette"]:focus {
    border: none; border-radius: 0; border-bottom: 1px solid $hairline; background: transparent;
    font-size: ${px_palette}px; min-height: ${palette}px;
}
QLineEdit[variant="bare"], QLineEdit[variant="bare"]:focus {
    border: none; background: transparent; padding: 0;
}
QComboBox::drop-down { border: none; width: ${target}px; }
QComboBox::down-arrow {
    image: url("$marks/chevron_down.svg"); width: ${mark}px; height: ${mark}px;
}
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $control_border; padding: 4px;
    selection-background-color: $accent_tint; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 ${gap}px; }
QComboBox QAbstractItemView::item:selected { background: $accent_tint; color: $text; }
QSpinBox, QDateEdit { qproperty-alignment: "AlignCenter"; }
QSpinBox::up-button, QDateEdit::up-button, QSpinBox::down-button, QDateEdit::down-button {
    border: none; background: transparent; width: ${target}px;
}
QSpinBox::up-arrow, QDateEdit::up-arrow { image: url("$marks/chevron_up.svg"); width: ${mark}px; }
QSpinBox::down-arrow { image: url("$marks/chevron_down.svg"); width: ${mark}px; }
QDateEdit::drop-down { border: none; background: transparent; width: ${target}px; }
QDateEdit::down-arrow { image: url("$marks/chevron_down.svg"); width: ${mark}px; }

QCheckBox, QRadioButton {
    color: $text; spacing: ${gap}px; min-height: ${target}px; border: ${ring}px solid transparent;
    border-radius: ${radius}px; background: transparent; padding: 0 4px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_3; }
QCheckBox::indicator, QRadioButton::indicator {
    width: ${check}px; height: ${check}px; border: 1px solid $control_border;
    background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$marks/check.svg");
}
QRadioButton::indicator { border-radius: ${radio}px; }
QRadioButton::indicator:checked {
    border-color: $accent; image: url("$marks/dot.svg");
}

QMenuBar { background: $canvas; color: $text; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: ${radius}px; }
QMenuBar::item:selected { background: $pressed; }
QMenu {
    background: $surface; color: $text; border: 1px solid $control_border; padding: 6px;
}
QMenu::item {
    padding: ${pad}px ${side}px; border-radius: ${radius}px; margin: 0;
}
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 6px; }
QMenu::icon { padding-left: 6px; }
QMenu::indicator { width: ${icon}px; height: ${icon}px; }
QMenu::indicator:checked { image: url("$marks/tick.svg"); }
QMenu::right-arrow { image: url("$marks/chevron_right.svg"); width: ${mark}px; height: ${mark}px; }

QToolTip {
    color: $text; background-color: $surface; border: 1px solid $control_border;
    padding: 5px 8px; font-size: ${px_meta}px;
}

QTabWidget::pane { border: none; }
QTabBar { background: $canvas; border: none; qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab {
    color: $text_2; background: $canvas; border: none; border-right: 1px solid $hairline;
    border-top: 2px solid transparent; padding: ${pad}px ${side}px; min-height: ${control}px;
    font-size: ${px_meta}px;
}
QTabBar::tab:hover { background: $hover; }
QTabBar::tab:selected {
    color: $text; background: $surface; border-top: 2px solid $accent; font-weight: 600;
}
QTabBar::scroller { width: ${target}px; }
QTabBar QToolButton {
    background: $canvas; border: none; border-radius: 0; padding: 0;
    min-width: ${target}px; min-height: ${target}px;
}
QTabBar[preview="true"]::tab:last { font-style: italic; }
QTabBar::tab:selected:focus { border: ${ring}px solid $accent; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control_border; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 36px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 36px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $text_3; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0;
}

QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QAbstractItemView {
    background: $surface; color: $text; border: none;
    selection-background-color: $accent_tint; selection-color: $text;
}
QListWidget, QTreeWidget { border: ${ring}px solid transparent; }
QListWidget:focus, QTreeWidget:focus { border-color: $accent; }
QListWidget::item { min-height: ${target}px; padding: 0 ${gap}px; }
QTreeWidget::item { min-height: ${target}px; }
QListView[surface="sunken"], QTreeView[surface="sunken"] { background: $sunken; }
QAbstractScrollArea[surface="surface"] { background: $surface; border: none; }
QHeaderView::section {
    background: $sunken; color: $text_3; border: none; border-bottom: 1px solid $hairline;
    padding: 4px 8px; font-weight: 600;
}
QScrollArea { background: transparent; border: none; }

QProgressBar {
    background: $neutral_tint; border: 1px solid $control_border; border-radius: 4px;
    min-height: 6px; max-height: 6px; text-align: center; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QStatusBar { background: $canvas; color: $text_2; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QSizeGrip { image: none; width: 0; height: 0; }
"""

VERDICT_SHEET = """
QPushButton[verdict="$key"], QToolButton[verdict="$key"] { font-size: ${px_meta}px; }
QPushButton[verdict="$key"]:checked, QToolButton[verdict="$key"]:checked {
    background: $tint; border: ${ring}px solid $colour; color: $text;
    padding: ${pad_ring}px ${side_ring}px;
}
QLabel[verdict="$key"] { color: $colour; font-weight: 600; }
"""
