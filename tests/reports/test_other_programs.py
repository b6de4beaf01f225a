"""Office and browser open what we write: slow, and only where they are installed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.dossier import Dossier
from app.reports.formats import docx, html, xlsx
from app.reports.tables import tables
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(500)]
with_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
with_browser = pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")


#: The first sheet as CSV in UTF-8.
SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1"


def converted(path: Path, ending: str, form: str) -> bytes:
    """What LibreOffice makes of a file."""
    assert OFFICE is not None
    subprocess.run(
        [
            OFFICE, f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless",
            "--convert-to", form, "--outdir", path.parent, path,
        ],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return path.with_suffix(ending).read_bytes()


def joined(text: str) -> str:
    return "".join(text.split())


@with_office
def test_the_word_document_says_the_same_in_libreoffice(
    dossier: Dossier, setting: Setting, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(docx.render(dossier, setting))
    told = joined(converted(path, ".txt", "txt:Text (encoded):UTF8").decode("utf-8-sig"))
    for claim in dossier.claims:
        assert joined(claim.claim.statement) in told
        for one in claim.review.evidence:
            assert joined(one.exact) in told
    for source in dossier.sources:
        assert joined(source.title) in told
    assert joined("Know before you rely on it") in told


@with_office
def test_the_workbook_says_the_same_in_libreoffice(
    dossier: Dossier, setting: Setting, tmp_path: Path
) -> None:
    """Its first sheet as LibreOffice reads it; what begins like a formula is a text there too."""
    live = [one for one in HOSTILE if one.startswith(("=", "+", "-", "@")) and len(one) < 100]
    claims = tuple(
        replace(one, claim=replace(one.claim, statement=text))
        for one, text in zip(dossier.claims, live, strict=False)
    )
    told = replace(dossier, claims=claims)
    path = tmp_path / "report.xlsx"
    path.write_bytes(xlsx.render(told, setting))
    rows = list(
        csv.reader(converted(path, ".csv", SHEET).decode("utf-8").splitlines(keepends=True))
    )
    wanted = tables(told)[0]
    assert rows[0] == list(wanted.columns)
    shown = [row[1] for row in rows[1:]]
    assert shown == [str(row[1]) for row in wanted.rows]
    assert any(text.startswith("=") for text in shown)


@with_office
def test_hostile_words_open_in_libreoffice(
    dossier: Dossier, setting: Setting, tmp_path: Path
) -> None:
    """All of them in one document and one workbook, a claim each."""
    spare = dossier.claims[8]
    claims = tuple(
        replace(
            hostile(spare, text[:3000]),
            claim=replace(hostile(spare.claim, text[:3000]), id=place, position=place),
            review=replace(spare.review, rationale=text[:3000]),
        )
        for place, text in enumerate(HOSTILE, start=1)
    )
    told = replace(dossier, claims=claims)
    for made, name, ending, form in (
        (docx.render(told, setting), "r.docx", ".txt", "txt:Text (encoded):UTF8"),
        (
            xlsx.render(told, setting),
            "r.xlsx",
            ".csv",
            SHEET,
        ),
    ):
        path = tmp_path / name
        path.write_bytes(made)
        read = converted(path, ending, form).decode("utf-8-sig")
        assert "<script>alert(1)</script>" in read
        assert '=HYPERLINK("http' in read.replace('""', '"')
        assert "中文，日本語、한국어" in read


@with_browser
def test_no_script_runs_in_a_browser(dossier: Dossier, setting: Setting, tmp_path: Path) -> None:
    assert BROWSER is not None
    act = "document.documentElement.id='ran'"
    strings = [
        f"<script>{act}</script>", f"</style><script>{act}</script>",
        f'"><img src=x onerror="{act}">', f"<svg/onload=\"{act}\">",
        f"</title><svg onload=\"{act}\">", f"' autofocus onfocus='{act}",
    ]  # fmt: skip
    for number, text in enumerate(strings):
        path = tmp_path / f"{number}.html"
        path.write_bytes(html.render(hostile(dossier, text), setting))
        tree = subprocess.run(
            [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000",
             "--dump-dom", path.as_uri()],
            check=True, capture_output=True, timeout=100,
        ).stdout.decode("utf-8", "replace")  # fmt: skip
        assert "<html" in tree
        assert 'id="ran"' not in tree[: tree.index(">", tree.index("<html"))]
    # The looking sees a script that does run.
    path = tmp_path / "live.html"
    path.write_text(f"<!DOCTYPE html><html><body><script>{act}</script></body></html>")
    tree = subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()],
        check=True, capture_output=True, timeout=100,
    ).stdout.decode()  # fmt: skip
    assert 'id="ran"' in tree
