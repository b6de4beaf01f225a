"""What one committed step touched, so that a window re-reads only that. Knows nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The notice of one committed step.

    `label` is what the user did ("Give verdict"). `touched` maps a noun ("article", "claim",
    "source", "evidence", "verdict", "review") to the ids touched; "given" holds the verdicts that
    this step itself wrote into the log; "claim" also holds the owners of
    touched evidence, verdicts and reviews, "article" only articles whose own text, zones, day or
    claims changed, so that a verdict re-reads one claim and no article. `claim_id` is the claim
    the step was about, or 0. `kind` is "do", "undo" or "redo".
    """

    label: str
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
    claim_id: int = 0
    kind: str = "do"

    def ids(self, noun: str) -> frozenset[int]:
        """The ids touched of this noun; empty when none were."""
        return self.touched.get(noun, frozenset())
