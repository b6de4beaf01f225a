"""The software bill of materials in CycloneDX JSON: every locked package with licence and hash.

Made by cyclonedx-py from the environment that is frozen; what only freezes is left out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from installer import steps
from installer.facts import APP_ID, BUILD, DIST, ROOT, Facts
from installer.tree.environment import environment

RUNTIME_LOCK = ROOT / "requirements.lock"
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def build(facts: Facts) -> Path:
    """Write the bill of the app's own packages and answer its path."""
    steps.say("Listing what is bundled")
    BUILD.mkdir(parents=True, exist_ok=True)
    raw = BUILD / "environment.cdx.json"
    python = environment()
    steps.run(
        [
            python,
            "-m",
            "cyclonedx_py",
            "environment",
            "--output-reproducible",
            "--of",
            "JSON",
            "-o",
            raw,
            python,
        ]
    )
    bill = json.loads(raw.read_text(encoding="utf-8"))
    keep_runtime(bill, facts)
    path = DIST / f"{APP_ID}-{facts.version}.cdx.json"
    return steps.write(path, json.dumps(bill, indent=2, sort_keys=True) + "\n")


def locked(lock: Path = RUNTIME_LOCK) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name, version and SHA-256 sums of each package of a lock file."""
    found = {}
    for block in re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8")):
        pin = _PIN.search(block)
        if pin is not None:
            found[normal(pin[1])] = (pin[2], tuple(_HASH.findall(block)))
    return found


def keep_runtime(bill: dict[str, Any], facts: Facts) -> None:
    """Leave in the bill what the app is made of, with the sums that its lock file demands."""
    wanted = locked()
    kept = []
    for component in bill.get("components", []):
        name = normal(component["name"])
        if name not in wanted:
            continue
        component["hashes"] = [{"alg": "SHA-256", "content": one} for one in wanted[name][1]]
        kept.append(component)
    bill["components"] = sorted(kept, key=lambda component: component["name"].casefold())
    refs = {component["bom-ref"] for component in kept}
    bill["dependencies"] = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", []) if ref in refs]}
        for one in bill.get("dependencies", [])
        if one["ref"] in refs
    ]
    bill.setdefault("metadata", {})["component"] = {
        "type": "application",
        "bom-ref": APP_ID,
        "name": APP_ID,
        "version": facts.version,
        "licenses": [{"license": {"id": facts.licence}}],
    }


def normal(name: str) -> str:
    """A package's name in the one form that compares (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).casefold()
