"""The commands that decide: link, verdict, rationale, undo, and moving from claim to claim."""

from __future__ import annotations

from collections.abc import Callable

from app.model.rating import RatingScale
from app.model.review import Stance
from app.ui.commands.command import Command
from app.ui.confidential import Confidential
from app.ui.deciding import SAVE_AND_ADVANCE, Deciding
from app.ui.evidence.candidates import LETTERS, Candidates
from app.ui.evidence.earlier_verdicts import EarlierVerdicts
from app.ui.open_article import OpenArticle


def verdict_commands(
    deciding: Deciding,
    article: OpenArticle,
    scale: RatingScale,
    write_rationale: Callable[[], None],
    offer_phrases: Callable[[], None],
    save_and_advance: Callable[[], None],
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
        Command("recent-rationales", "Recent rationales…", "Verdict", ("Shift+R",), offer_phrases,
                icon="history", available=lambda: article.current is not None),
        Command(SAVE_AND_ADVANCE, "Save rationale and go on", "Verdict", ("Ctrl+Return",),
                save_and_advance, icon="arrow", available=lambda: article.current is not None),
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


#: The names of the commands that say what a linked passage says, in the order of their menu.
STANCE_COMMANDS = ("stance-follow", *(f"stance-{stance.value}" for stance in Stance))


def look_commands(
    deciding: Deciding,
    candidates: Candidates,
    confidential: Confidential,
    earlier: EarlierVerdicts,
    show_history: Callable[[], object],
    has_claim: Callable[[], bool],
) -> list[Command]:
    """What the highlighted passage says, its neighbours, and what was decided before."""

    def is_linked() -> bool:
        return deciding.is_linked(candidates.highlighted_match())

    def choose(stance: Stance | None) -> Callable[[], None]:
        return lambda: deciding.choose_stance(candidates.highlighted_match(), stance)

    def has_more() -> bool:
        match = candidates.highlighted_match()
        return candidates.opened is not None or bool(match and match.more and not candidates.query)

    told = (
        "Stance follows the verdict",
        *(f"Source {stance.value} the claim" for stance in Stance),
    )
    stances = [
        Command(name, title, "Evidence", (), choose(stance), icon="link", available=is_linked,
                section=stance is None)
        for name, title, stance in zip(STANCE_COMMANDS, told, (None, *Stance), strict=True)
    ]  # fmt: skip
    return [
        *stances,
        Command("next-stance", "Next stance", "Evidence", ("T",),
                lambda: deciding.next_stance(candidates.highlighted_match()), icon="link",
                group="Evidence", available=is_linked),
        Command("confidential-evidence", "Keep this evidence out of reports", "Evidence", ("Q",),
                lambda: confidential.toggle_evidence(candidates.highlighted_match()),
                icon="shield", group="Evidence", available=is_linked, section=True,
                checked=lambda: confidential.holds_evidence(candidates.highlighted_match())),
        Command("confidential-source", "Keep this source out of all reports", "Evidence",
                ("Shift+Q",),
                lambda: confidential.toggle_source(candidates.highlighted_match()),
                icon="shield", available=lambda: candidates.highlighted_match() is not None,
                checked=lambda: confidential.holds_source(candidates.highlighted_match())),
        Command("more-passages", "More passages of this source", "Evidence", ("Shift+Space",),
                candidates.open_more, icon="book", group="Evidence", available=has_more,
                section=True),
        Command("earlier-verdicts", "Earlier verdicts in full", "Evidence", ("Shift+H",),
                earlier.unfold, icon="history", available=lambda: earlier.has_any),
        Command("history", "History of this claim", "Verdict", ("H",), show_history,
                icon="history", group="Decide", available=has_claim, section=True),
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
