"""The command line as a test calls it: status, output and errors of one command."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.cli.main import run


@dataclass(frozen=True)
class Answer:
    """What one command left behind."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """The output as one JSON value."""
        return json.loads(self.out)


Command = Callable[..., Answer]


@pytest.fixture
def claimdesk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs commands on a library of the test's own; a bad one tells a line, no traceback."""
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "home"))

    def call(*words: object) -> Answer:
        capsys.readouterr()
        status = run([str(word) for word in words])
        out, err = capsys.readouterr()
        answer = Answer(status, out, err)
        assert "Traceback" not in err
        assert "mistake of its own" not in err
        if status:
            last = err.strip().splitlines()[-1]
            assert last.startswith("claimdesk: ")
        return answer

    return call


@pytest.fixture
def meets(root: Path) -> Callable[[Any, str], None]:
    """Checks a JSON value against one definition of the published schema."""
    schema = json.loads((root / "resources/contract.schema.json").read_text(encoding="utf-8"))

    def check(value: Any, name: str) -> None:
        Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]}).validate(value)
        Draft202012Validator(schema).validate(value)

    return check


@pytest.fixture
def attacks(claimdesk: Command) -> int:
    """The number of the open sample's claim about the attacks near Deir ez-Zor."""
    claims = claimdesk("--json", "sample").json()["claims"]
    return next(claim["id"] for claim in claims if "Deir ez-Zor" in claim["statement"])
