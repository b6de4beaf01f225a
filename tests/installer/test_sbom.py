"""The bill of materials lists what is bundled, by the sums that the lock demands."""

from __future__ import annotations

from pathlib import Path

from installer import steps, sums
from installer.facts import Facts
from installer.sbom import keep_runtime, locked

FACTS = Facts(version="1.2.3", summary="…", licence="MIT", moment=0)


def test_the_lock_is_read_whole() -> None:
    found = locked()
    assert {"pyside6-essentials", "rapidfuzz", "sqlite-utils"} <= found.keys()
    assert all(hashes for _, hashes in found.values())


def test_what_only_builds_is_left_out() -> None:
    bill = {
        "components": [
            {"bom-ref": "a", "name": "RapidFuzz", "version": "3"},
            {"bom-ref": "b", "name": "pyinstaller", "version": "6"},
        ],
        "dependencies": [{"ref": "a", "dependsOn": ["b"]}, {"ref": "b"}],
    }
    keep_runtime(bill, FACTS)
    (only,) = bill["components"]
    assert only["name"] == "RapidFuzz"
    assert {one["alg"] for one in only["hashes"]} == {"SHA-256"}
    assert bill["dependencies"] == [{"ref": "a", "dependsOn": []}]
    assert bill["metadata"]["component"]["version"] == "1.2.3"


def test_the_sums_are_those_of_the_files(tmp_path: Path) -> None:
    assert sums.write(tmp_path) is None
    package = steps.write(tmp_path / "a.deb", "package")
    written = sums.write(tmp_path)
    assert written is not None
    assert written.read_text(encoding="utf-8") == f"{steps.sha256(package)}  a.deb\n"
