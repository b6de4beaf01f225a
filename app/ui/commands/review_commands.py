"""The commands that decide: link, verdict, rationale, undo, and moving from claim to claim."""

from __future__ import annotations

from collections.abc import Callable

from app.model.rating import RatingScale
from app.model.review import Stance
from app.ui.commands.command import Command
from app.ui.deciding import Deciding
from app.ui.evidence.candidates import LETTERS, Candidates
from app.ui.open_article import OpenArticle


def verdict_commands(
    deciding: Deciding,
    article: OpenArticle,
    scale: RatingScale,
    write_rationale: Callable[[], None],
) -> list[Command]:
    """A number for each rating of the scale, and what belongs to a verdict."""
    commands = [
        Command(
            f"verdict-{rating.key}",
            rating.name,
            "Verdict",
            (str(rating.number),),
            lambda rating=rating: deciding.give(rating),  # type: ignore[misc]
            group="Decide",
            available=lambda: article.current is not None,
        )
        for rating in scale.ratings
    ]
    return [
        *commands,
        Command("clear-verdict", "Clear verdict", "Verdict", ("0",), deciding.clear,
                group="Decide", available=lambda: article.current is not None, section=True),
        Command("rationale", "Write rationale", "Verdict", ("R",), write_rationale,
                icon="edit", group="Decide", available=lambda: article.current is not None),
        Command("flag", "Flag for second review", "Verdict", ("F",), deciding.toggle_flag,
                icon="flag", group="Decide", available=lambda: article.current is not None),
    ]  # fmt: skip


def evidence_commands(
    deciding: Deciding,
    candidates: Candidates,
    search: Callable[[], None],
    read_in_context: Callable[[], None],
) -> list[Command]:
    """A letter for each candidate, and what opens and finds them."""

    def link(letter: str, stance: Stance | None) -> Callable[[], None]:
        return lambda: deciding.toggle_link(candidates.row_of_letter(letter), stance)

    def exists(letter: str) -> Callable[[], bool]:
        return lambda: candidates.row_of_letter(letter) is not None

    plain = [
        Command(f"link-{letter}", f"Link or unlink source {letter}", "Evidence", (letter,),
                link(letter, None), icon="link", available=exists(letter))
        for letter in LETTERS
    ]  # fmt: skip
    against = [
        Command(f"contradict-{letter}", f"Link source {letter} as contradicting", "Evidence",
                (f"Shift+{letter}",), link(letter, Stance.CONTRADICTS), icon="link",
                available=exists(letter), section=letter == LETTERS[0])
        for letter in LETTERS
    ]  # fmt: skip
    return [
        *plain,
        *against,
        Command("previous-candidate", "Previous candidate", "Evidence", ("[",),
                lambda: candidates.highlight(candidates.highlighted - 1), section=True),
        Command("next-candidate", "Next candidate", "Evidence", ("]",),
                lambda: candidates.highlight(candidates.highlighted + 1)),
        Command("read-in-context", "Read source in context", "Evidence", ("Space",),
                read_in_context, icon="book", group="Evidence",
                available=lambda: candidates.highlighted_match() is not None),
        Command("search-library", "Search library for this claim", "Evidence", ("/",),
                search, icon="search", group="Evidence"),
    ]  # fmt: skip


def move_commands(article: OpenArticle, say: Callable[[str], None]) -> list[Command]:
    """From claim to claim."""

    def to_unreviewed(direction: int) -> Callable[[], None]:
        def act() -> None:
            claim_id, wrapped = article.next_to_review(direction)
            if not claim_id:
                say("Every other claim has a verdict.")
                return
            article.choose(claim_id)
            if wrapped:
                say("Went round the end of the article.")

        return act

    def is_open() -> bool:
        return article.article is not None

    return [
        Command("next-unreviewed", "Next unreviewed claim", "Go", ("N",), to_unreviewed(1),
                icon="arrow", group="Move", available=is_open),
        Command("previous-unreviewed", "Previous unreviewed claim", "Go", ("Shift+N",),
                to_unreviewed(-1), group="Move", available=is_open),
        Command("next-claim", "Next claim", "Go", ("J",), lambda: article.move(1),
                group="Move", available=is_open, section=True),
        Command("previous-claim", "Previous claim", "Go", ("K",), lambda: article.move(-1),
                group="Move", available=is_open),
        Command("first-claim", "First claim", "Go", ("Ctrl+Home",),
                lambda: article.move(-len(article.claims)), available=is_open),
        Command("last-claim", "Last claim", "Go", ("Ctrl+End",),
                lambda: article.move(len(article.claims)), available=is_open),
    ]  # fmt: skip


def history_commands(deciding: Deciding) -> list[Command]:
    """Back and forth again."""
    return [
        Command("undo", "Undo", "Edit", ("Ctrl+Z",), deciding.undo, icon="undo", group="Undo"),
        Command("redo", "Redo", "Edit", ("Ctrl+Shift+Z",), deciding.redo, group="Undo"),
    ]
