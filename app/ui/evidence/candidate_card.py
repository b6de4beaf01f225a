"""One candidate as a card: measured once for a width, painted often, and where its button lies.

Knows how a match looks; neither the list nor what a click does.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model.match import Match, Relation
from app.model.review import Stance
from app.ui.evidence.chips import Chip, chips_of
from app.ui.look.appearance import Appearance
from app.ui.look.paint import (
    KIND_ICONS,
    RELATION_ICONS,
    TextSpan,
    WrappedText,
    isolate,
    measure_chip,
    measure_keycap,
    measure_meter,
    paint_chip,
    paint_focus_ring,
    paint_icon,
    paint_keycap,
    paint_line,
    paint_meter,
)
from app.ui.look.tokens import RADIUS_CARD, RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3

#: Rows of chips of the open candidate, and of the others.
OPEN_ROWS, CLOSED_ROWS = 3, 1
#: Lines of the passage that the open candidate shows; the rest is read in context.
PASSAGE_LINES = 7
#: Lines of a passage that was searched for: nothing else tells what it says.
SEARCHED_LINES = 2


@dataclass(frozen=True, slots=True)
class CardState:
    """What a card shows besides its match. `stance` is the reviewer's own, None where it follows
    the verdict; `more` counts the further passages of its source that can be opened; `origin` tells
    that other sources have nearly the same words; `confidential` that it, or its whole source, is
    kept out of reports."""

    letter: str
    open: bool = False
    linked: bool = False
    stance: Stance | None = None
    more: int = 0
    origin: str = ""
    confidential: bool = False


class CandidateCard:
    """A match laid out for one width and state."""

    def __init__(self, match: Match, state: CardState, width: float, look: Appearance) -> None:
        self.match, self.state, self.width = match, state, width
        self._look = look
        self._pad = look.space(SPACE_3)
        self._head = self._head_height()
        self._passage = self._lay_passage()
        self._chips = self._lay_chips()
        self.height = self._measure()

    # Measures

    def _head_height(self) -> float:
        two_lines = (
            self._look.metrics("body", bold=True).lineSpacing()
            + self._look.metrics("meta").lineSpacing()
        )
        return max(two_lines, float(self._button_height()))

    def _button_height(self) -> int:
        return max(28, round(self._look.metrics("body").height() + 10))

    def _lay_passage(self) -> WrappedText | None:
        compared = bool(self.match.parts or self.match.differences)
        if compared and not self.state.open:
            return None
        lines = PASSAGE_LINES if self.state.open else SEARCHED_LINES
        theme = self._look.theme
        spans = [
            TextSpan(p.start, p.end, tint=theme.shared_tint, colour=theme.shared_text)
            for _, p in self.match.shared
        ]
        spans += [
            TextSpan(d.passage.span.start, d.passage.span.end, tint=theme.conflict_tint,
                     colour=theme.conflict, bold=True, underline="solid")
            for d in self.match.differences
            if d.passage is not None and d.relation is Relation.DIFFERENT
        ]  # fmt: skip
        return WrappedText(self.match.passage.text, self._look.font("quote"), self._inner(),
                           lines, spans, spacing=1.1)  # fmt: skip

    def _inner(self) -> float:
        return self.width - 2 * self._pad

    def _lay_chips(self) -> list[tuple[QPointF, Chip, float]]:
        """The chips with their places below the head and passage; "+3" where not all fit."""
        font, gap = self._look.font("meta", bold=True), self._look.space(SPACE_1) + 2
        rows = OPEN_ROWS if self.state.open else CLOSED_ROWS
        placed: list[tuple[QPointF, Chip, float]] = []
        chips = chips_of(self.match.differences)
        x, y, row = 0.0, 0.0, 1
        for nth, chip in enumerate(chips):
            size = measure_chip(RELATION_ICONS[chip.tone], KIND_ICONS.get(chip.kind, ""), chip.text,
                                font, max_width=self._inner())  # fmt: skip
            if x and x + size.width() > self._inner():
                if row == rows:
                    self._more_chips(placed, x, y, chips[nth:])
                    break
                x, y, row = 0.0, y + size.height() + gap, row + 1
            placed.append((QPointF(x, y), chip, size.width()))
            x += size.width() + gap
        return placed

    def _more_chips(
        self,
        placed: list[tuple[QPointF, Chip, float]],
        x: float,
        y: float,
        rest: tuple[Chip, ...],
    ) -> None:
        font = self._look.font("meta", bold=True)
        tip = "\n".join(chip.tip for chip in rest)
        chip = Chip("not_mentioned", "", f"+{len(rest)}", tip)
        size = measure_chip("", "", chip.text, font)
        # One that is in the way gives up its place and is told with the others; the first, which
        # speaks loudest, is shortened instead.
        while len(placed) > 1 and x + size.width() > self._inner() and placed[-1][0].y() == y:
            at, last, _ = placed.pop()
            x = at.x()
            count = int(chip.text[1:]) + 1
            chip = Chip("not_mentioned", "", f"+{count}", f"{last.tip}\n{chip.tip}")
            size = measure_chip("", "", chip.text, font)
        if x + size.width() > self._inner():
            at, first, _ = placed.pop()
            x = self._inner() - size.width()
            placed.append((at, first, x - at.x() - self._look.space(SPACE_1)))
        placed.append((QPointF(x, y), chip, size.width()))

    def _chip_height(self) -> float:
        return measure_chip("", "", "x", self._look.font("meta", bold=True)).height()

    def _measure(self) -> float:
        space = self._look.space
        height = self._pad + self._head
        if self._passage is not None:
            height += space(SPACE_2) + self._passage.height
        if self._chips:
            height += space(SPACE_2) + self._chips[-1][0].y() + self._chip_height()
        if self.state.origin:
            height += space(SPACE_2) + self._look.metrics("meta").lineSpacing()
        if self.state.more:
            height += space(SPACE_2) + self._more_height()
        return height + self._pad

    def _more_height(self) -> float:
        return float(max(24, round(self._look.metrics("meta", bold=True).height() + 6)))

    def told_more(self) -> str:
        """“2 more passages here”; empty where there are none to open."""
        count = self.state.more
        return f"{count} more passage{'' if count == 1 else 's'} here" if count else ""

    # Places

    def button(self) -> QRectF:
        """Where the Link button lies, counted from the card's corner."""
        metrics = self._look.metrics("body", bold=True)
        icon = self._look.icon_size(16)
        wide = metrics.horizontalAdvance("contradicts") + 2 * icon + 38
        high = self._button_height()
        return QRectF(self.width - self._pad - wide, self._pad, wide, high)

    def stance_button(self) -> QRectF:
        """The end of the Link button that opens the stances; empty while nothing is linked."""
        if not self.state.linked:
            return QRectF()
        box = self.button()
        wide = max(28.0, float(self._look.icon_size(16) + 12))
        return QRectF(box.right() - wide, box.top(), wide, box.height())

    def more_button(self) -> QRectF:
        """Where the further passages are opened; empty where there are none."""
        if not self.state.more:
            return QRectF()
        wide = self._look.metrics("meta", bold=True).horizontalAdvance(self.told_more())
        high = self._more_height()
        room = wide + self._look.icon_size(14) + 8
        return QRectF(self._pad, self.height - self._pad - high, room, high)

    def tip_at(self, point: QPointF) -> str:
        """What a tool tip says at this point of the card; empty where there is nothing to tell."""
        if self.match.parts and self._meter_box().adjusted(-6, -6, 6, 6).contains(point):
            return self.told_score()
        if self.stance_button().contains(point):
            return "What the passage says about the claim (T)"
        for at, chip, width in self._chips:
            origin = QPointF(self._pad, self._chips_top())
            if QRectF(at + origin, QPointF(at.x() + width, at.y() + self._chip_height())
                      + origin).contains(point):  # fmt: skip
                return chip.tip
        if point.y() < self._pad + self._head:
            source = self.match.source
            told = (source.title, source.copy_note, source.note)
            return "\n".join(part for part in told if part)
        return ""

    def told_score(self) -> str:
        """The score with its parts by name: never the one without the others."""
        parts = "\n".join(f"{name}: {value:.0f}" for name, value in self.match.parts)
        return f"Match {self.match.score:.0f} of 100\n{parts}"

    def _meter_box(self) -> QRectF:
        size = measure_meter(self._look.font("meta"))
        button = self.button()
        left = button.left() - self._look.space(SPACE_3) - size.width()
        line = self._look.metrics("body", bold=True).lineSpacing()
        return QRectF(left, self._pad + (line - size.height()) / 2, size.width(), size.height())

    def _chips_top(self) -> float:
        top = self._pad + self._head + self._look.space(SPACE_2)
        if self._passage is not None:
            top += self._passage.height + self._look.space(SPACE_2)
        return top

    # Painting

    def paint(self, painter: QPainter, at: QPointF, *, focus: bool, hover: bool) -> None:
        """Paint with the upper left corner `at`."""
        theme = self._look.theme
        painter.save()
        painter.translate(at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self.width, self.height)
        strong = self.state.open
        painter.setPen(QPen(theme.accent if strong else theme.hairline, 1))
        painter.setBrush(theme.hover if hover and not strong else theme.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        self._paint_head(painter)
        if self._passage is not None:
            top = self._pad + self._head + self._look.space(SPACE_2)
            self._passage.draw(painter, QPointF(self._pad, top), theme.text)
        for place, chip, width in self._chips:
            paint_chip(painter, place + QPointF(self._pad, self._chips_top()),
                       RELATION_ICONS[chip.tone] if chip.kind else "",
                       KIND_ICONS.get(chip.kind, ""), chip.text, chip.tone, theme,
                       self._look.font("meta", bold=True), max_width=width)  # fmt: skip
        self._paint_origin(painter)
        self._paint_more(painter)
        if focus:
            paint_focus_ring(painter, box, theme, RADIUS_CARD)
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        theme, look = self._look.theme, self._look
        cap_font = look.font("body", bold=True)
        cap = measure_keycap("M", cap_font)
        if self.state.letter:
            paint_keycap(painter, QPointF(self._pad, self._pad), self.state.letter, theme, cap_font,
                         pressed=self.state.linked)  # fmt: skip
        meter = self._meter_box()
        if self.match.parts:
            steps = _steps(self.match.score)
            paint_meter(painter, meter.topLeft(), steps, theme, look.font("meta"))
        left = self._pad + max(cap.width(), cap.height()) + look.space(SPACE_3)
        line = look.metrics("body", bold=True).lineSpacing()
        end = meter.left() if self.match.parts else self.button().left()
        title = QRectF(left, self._pad, end - look.space(SPACE_2) - left, line)
        source = self.match.source
        paint_line(painter, title, source.title, look.font("body", bold=True), theme.text)
        meta = QRectF(left, self._pad + line, self.button().left() - look.space(SPACE_2) - left,
                      look.metrics("meta").lineSpacing())  # fmt: skip
        meta.setLeft(meta.left() + self._paint_badge(painter, meta))
        paint_line(painter, meta, told_source(self.match), look.font("meta"), theme.text_3)
        self._paint_button(painter)

    def _paint_origin(self, painter: QPainter) -> None:
        if not self.state.origin:
            return
        look, line = self._look, self._look.metrics("meta").lineSpacing()
        below = look.space(SPACE_2) + self._more_height() if self.state.more else 0.0
        icon = look.icon_size(14)
        top = self.height - self._pad - below - line
        paint_icon(painter, QRectF(self._pad, top + (line - icon) / 2, icon, icon), "copy",
                   look.theme.text_3)  # fmt: skip
        room = QRectF(self._pad + icon + 4, top, self._inner() - icon - 4, line)
        paint_line(painter, room, self.state.origin, look.font("meta"), look.theme.text_2)

    def _paint_badge(self, painter: QPainter, room: QRectF) -> float:
        """Say before the source's line that nothing of it leaves; answers how much room it took."""
        if not self.state.confidential:
            return 0.0
        theme, look, word = self._look.theme, self._look, "Confidential"
        icon, gap = look.icon_size(12), look.space(SPACE_1)
        wide = look.metrics("meta", bold=True).horizontalAdvance(word) + icon + 3 * gap
        box = QRectF(room.left(), room.top(), wide, room.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.neutral_tint)
        painter.drawRoundedRect(box, RADIUS_CONTROL / 2, RADIUS_CONTROL / 2)
        sign = QRectF(box.left() + gap, box.top(), icon, box.height())
        paint_icon(painter, sign, "shield", theme.text)
        words = box.adjusted(icon + 2 * gap, 0, gap, 0)
        paint_line(painter, words, word, look.font("meta", bold=True), theme.text)
        return wide + look.space(SPACE_2)

    def _paint_more(self, painter: QPainter) -> None:
        box, look = self.more_button(), self._look
        if box.isEmpty():
            return
        icon = look.icon_size(14)
        room = QRectF(box.left(), box.top(), icon, box.height())
        paint_icon(painter, room, "chevron_down", look.theme.accent)
        words = box.adjusted(icon + 4, 0, 0, 0)
        paint_line(painter, words, self.told_more(), look.font("meta", bold=True),
                   look.theme.accent)  # fmt: skip

    def _paint_button(self, painter: QPainter) -> None:
        theme, look = self._look.theme, self._look
        box = self.button()
        linked = self.state.linked
        painter.setPen(QPen(theme.accent if linked else theme.control_border, 1))
        painter.setBrush(theme.accent if linked else theme.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        ink = theme.on_accent if linked else theme.accent
        word = "Link"
        if linked:
            word = self.state.stance.value if self.state.stance else "Linked"
        icon = look.icon_size(15)
        font = look.font("body", bold=True)
        wide = look.metrics("body", bold=True).horizontalAdvance(word) + icon + 6
        end = self.stance_button()
        middle = (box.left() + (end.left() if linked else box.right())) / 2
        left = middle - wide / 2
        if linked:
            paint_icon(painter, end.adjusted(7, 7, -7, -7), "chevron_down", ink)
            painter.setPen(QPen(ink, 1))
            painter.drawLine(QPointF(end.left(), end.top() + 6),
                             QPointF(end.left(), end.bottom() - 6))  # fmt: skip
        paint_icon(painter, QRectF(left, box.top(), icon, box.height()),
                   "check" if linked else "link", ink)  # fmt: skip
        room = QRectF(left + icon + 6, box.top(), box.right() - left - icon - 6, box.height())
        paint_line(painter, room, word, font, ink, align=Qt.AlignmentFlag.AlignLeft)


def _steps(score: float) -> int:
    return max(1, min(5, round(score / 20 + 0.25)))


def told_source(match: Match) -> str:
    """Publisher, day, kind, language and place of a candidate, in one line."""
    source = match.source
    foreign = source.language not in ("", "en")
    language = LANGUAGES.get(source.language, source.language) if foreign else ""
    publisher, kind = isolate(source.publisher), source.kind.value
    place = "text missing" if source.text_missing else match.passage.place
    told = (publisher, source.published, kind, language, place)
    return " · ".join(part for part in told if part)


LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
}
