"""The reviewer's settings: one small JSON file, written whole or not at all.

Must not know the window that shows them, nor the library.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from app.host.paths import settings_folder

THEMES = ("system", "light", "dark", "contrast")
#: Line heights of texts to be read, in per cent of the font's own.
SPACINGS = (110, 120, 140, 160)
#: The fonts of texts to be read.
READING_FONTS = ("serif", "sans")
#: Where a verdict leads: to the next claim to review, to the next one, or nowhere.
ADVANCES = ("unreviewed", "next", "off")
#: The verdicts after which reasons are asked for: none, those that contradict, all.
RATIONALE_RULES = ("never", "refuted", "always")
#: How many candidates a claim may have.
CANDIDATES = (3, 4, 5)
SMALLEST_TEXT = 90
LARGEST_TEXT = 200


def _is_text(value: object) -> bool:
    # A half of a surrogate pair is text to Python and can be written nowhere.
    return isinstance(value, str) and value == value.encode("utf-8", "replace").decode("utf-8")


def _is_path(value: object) -> bool:
    return _is_text(value) and "\0" not in str(value)


def _is_ascii(value: object) -> bool:
    return isinstance(value, str) and value.isascii()


def _is_id(value: object) -> bool:
    return _is_number(value) and value < 2**63  # type: ignore[operator]


def _is_number(value: object) -> bool:
    # JSON's true is an int in Python and no number to a reader.
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_text_size(value: object) -> bool:
    return _is_number(value) and SMALLEST_TEXT <= value <= LARGEST_TEXT  # type: ignore[operator]


def _is_words(value: object) -> bool:
    """Texts by text: names of commands with their keys, options with their values."""
    return isinstance(value, dict) and all(
        _is_text(name) and _is_text(one) for name, one in value.items()
    )


def _is_open_sources(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, list) and len(one) == 2 and all(map(_is_id, one)) for one in value
    )


def _is_profiles(value: object) -> bool:
    return isinstance(value, dict) and all(
        _is_text(name) and _is_words(one) for name, one in value.items()
    )


_ALLOWED: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in THEMES,
    "text_size": _is_text_size,
    "reviewer": _is_text,
    "last_library": _is_path,
    "geometry": _is_ascii,
    "last_article": _is_id,
    "open_sources": _is_open_sources,
    "line_spacing": lambda value: _is_number(value) and value in SPACINGS,
    "scale": _is_text,
    "reading_font": lambda value: value in READING_FONTS,
    "auto_advance": lambda value: value in ADVANCES,
    "ask_rationale": lambda value: value in RATIONALE_RULES,
    "candidates": lambda value: _is_number(value) and value in CANDIDATES,
    "physical_keys": lambda value: isinstance(value, bool),
    "keys": _is_words,
    "single_keys": lambda value: isinstance(value, bool),
    "report_format": _is_text,
    "report_options": _is_profiles,
    "report_folder": _is_path,
    "keep_files": lambda value: isinstance(value, bool),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reviewer chose and where they were. Raises ValueError on a value not allowed.

    theme: one of THEMES; text_size: percent, 90 to 200; reviewer: the name written beside a
    verdict; last_library: path of the library last open, or ""; geometry: the window's place and
    size as base64, or ""; last_article: id of the article last open, 0 for none; open_sources: the
    sources kept open beside it, each as the id of the passage shown and the pixels scrolled to;
    line_spacing: per cent, one of SPACINGS; scale: key of the rating scale of new verdicts, "" for
    the usual; keys: the keys of commands by their names where they are not the usual ones, "" for
    none; single_keys: whether keys without Ctrl or Alt are bound; physical_keys: whether they work
    by their place on keyboards with other letters; reading_font, auto_advance, ask_rationale,
    candidates: one of READING_FONTS, ADVANCES, RATIONALE_RULES, CANDIDATES; report_format,
    report_options:
    the format of reports, and the options by format; report_folder: where reports go, "" for the
    documents; keep_files: whether files of sources are kept beside the library.
    """

    theme: str = "system"
    text_size: int = 100
    reviewer: str = ""
    last_library: str = ""
    geometry: str = ""
    last_article: int = 0
    line_spacing: int = 120
    scale: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    single_keys: bool = True
    report_format: str = ""
    report_options: dict[str, dict[str, str]] = field(default_factory=dict)
    report_folder: str = ""
    physical_keys: bool = True
    reading_font: str = "serif"
    auto_advance: str = "unreviewed"
    ask_rationale: str = "never"
    candidates: int = 5
    keep_files: bool = False
    open_sources: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if not _ALLOWED[one.name](value):
                raise ValueError(f"{value!r} is no {one.name}")


def settings_file() -> Path:
    """The file that `load` and `save` use where none is named."""
    return settings_folder() / "settings.json"


def load(path: Path | None = None) -> tuple[Settings, str]:
    """The settings, and a sentence for the reviewer where something was amiss ("" otherwise).

    A file that cannot be understood is set aside under the name + ".damaged" and the defaults are
    used; a single value that is not allowed falls back alone; names from a newer version are
    ignored. Never raises.
    """
    path = path or settings_file()
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(kept, dict):
            raise ValueError("the settings are no object")
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"The settings in {path} could not be read ({error.strerror})."
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)
    return _understood(kept)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings so that a crash leaves either the old file or the new. Raises OSError."""
    # A settings file that is a link into someone's collection of settings stays a link.
    path = (path or settings_file()).resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".", suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _flush_folder(path.parent)


def _understood(kept: dict[str, Any]) -> tuple[Settings, str]:
    """The allowed values of `kept`, and a sentence naming those that were not."""
    known = {name: value for name, value in kept.items() if name in _ALLOWED}
    wrong = sorted(name for name, value in known.items() if not _ALLOWED[name](value))
    settings = Settings(**{name: value for name, value in known.items() if name not in wrong})
    if not wrong:
        return settings, ""
    return (
        settings,
        f"These settings made no sense and are back at their defaults: {', '.join(wrong)}.",
    )


def _set_aside(path: Path) -> str:
    aside = path.with_name(path.name + ".damaged")
    try:
        os.replace(path, aside)
    except OSError:
        return f"The settings in {path} are damaged; the defaults are used."
    return f"The settings were damaged; the defaults are used and the old file is kept as {aside}."


def _flush_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
