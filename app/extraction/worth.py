"""What sort of claim a sentence is, and how much it is worth checking, with named reasons.

Ranks and never filters. The reasons follow what annotators of check-worthiness go by (ClaimBuster,
Hassan et al. 2017; CLEF CheckThat!): figures, days, names, reported speech, comparison, and against
them opinion and vagueness. Words are English; in other languages figures and days still count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.model.claim import ClaimKind, Reason
from app.model.reading import DateMention, NameMention, Quantity

_BASE = 0.25


def _pattern(lines: str) -> re.Pattern[str]:
    """A pattern of whole words: one alternative a line, or several parted by a bar."""
    parts = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(rf"\b(?:{parts})\b", re.IGNORECASE)


_COMPARISON = _pattern(r"""
    (?:more|less|fewer|better|worse|higher|lower|larger|smaller|greater|longer|\w{3,20}er) than
    (?:the|its|his|her|their) (?:most|least) \w+
    highest|lowest|largest|biggest|greatest|longest|oldest|deadliest|worst|best|fastest|youngest
    record|unprecedented|compared (?:to|with)|twice|as (?:many|much) as|exceed(?:s|ed)?
    outnumber(?:s|ed)?
""")
_ORDINAL_IS = _pattern(r"""
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their|a) (?:first|second|third)
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their|a) (?:fourth|fifth|sixth)
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their) (?:last|only)
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their|a) \d+(?:st|nd|rd|th)
""")
_CAUSE = _pattern(r"""
    because|caus(?:e|es|ed|ing)|led to|leads? to|due to|result(?:s|ed)? (?:in|from)|as a result
    thanks to|owing to|trigger(?:s|ed)|prompt(?:s|ed)|blam(?:e|es|ed)|responsible for|therefore
""")
_FUTURE = _pattern(r"""
    will|shall|would|won['’]t
    (?:is|are) (?:set|going|expected|due|likely|to)
    plans? to|expect(?:s|ed)? to|forecasts?|predict(?:s|ed)?|by next (?:year|month|week)
""")
_OFFICE = (
    r"minister|president|chairman|chairwoman|chair|head|leader|secretary|ambassador|envoy|director|"
    r"governor|mayor|chief|spokes\w+|commander|king|queen|senator|member|founder|ceo|owner"
)
_ROLE = _pattern(
    r"(?:is|was|became|has been|remains|serve[sd] as|appointed|elected|named) (?:\w+ ){0,3}?"
    rf"(?:{_OFFICE})"
)
_DATED = _pattern(r"""
    came into (?:force|effect)|took (?:place|effect)|was (?:born|founded|signed|published|held)
    died|began|started|ended|expire[sd]|entered into force|is held|dates? (?:from|back)
""")
_OPINION = _pattern("""
    flagrant|shameful|disgraceful|outrageous|terrible|horrible|awful|brilliant|beautiful|wonderful
    great|amazing|fantastic|evil|stupid|ridiculous|absurd|barbaric|heinous|cynical|unacceptable
    unfair|unjust|reckless|foolish|dangerous|tragic|shocking|brave|heroic|hypocritical|immoral
    should|ought|must|deserve|deserves|believe|believes|feel|feels|hopefully|unfortunately
    fortunately|regrettably|sadly|clearly|obviously|frankly|undoubtedly|arguably
""")
_HEDGE = _pattern("""
    may|might|could|possibly|perhaps|probably|reportedly|allegedly|apparently|seemingly|suggests
    suggested|appears|appeared|seems|seemed|likely|unlikely|believed|rumoured|rumored|unconfirmed
    unclear|potentially
""")
_VAGUE = _pattern("""
    some|many|several|various|numerous|often|sometimes|usually|generally|recently|soon|short|major
    significant|serious|important|interesting|huge
""")
_FIRST_PERSON = re.compile(r"(?<![\w“\"'])(?:I|we|my|our)\b")


@dataclass(frozen=True, slots=True)
class Features:
    """What was found in one claim; `repeated` counts its other mentions, `inner` is X's words."""

    quote: str
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    reports_speech: bool = False
    inner: bool = False
    quoted: bool = False
    repeated: int = 0


def kind_of(found: Features) -> ClaimKind:
    """The sort of proposition; the first rule that holds decides."""
    quote = found.quote
    dated = any(mention.granularity in {"day", "weekday"} for mention in found.dates)
    amounts = [quantity for quantity in found.quantities if not quantity.ordinal]
    if found.reports_speech:
        return ClaimKind.STATEMENT
    if _OPINION.search(quote) and not amounts:
        return ClaimKind.OPINION
    # What is scheduled for a day is an event to come, not a forecast.
    if _FUTURE.search(quote) and not dated:
        return ClaimKind.PREDICTION
    if _CAUSE.search(quote):
        return ClaimKind.CAUSE
    if _COMPARISON.search(quote):
        return ClaimKind.COMPARISON
    if amounts or _ORDINAL_IS.search(quote):
        return ClaimKind.QUANTITY
    if _ROLE.search(quote):
        return ClaimKind.ROLE
    if found.dates and _DATED.search(quote) and len(quote.split()) <= 16:
        return ClaimKind.DATE
    return ClaimKind.EVENT


def worth_of(found: Features) -> tuple[float, tuple[Reason, ...]]:
    """The check-worthiness from 0 to 1 and its reasons, what speaks for it first."""
    quote = found.quote
    amounts = [quantity for quantity in found.quantities if not quantity.ordinal]
    considered = (
        ("a figure", 0.2, bool(amounts)),
        ("several figures", 0.05, len(amounts) > 1),
        ("a rank or count", 0.1, not amounts and _ORDINAL_IS.search(quote) is not None),
        ("a date", 0.15, bool(found.dates)),
        ("several dates", 0.05, len(found.dates) > 1),
        ("a named person, body or place", 0.1, bool(found.names)),
        ("a comparison or superlative", 0.1, _COMPARISON.search(quote) is not None),
        ("a cause", 0.1, _CAUSE.search(quote) is not None),
        ("what somebody else asserts", 0.15, found.inner),
        ("said more than once", 0.05, found.repeated > 0),
        ("words of judgement", -0.1, _OPINION.search(quote) is not None),
        ("hedged", -0.05, _HEDGE.search(quote) is not None),
        ("about the future", -0.05, _FUTURE.search(quote) is not None and not found.dates),
        ("the writer speaks of himself", -0.1, _FIRST_PERSON.search(quote) is not None),
        ("vague words", -0.05, not amounts and _VAGUE.search(quote) is not None),
        ("short", -0.1, len(quote.split()) < 6 and not amounts),
    )
    reasons = tuple(Reason(name, weight) for name, weight, holds in considered if holds)
    score = _BASE + sum(reason.weight for reason in reasons)
    return round(min(1.0, max(0.0, score)), 3), reasons
