"""The report typeset as PDF: tagged (PDF/UA-1), with bookmarks and page numbers, in our own fonts.

The typesetter gets all words as data, never as markup. Characters that no font here can show are
shown as U+FFFD and counted in a warning.
"""

from __future__ import annotations

import json
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportOption, ReportWarning
from app.model.work import Work
from app.reports.font_coverage import missing_from
from app.reports.formats.pdf_pages import pages
from app.reports.wording import counted, listed, plain_words
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "pdf",
    "PDF",
    ".pdf",
    "Typeset pages to print and to file, readable by screen readers.",
    (ReportOption("paper", "Paper", "a4", ("a4", "us-letter")), WITHHOLD),
)

#: Seconds between two looks at whether the job was called off.
EVERY = 0.05

#: So often a character is left out that only the typesetter found to be missing.
MOST_TRIES = 20

# What has no picture of its own and needs no glyph; and what PDF/UA forbids.
_INVISIBLE = re.compile("[\n\t\xad\u034f\u061c\u200b-\u200f\u2028\u2029\u2060-\u2064\ufe00-\ufe0f]")
_FORBIDDEN = re.compile("[\ufeff\ufffe\uffff]")
_NOT_SHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The pages. The typesetter itself cannot be stopped: called off, its work is thrown away."""
    form = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": _timestamp(dossier.made)}
    made: bytes = _set(dossier, setting, form)
    return made


def pictures(dossier: Dossier, setting: Setting, dots: int) -> tuple[bytes, ...]:
    """The same pages as PNG, with so many dots to the inch; called off as `render` is."""
    made = _set(dossier, setting, {"format": "png", "ppi": float(dots)})
    return tuple(made) if isinstance(made, list) else (made,)


def _set(dossier: Dossier, setting: Setting, form: Mapping[str, Any]) -> Any:
    setting.work.tick(0, 3, "Gathering")
    told = _clean(pages(dossier, setting.options.get("paper", "a4")))
    setting.work.tick(1, 3, "Choosing fonts")
    missing = _missing(told, setting)
    setting.work.tick(2, 3, "Typesetting")
    for _ in range(MOST_TRIES):
        try:
            return _typeset(_without(told, missing), setting, form)
        except RuntimeError as error:
            found = _NOT_SHOWN.search(str(error))
            # A mark may be in one font and its letter in another, which only the shaper can see.
            extra = set(_unescaped(found[1])) - missing if found else set()
            if not extra:
                raise
            missing = missing | extra
    raise AssertionError("the typesetter goes on finding characters that it was not given")


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Characters that no font on this computer can show."""
    missing = _missing(_clean(pages(dossier, "a4")), setting)
    if not missing:
        return ()
    scripts = sorted({_script(one) for one in missing})
    named = listed(scripts if len(scripts) < 5 else [*scripts[:4], "others"])
    sentence = (
        f"{counted(len(missing), 'character')} ({named}) cannot be shown: no font on this computer "
        "has them. They stand as �; the web page has them all."
    )
    return (ReportWarning("no font", sentence),)


def fonts_of(resources: Path) -> Iterator[tuple[Path, int]]:
    """Our fonts, then, only if somebody goes on asking, those of the system."""
    import typst

    folder = resources / "fonts"
    ours = sorted(one for one in folder.rglob("*") if one.suffix in (".otf", ".ttf"))
    if not ours:
        raise FileNotFoundError(folder)
    yield from ((one, 0) for one in ours)
    for one in typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts():
        if one.path:
            yield Path(one.path), one.index


def _typeset(told: Any, setting: Setting, form: Mapping[str, Any]) -> Any:
    """Set the pages in a thread of its own, looking now and then whether they are still wanted."""
    import typst

    template = (setting.templates / "report.typ").read_bytes()
    outcome: list[Any] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            outcome.append(
                typst.compile(
                    template,
                    font_paths=[setting.resources / "fonts"],
                    sys_inputs={"report": json.dumps(told, ensure_ascii=False)},
                    **form,
                )
            )
        except BaseException as error:
            failed.append(error)

    _wait(threading.Thread(target=run, name="typesetter", daemon=True), setting.work)
    if failed:
        raise failed[0]
    return outcome[0]


def _wait(thread: threading.Thread, work: Work) -> None:
    thread.start()
    while thread.is_alive():
        thread.join(EVERY)
        work.tick(2, 3, "Typesetting")


def _timestamp(made: str) -> int:
    """Seconds since 1970, so that the same dossier gives the same file."""
    try:
        when = datetime.fromisoformat(made)
        return max(0, int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()))
    except (ValueError, OverflowError):
        return 0


def _clean(told: Any) -> Any:
    return _mapped(told, lambda text: _FORBIDDEN.sub("\ufffd", plain_words(text)))


def _mapped(told: Any, change: Callable[[str], str]) -> Any:
    if isinstance(told, str):
        return change(told)
    if isinstance(told, list):
        return [_mapped(one, change) for one in told]
    if isinstance(told, dict):
        return {key: _mapped(one, change) for key, one in told.items()}
    return told


def _missing(told: Any, setting: Setting) -> frozenset[str]:
    text = _INVISIBLE.sub("", json.dumps(told, ensure_ascii=False))
    return missing_from([text], fonts_of(setting.resources))


def _without(told: Any, missing: frozenset[str]) -> Any:
    def shown(text: str) -> str:
        if missing.isdisjoint(text):
            return text
        return "".join("\ufffd" if character in missing else character for character in text)

    return _mapped(told, shown)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def _script(character: str) -> str:
    """The first word of a character's name: its script, mostly."""
    return unicodedata.name(character, "unnamed").split(" ")[0].split("-")[0].capitalize()
