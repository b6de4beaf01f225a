"""What a Linux desktop is told of the app is what its own tools call valid."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from installer import steps
from installer.facts import CATALOGUE_ID, Facts
from installer.linux import files

FACTS = Facts(version="1.2.3", summary="…", licence="MIT", moment=1_474_416_000)


def test_the_records_are_xml_and_name_this_version() -> None:
    metainfo = etree.fromstring(files.metainfo(FACTS).encode())
    release = metainfo.find("releases/release")
    assert (release.get("version"), release.get("date")) == ("1.2.3", "2016-09-21")
    mime = etree.fromstring(files.MIME.encode())
    assert mime[0].get("type") == "application/vnd.claimdesk.library"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_desktop_entry_is_valid(tmp_path: Path) -> None:
    entry = steps.write(tmp_path / "claimdesk.desktop", files.DESKTOP)
    subprocess.run(["desktop-file-validate", entry], check=True)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="not installed")
def test_the_catalogue_record_is_valid(tmp_path: Path) -> None:
    record = steps.write(tmp_path / f"{CATALOGUE_ID}.metainfo.xml", files.metainfo(FACTS))
    subprocess.run(["appstreamcli", "validate", "--no-net", record], check=True)


@pytest.mark.skipif(shutil.which("man") is None, reason="not installed")
def test_the_manual_page_has_no_warnings(tmp_path: Path) -> None:
    page = steps.write(tmp_path / "claimdesk.1", files.manual(FACTS))
    done = subprocess.run(
        ["man", "--warnings", "-l", page], capture_output=True, text=True, check=True
    )
    assert not done.stderr
