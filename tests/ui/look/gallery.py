"""Draws every part of the look to one picture, to be looked at; run by hand, not a test.

gallery.py OUT.png [light|dark] [percent]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QPointF, QRectF, Qt  # noqa: E402
from PySide6.QtGui import QPainter, QPaintEvent  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.look import icons, paint  # noqa: E402
from app.ui.look.appearance import Appearance  # noqa: E402
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4, VERDICT_KEYS  # noqa: E402

NAMES = (
    "Supported",
    "Partly supported",
    "Refuted",
    "Not enough evidence",
    "Not checkable",
    "To review",
)
CLAIM = (
    "It was the third meeting between Lavrov and Kerry in two weeks, after the two spoke on the "
    "sidelines of the G20 summit in Hangzhou on September 4 and 5"
)
QUOTE = (
    "“Sergey Lavrov met US Secretary of State John Kerry in Hangzhou on September 4 and again on "
    "September 6, on the sidelines of the G20 summit.”"
)
ARABIC = "ويبدأ وقف الأعمال القتالية عند غروب شمس يوم 12 سبتمبر، أول أيام عيد الأضحى"
HEBREW = "הפסקת האש תחל ב־12 בספטמבר, ביום הראשון של החג"
OTHER = "Перемирие начнётся 12 сентября · 停火将于9月12日日落时开始 · 👩‍👩‍👧 🇸🇾 ok"


def span_of(text: str, words: str, **look: object) -> paint.TextSpan:
    start = text.index(words)
    return paint.TextSpan(start, start + len(words), **look)  # type: ignore[arg-type]


class Painted(QWidget):
    """All that is painted rather than made of widgets."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self.look = look
        self.setMinimumSize(640, 2400 if look.percent > 100 else 1180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.theme.surface)
        y = 16.0
        for part in (
            self.verdicts,
            self.icons,
            self.claim,
            self.candidate,
            self.article,
            self.scripts,
            self.keys,
        ):
            y = part(painter, y) + self.look.space(SPACE_4)
        painter.end()

    def verdicts(self, painter: QPainter, y: float) -> float:
        look, x = self.look, 16.0
        for key in VERDICT_KEYS:
            for size in (14, 16, 20, 32, 64):
                paint.paint_verdict(painter, QRectF(x, y, size, size), key, look.theme)
                x += size + 6
            x += 12
            if x > 500:
                x, y = 16.0, y + 74
        row = look.metrics("meta").height() + 18
        for key, name in zip(VERDICT_KEYS, NAMES, strict=True):
            theme = look.theme.verdict(key)
            width = (
                look.metrics("meta", bold=True).horizontalAdvance(name) + 34 + look.icon_size(14)
            )
            if x + width > 620:
                x, y = 16.0, y + row + 6
            box = QRectF(x, y, width, row - 6)
            painter.fillRect(box, theme.tint)
            paint.paint_verdict(
                painter, QRectF(x + 6, y, look.icon_size(14), box.height()), key, look.theme
            )
            paint.paint_line(
                painter,
                box.adjusted(14 + look.icon_size(14), 0, 0, 0),
                name,
                look.font("meta", bold=True),
                theme.colour,
            )
            x += width + 8
        return y + row

    def icons(self, painter: QPainter, y: float) -> float:
        look, x = self.look, 16.0
        side = look.icon_size(18)
        for name in icons.load_icons(ROOT / "resources" / "icons"):
            paint.paint_icon(painter, QRectF(x, y, side, side), name, look.theme.text_2)
            x += side + 12
            if x > 600:
                x, y = 16.0, y + side + 12
        return y + side

    def claim(self, painter: QPainter, y: float) -> float:
        look, theme = self.look, self.look.theme
        covered = {"tint": theme.covered_tint}
        missing = {
            "underline": "dots",
            "underline_colour": theme.uncovered,
            "tint": theme.uncovered_tint,
        }
        spans = [
            span_of(CLAIM, "third", **missing),
            span_of(CLAIM, "in two weeks", **missing),
            span_of(CLAIM, "Lavrov and Kerry", **covered),
            span_of(CLAIM, "G20 summit in Hangzhou", **covered),
            span_of(CLAIM, "September 4 and 5", **covered),
        ]
        text = paint.WrappedText(CLAIM, look.font("claim"), 600, 0, spans, spacing=1.05)
        text.draw(painter, QPointF(16, y), theme.text)
        return y + text.height

    def candidate(self, painter: QPainter, y: float) -> float:
        look, theme = self.look, self.look.theme
        shared = {"tint": theme.shared_tint, "colour": theme.shared_text}
        spans = [
            span_of(QUOTE, w, **shared)
            for w in ("Lavrov", "Kerry", "Hangzhou", "September 4", "G20 summit")
        ]
        spans.append(
            span_of(
                QUOTE,
                "September 6",
                tint=theme.conflict_tint,
                colour=theme.conflict,
                bold=True,
                underline="solid",
            )
        )
        text = paint.WrappedText(QUOTE, look.font("quote"), 600, 3, spans, spacing=1.15)
        text.draw(painter, QPointF(16, y), theme.text)
        y += text.height + look.space(SPACE_2)
        x = 16.0
        font = look.font("caption", bold=True)
        chips = (
            ("different", "calendar", "4 and 5 Sep ≠ 4 and 6 Sep", "different"),
            ("not_mentioned", "hash", "“third” not stated", "not_mentioned"),
            ("same", "person", "Lavrov, Kerry", "same"),
            ("same", "place", "Hangzhou, G20", "same"),
            ("different", "unit", "4 weeks ≠ 2 weeks", "different"),
            ("different", "negation", "not attended ≠ attended", "different"),
        )
        for relation, kind, words, tone in chips:
            size = paint.measure_chip(relation, kind, words, font)
            if x + size.width() > 620:
                x, y = 16.0, y + size.height() + 6
            paint.paint_chip(painter, QPointF(x, y), relation, kind, words, tone, theme, font)  # type: ignore[arg-type]
            x += size.width() + 6
        y += size.height() + look.space(SPACE_3)
        x = 16.0
        for filled in range(6):
            x += paint.paint_meter(painter, QPointF(x, y), filled, theme, look.font("body")) + 16
        return y + 10

    def article(self, painter: QPainter, y: float) -> float:
        look, theme = self.look, self.look.theme
        names = ("solid", "long_dash", "double", "dots", "dash", "sparse_dots")
        for key, pattern in zip(VERDICT_KEYS, names, strict=True):
            words = f"The cessation begins at sunset ({pattern})."
            mark = span_of(
                words,
                "cessation begins at sunset",
                underline=pattern,
                underline_colour=theme.verdict(key).colour,
            )
            text = paint.WrappedText(words, look.font("article"), 600, 1, [mark], spacing=1.2)
            text.draw(painter, QPointF(16, y), theme.text)
            y += text.height
        words = (
            "Claim text that is too long for its two lines is cut at a letter, with an ellipsis, "
            * 3
        )
        text = paint.WrappedText(words, look.font("body"), 300, 2)
        text.draw(painter, QPointF(16, y + 6), theme.text_2)
        return y + text.height + 6

    def scripts(self, painter: QPainter, y: float) -> float:
        look, theme = self.look, self.look.theme
        for words, marked in ((ARABIC, "12 سبتمبر"), (HEBREW, "12 בספטמבר"), (OTHER, "停火将于")):
            for role in ("article", "body"):
                mark = span_of(
                    words,
                    marked,
                    tint=theme.shared_tint,
                    colour=theme.shared_text,
                    underline="solid",
                )
                text = paint.WrappedText(words, look.font(role), 600, 0, [mark])  # type: ignore[arg-type]
                text.draw(painter, QPointF(16, y), theme.text)
                y += text.height + 4
        return y

    def keys(self, painter: QPainter, y: float) -> float:
        look, x = self.look, 16.0
        font = look.font("caption", bold=True)
        for key in ("A", "1", "Ctrl K", "Space", "Shift", "/", "?", "]"):
            x += paint.paint_keycap(painter, QPointF(x, y), key, look.theme, font) + 6
        paint.paint_keycap(painter, QPointF(x, y), "B", look.theme, font, pressed=True)
        height = paint.measure_keycap("A", font).height()
        paint.paint_focus_ring(painter, QRectF(x + 60, y, 90, height + 8), look.theme, 6)
        return y + height + 8


