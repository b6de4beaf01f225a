"""The command line's start: the verbs gathered, and every error told in one sentence.

Exit status: 0 done, 1 the library or the computer failed, 2 bad input, 130 stopped by Ctrl+C,
141 the reader of our output went away. Knows no verb.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback

import click

from app import __version__
from app.cli.article_commands import article_group, list_articles, show_claims
from app.cli.claim_commands import claim_group
from app.cli.face import Face, shared_options
from app.cli.library_commands import library_group, sample
from app.cli.match_commands import match
from app.cli.report_commands import import_review, list_formats, write_report
from app.cli.review_commands import give_verdict, redo, undo
from app.cli.source_commands import sources_group
from app.model.errors import ClaimdeskError, LibraryError
from app.model.work import Cancelled

FAILED, BAD_INPUT, STOPPED, READER_GONE = 1, 2, 130, 141


class _InOrder(click.Group):
    """Lists its commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


@click.group(
    cls=_InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    no_args_is_help=False,
    epilog="Without a command the window opens.",
)
@click.version_option(__version__, prog_name="claimdesk", message="%(prog)s %(version)s")
@shared_options
def claimdesk() -> None:
    """Check an article claim by claim against your own library of sources.

    \b
    A first look:
      claimdesk sample
      claimdesk match "Lavrov met Kerry in New York"
      claimdesk verdict 1 supported --evidence 12 --rationale "Both ministries say so."
      claimdesk report 1 -o report.html

    Exit status: 0 done, 1 the library or the computer failed, 2 bad input.
    """


for _command in (
    sample,
    article_group,
    list_articles,
    show_claims,
    claim_group,
    sources_group,
    match,
    give_verdict,
    undo,
    redo,
    write_report,
    list_formats,
    import_review,
    library_group,
):
    claimdesk.add_command(_command)


def run(argv: list[str]) -> int:
    """Run one command and answer its exit status. Never raises and prints no traceback."""
    _speak_utf8()
    try:
        status = _run(argv)
        if sys.stdout is not None:  # None where the caller closed it
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        _let_go_of_output()
        return READER_GONE
    except (KeyboardInterrupt, click.Abort, Cancelled):
        _tell("Stopped; what was finished is kept.")
        return STOPPED
    except OSError as error:
        _let_go_of_output()
        _tell(f"The answer could not be written: {error.strerror or error}.")
        return FAILED


def _run(argv: list[str]) -> int:
    try:
        with claimdesk.make_context("claimdesk", argv or ["--help"], obj=Face()) as context:
            claimdesk.invoke(context)
        return 0
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        _tell(_one_line(error))
        return BAD_INPUT
    except LibraryError as error:
        _tell(f"{error} {error.action}".strip())
        return FAILED
    except ClaimdeskError as error:
        _tell(str(error))
        return BAD_INPUT
    except (OSError, KeyboardInterrupt, click.Abort, Cancelled):
        raise
    except Exception as error:
        _tell(_own_fault(error))
        return FAILED


def _one_line(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    hint = f" See: {context.command_path} --help" if context is not None else ""
    return f"{message}{hint}"


def _own_fault(error: Exception) -> str:
    # A bug of ours: where it is, without the article's words that a traceback could hold.
    if os.environ.get("CLAIMDESK_TRACEBACK"):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)} line {frames[-1].lineno}" if frames else "?"
    return (
        f"Claimdesk made a mistake of its own ({type(error).__name__}, {place}); "
        "every finished step is kept. Please report it."
    )


def _tell(sentence: str) -> None:
    # Where even the standard error is closed there is nobody left to tell.
    with contextlib.suppress(OSError, ValueError):
        shown = "".join(c if c.isprintable() else "�" for c in sentence)
        click.echo(f"claimdesk: {shown}", err=True)


def _speak_utf8() -> None:
    # Piped output is read by programs, on Windows too; a terminal keeps its own encoding.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def _let_go_of_output() -> None:
    # Python flushes once more while it ends; into the void, or it would complain there.
    with contextlib.suppress(OSError, ValueError):
        void = os.open(os.devnull, os.O_WRONLY)
        os.dup2(void, sys.stdout.fileno())
