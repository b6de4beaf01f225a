"""A session without a window, for the parts of the window that know no widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.ui.session import Session

T = TypeVar("T")

#: Six claims in one short article.
ARTICLE = (
    "Council sells the old mill\n\n"
    "The council sold the old mill on Monday. The buyer paid 250,000 euros for it. "
    "Some 40 people protested outside the hall. The mayor said that the money would go to schools. "
    "The sale was approved by nine votes to four.\n"
)

#: Texts whose places in Qt and in Python differ, or that run from the right.
WORLD = (
    "Отчёт о переговорах\n\n"
    "Дамаск, 16 сентября. Премьер-министр\u00a0Путин сказал 17\u00a0сентября, что 40 самолётов "
    "ударили по городу. قال المتحدث إن 12 شخصا قتلوا في دمشق يوم 16 سبتمبر. "
    "Then הממשלה אמרה ש-30 אנשים נהרגו in 2016. 中国政府在2016年9月16日表示，40人死亡。 "
    "The minister 😀👨‍👩‍👧 said that 😀 12 people were hurt on 3 May.\n"
)

#: Another weekday than the article, and the same number of people.
SOURCE = "The old mill was sold on Tuesday, the council said. 40 people protested.\n"


class Bench:
    """Hands verbs to a session and waits for what they start."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self._qtbot = qtbot
        self.session = session

    def settle(self) -> None:
        """Wait until nothing is under way."""
        while self.session.busy:
            with self._qtbot.waitSignal(self.session.idle, timeout=20_000):
                pass

    def do(self, verb: Callable[[Desk], T]) -> T:
        """What the verb answers in the library lane, after all that it starts has come back."""
        answers: list[T] = []
        self.session.do(verb, answers.append)
        self.settle()
        return answers[0]

    def add_article(self, text: str = ARTICLE) -> int:
        """The id of this text in the library."""
        return self.do(lambda desk: desk.articles.add_text(text)).id
