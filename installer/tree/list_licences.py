"""Prints name, version, licence and licence texts of every package of the Python that runs it."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

_LEGAL = re.compile(r"LICEN[CS]E|COPYING|NOTICE|AUTHORS", re.IGNORECASE)


def _licence(package: Distribution) -> str:
    record: Any = package.metadata
    classifiers = [
        name.rpartition(" :: ")[2]
        for name in record.get_all("Classifier") or []
        if name.startswith("License ::")
    ]
    first_line = (record.get("License") or "").strip().partition("\n")[0]
    return record.get("License-Expression") or ", ".join(classifiers) or first_line


def _texts(package: Distribution) -> list[tuple[str, str]]:
    return [
        (file.name, Path(str(file.locate())).read_text(encoding="utf-8", errors="replace"))
        for file in package.files or []
        if _LEGAL.match(file.name) and ".dist-info" in str(file)
    ]


rows = [(d.metadata["Name"], d.version, _licence(d), _texts(d)) for d in distributions()]
print(json.dumps(rows))
