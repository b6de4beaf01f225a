"""The log: a small rotating file that tells what the app did, never what an article says.

Must not know what is being logged; it cuts anything that could be a text.
"""

from __future__ import annotations

import logging
import logging.handlers
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

_BYTES_A_FILE = 256 * 1024
_FILES_KEPT = 3
_LONGEST_VALUE = 80
_LONGEST_LINE = 300

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def start(folder: Path, *, level: int = logging.INFO) -> Path | None:
    """Send what the loggers under "app" say to a file in `folder`; returns that file.

    Starting again moves the log to the new folder. Returns None where the folder cannot be
    written: the app works without a log.
    """
    stop()
    file = folder / "claimdesk.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            file, maxBytes=_BYTES_A_FILE, backupCount=_FILES_KEPT, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(DiscreetFormatter())
    logger = logging.getLogger("app")
    logger.setLevel(level)
    logger.addHandler(handler)
    return file


def stop() -> None:
    """Close the log file, if there is one."""
    logger = logging.getLogger("app")
    for handler in list(logger.handlers):
        if isinstance(handler.formatter, DiscreetFormatter):
            logger.removeHandler(handler)
            handler.close()


def where(trace: TracebackType | None) -> str:
    """The places an error went through, one a line: file, line, function; no values."""
    return "\n".join(
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    )


class DiscreetFormatter(logging.Formatter):
    """One line a record, with long values cut and errors told by kind and place alone.

    The message of an error may quote the text that it tripped over, so it is left out.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line (and the places of its error, one a line)."""
        discreet = logging.makeLogRecord(record.__dict__)
        discreet.args = _cut_all(record.args)
        # A traceback formatted by another handler lies in the record, message and all.
        discreet.exc_text = None
        discreet.stack_info = None
        try:
            message = discreet.getMessage()
        except (TypeError, ValueError, KeyError):
            message = f"{record.msg!s} (its values do not fit)"
        line = message.replace("\n", " ")
        discreet.msg = line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE] + "…"
        discreet.args = None
        return super().format(discreet)

    def formatException(self, ei: _ExcInfo) -> str:
        """Kind and places of an error, without its message."""
        kind, _, trace = ei
        name = kind.__name__ if kind else "error"
        return f"  {name}\n{where(trace)}" if trace else f"  {name}"


def _cut_all(
    args: tuple[object, ...] | Mapping[str, object] | None,
) -> tuple[object, ...] | Mapping[str, object] | None:
    if isinstance(args, Mapping):
        return {name: _cut(value) for name, value in args.items()}
    return tuple(_cut(value) for value in args) if args else args


def _cut(value: object) -> object:
    """`value`, or how long it is where it is long enough to be someone's text."""
    if isinstance(value, BaseException):
        return type(value).__name__
    if value is None or isinstance(value, bool | int | float):
        return value
    shown = str(value)
    if len(shown) <= _LONGEST_VALUE:
        return value
    return f"<{type(value).__name__} of {len(shown)} characters>"


def _short(filename: str) -> str:
    """The path from the package on: the folders above tell the reviewer's name."""
    parts = Path(filename).parts
    for start_at in ("app", "site-packages"):
        if start_at in parts:
            at = len(parts) - 1 - parts[::-1].index(start_at)
            return "/".join(parts[at:])
    return parts[-1] if parts else filename
