"""How much a claim is worth checking, with named reasons. Knows one claim at a time.

Ranks and never filters. The reasons follow what annotators of check-worthiness go by (ClaimBuster,
Hassan et al. 2017; CLEF CheckThat!): figures, days, names, reported speech, comparison, and against
them opinion and vagueness. Words are English; in other languages figures and days still count.
"""

from __future__ import annotations

import re

from app.extraction.kinds import Features, pattern
from app.model.claim import Reason

_BASE = 0.25

_HEDGE = pattern("""
    may|might|could|possibly|perhaps|probably|reportedly|allegedly|apparently|seemingly|suggests
    suggested|appears|appeared|seems|seemed|likely|unlikely|believed|rumoured|rumored|unconfirmed
    unclear|potentially
""")
_VAGUE = pattern("""
    some|many|several|various|numerous|often|sometimes|usually|generally|recently|soon|short|major
    significant|serious|important|interesting|huge
""")
_FIRST_PERSON = re.compile(r"(?<![\w“\"'])(?:I|we|my|our)\b")


def worth_of(found: Features) -> tuple[float, tuple[Reason, ...]]:
    """The check-worthiness from 0 to 1 and its reasons, what speaks for it first."""
    quote = found.quote
    amounts = found.amounts
    considered = (
        ("a figure", 0.2, bool(amounts)),
        ("several figures", 0.05, len(amounts) > 1),
        ("a rank or count", 0.1, not amounts and found.rank),
        ("a date", 0.15, bool(found.dates)),
        ("several dates", 0.05, len(found.dates) > 1),
        ("a named person, body or place", 0.1, bool(found.names)),
        ("a comparison or superlative", 0.1, found.comparison),
        ("an office or role", 0.05, found.role),
        ("a cause", 0.1, found.cause),
        ("what somebody else asserts", 0.15, found.inner),
        ("said more than once", 0.05, found.repeated > 0),
        ("words of judgement", -0.1, found.opinion),
        ("hedged", -0.05, _HEDGE.search(found.small) is not None),
        ("about the future", -0.05, found.future and not found.dates),
        ("the writer speaks of himself", -0.1, _FIRST_PERSON.search(quote) is not None),
        ("vague words", -0.05, not amounts and _VAGUE.search(found.small) is not None),
        ("short", -0.1, len(quote.split()) < 6 and not amounts),
    )
    reasons = tuple(Reason(name, weight) for name, weight, holds in considered if holds)
    score = _BASE + sum(reason.weight for reason in reasons)
    return round(min(1.0, max(0.0, score)), 3), reasons