def button(text: str, variant: str = "") -> QPushButton:
    made = QPushButton(text)
    if variant:
        made.setProperty("variant", variant)
    return made


def label(text: str, role: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def controls(look: Appearance) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setSpacing(10)
    bar = QMenuBar()
    for name in ("&File", "&Edit", "&View", "&Claim"):
        bar.addMenu(name)
    column.addWidget(bar)
    tabs = QTabBar()
    tabs.addTab(look.icon("file"), "Lavrov, Kerry Agree…")
    tabs.addTab(look.icon("book"), "Ministry transcript")
    column.addWidget(tabs)
    for role in ("title", "claim", "strong", "meta", "caption", "section", "error"):
        column.addWidget(label(f"Label: {role} — 7 of 14 reviewed", role))
    for row in (
        (
            button("Add source"),
            button("Export", "primary"),
            button("Link", "link"),
            button("Remove", "danger"),
        ),
        (button("Quiet", "quiet"), button("Ctrl K", "keycap")),
    ):
        line = QHBoxLayout()
        for one in row:
            line.addWidget(one)
        line.addStretch()
        if row[0].text() == "Quiet":
            for name in ("edit", "split", "merge", "flag", "history"):
                tool = QToolButton()
                tool.setProperty("variant", "quiet")
                tool.setIcon(look.icon(name))
                line.addWidget(tool)
            line.addWidget(label("Esc", "keycap"), 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
    dock = QHBoxLayout()
    for key, name in list(zip(VERDICT_KEYS, NAMES, strict=True))[:5]:
        card = QToolButton()
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        card.setIcon(paint.verdict_icon(key, look.theme, look.icon_size(16)))
        card.setText(name)
        card.setCheckable(True)
        card.setProperty("verdict", key)
        card.setChecked(True)
        dock.addWidget(card)
    column.addLayout(dock)
    field = QLineEdit()
    field.setPlaceholderText("Search your library for this claim")
    column.addWidget(field)
    text = QPlainTextEdit()
    text.setPlaceholderText("Rationale — what in the source decides it?")
    text.setMaximumHeight(70)
    column.addWidget(text)
    choice = QComboBox()
    choice.addItems(["Next unreviewed", "Next"])
    column.addWidget(choice)
    column.addWidget(QDateEdit())
    for made in (
        QCheckBox("Quoted passages"),
        QCheckBox("Rationale"),
        QRadioButton("Web page"),
        QRadioButton("Data"),
    ):
        made.setChecked(made.text() in ("Quoted passages", "Web page"))
        column.addWidget(made)
    progress = QProgressBar()
    progress.setValue(35)
    column.addWidget(progress)
    for kind in ("card", "overlay", "notice", "drop"):
        frame = QFrame()
        frame.setProperty("surface", kind)
        QVBoxLayout(frame).addWidget(label(f"Surface: {kind}", "meta"))
        column.addWidget(frame)
    menu = QMenu(side)
    for name, keys in (("Link source", "A"), ("Read in context", "Space"), ("Undo", "Ctrl+Z")):
        menu.addAction(look.icon("link"), f"{name}\t{keys}")
    menu.addSeparator()
    menu.addMenu("More").addAction("x")
    menu.setWindowFlags(Qt.WindowType.Widget)
    column.addWidget(menu)
    column.addStretch()
    return side


def main() -> None:
    out = sys.argv[1]
    mode = sys.argv[2] if len(sys.argv) > 2 else "light"
    percent = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    app = QApplication(sys.argv[:1])
    look = Appearance(ROOT / "resources", mode=mode, percent=percent)  # type: ignore[arg-type]
    look.apply_to(app)
    split = QSplitter()
    split.addWidget(Painted(look))
    split.addWidget(controls(look))
    split.resize(1300 if percent <= 100 else 1500, split.sizeHint().height())
    split.show()
    app.processEvents()
    for field in split.findChildren(QLineEdit)[:1]:
        field.setFocus()
    split.activateWindow()
    app.processEvents()
    split.grab().save(out)


if __name__ == "__main__":
    main()
