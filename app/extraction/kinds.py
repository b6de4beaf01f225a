"""Which sort of proposition a claim is, told by its words. Knows one claim at a time.

English words; in other languages figures, days and reported speech still tell. The first rule that
holds decides, so that their order is part of their meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from app.model.claim import ClaimKind
from app.model.reading import DateMention, NameMention, Quantity

#: A sentence that only dates something is short.
_MOST_WORDS_OF_DATE = 16


def pattern(lines: str) -> re.Pattern[str]:
    """A pattern of whole words: one alternative a line, or several parted by a bar.

    Small letters mean small letters: looked for in a text in small letters, such a pattern takes
    half the time of one that ignores case.
    """
    parts = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(rf"\b(?:{parts})\b")


_THAN = pattern(r"(?:more|less|fewer|better|worse|\w{2,20}er)(?: [a-z-]{2,20}){0,3} than(?! \d)")
_COMPARISON = pattern(r"""
    (?:the|its|his|her|their|our|world's|country's) (?:most|least) [a-z-]+
    (?:the|its|his|her|their)(?: \w+)? (?:high|low|larg|bigg|great|long|old|dead|deep|fast)i?est
    (?:the|its|his|her|their)(?: \w+)? (?:strong|weak|hott|cold|wett|dri|rich|poor|tall|short)est
    highest|lowest|largest|biggest|greatest|longest|oldest|deadliest|worst|fastest|youngest|smallest
    busiest|heaviest|hottest|coldest|driest|wettest|richest|poorest|tallest|strongest|weakest|steepest
    earliest|shortest|record (?:high|low|number)|unprecedented|compared (?:to|with)
    (?:twice|three times|four times|five times|ten times|\d+ times) as (?:many|much|\w+) \w+
    twice as|as (?:many|much|big|large|high|long|fast|old|rich) as|exceed(?:s|ed)?
    outnumber(?:s|ed)?|outpac(?:es|ed)|surpass(?:es|ed)|overt(?:akes|ook)|unlike any other
""")
_RANK = pattern(r"""
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their|a) (?:first|second|third)
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their|a) (?:fourth|fifth|sixth)
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their) (?:last|only)
    (?:is|was|are|were|be|been|became|marks?) (?:the|his|her|its|their|a) \d+(?:st|nd|rd|th)
""")
#: "Due to take place" speaks of what is to come, "due to rain" of a cause.
_DUE = (
    "(?:be|take|go|begin|start|open|close|end|meet|appear|arrive|return|speak|vote|hold|give|make"
    "|face|run|rule|leave|join|play|host|expire|retire|publish|sign|pay|move|decide|resume|launch"
    "|complete|finish|testify|travel|become|receive|have|come|serve|hear|visit)"
)
_CAUSE = pattern(
    r"""
    because|caus(?:e|es|ed|ing)|(?:led|leads?|leading) to|result(?:s|ed)? (?:in|from)
    due to (?!{DUE}\b)
    as a (?:result|consequence)|thanks to|owing to|trigger(?:s|ed)|prompt(?:s|ed)
    blam(?:e|es|ed)(?= [^,;.]{1,60} (?:on|for)\b)
    (?:was|were|been|be|is|are) blamed (?:on|for)
    responsible for|therefore|sparked|set off (?:a|an|the|new|more)|forced \w+(?: \w+){0,3} to
    brought about|stem(?:s|med) from|attributed to|contribut(?:es|ed) to|the reason (?:for|why)
    drove up|provoked|gave rise to|owes? its|in the wake of which
""".replace("{DUE}", _DUE)
)
_FUTURE = pattern(
    r"""
    will|shall|would|won['’]t|might (?!not|have)[a-z]+
    could (?!not|have|see|hear|feel|afford|say|do|find|no|only)[a-z]+
    may (?!not have|have)[a-z]+
    (?:is|are) (?:set|going|expected|due|likely|unlikely|forecast|projected|predicted|bound)
    (?:is|are) to (?!it|him|her|them|us|me|the|a|be found)[a-z]+
    (?:looks?|seems?|appears?) (?:set|likely|unlikely|certain|bound) to|likely to|unlikely to
    plans? to|expects?|(?<!than )(?<!was )(?<!were )expected to|predicts?|predicted
    (?:economists|analysts|experts|forecasters|ministers|officials) forecast
    forecasts (?:a|an|the|that)
    by next (?:year|month|week)|looming|on (?:course|track) (?:to|for)|poised to|in the offing
    """
)
_BODIES = (
    r"committee|team|company|party|group|board|institute|agency|council|government|delegation|"
    r"department|union|office|ministry|university|bank|firm|mission|club|project|commission|"
    r"organi[sz]ation|association|federation|campaign|inquiry|panel|museum|hospital|school|"
    r"business|charity|unit|branch|division|programme|program|foundation|orchestra|army|church"
)
OFFICES = (
    r"minister|president|chairman|chairwoman|chairperson|chair|head|leader|secretary|ambassador|"
    r"envoy|director|governor|mayor|chief|spokes\w+|commander|king|queen|senator|member|founder|"
    r"co-founder|ceo|owner|chancellor|premier|coach|captain|manager|editor|judge|professor|speaker|"
    r"treasurer|prosecutor|commissioner|bishop|archbishop|pope|general|admiral|principal|dean|"
    r"partner|adviser|advisor|consultant|lawyer|attorney|deputy|candidate|curator|conductor|vice"
)
_OWN = r"(?:the|a|an|its|his|her|their)"
_ROLE = pattern(
    rf"""
    (?:is|was|became|has been|had been|remains|remained|stayed) (?:\w+[ -]){{0,4}}?(?:{OFFICES})
    (?:appointed|elected|named|made|re-elected|nominated|crowned) (?:\w+[ -]){{0,4}}?(?:{OFFICES})
    (?:serve[sd]|worked|works|acts|acted|sworn in|took over|stepped down|resigned|retired) as
    (?:chairs|heads|leads|runs|chaired|headed) {_OWN} (?:\w+[ -]){{0,3}}?(?:{_BODIES})
    """
)
_DATED = pattern(r"""
    (?:came|entered|comes|went|goes) into (?:force|effect)|(?:took|takes) (?:place|effect)|is held
    (?:was|were) (?:first )?(?:born|founded|signed|published|held|built|established|launched)
    (?:was|were) (?:first )?(?:completed|released|created|discovered|opened|abolished|ratified)
    died|began|begins|started|starts|ended|ends|expire[sd]?|dates? (?:from|back)|runs? out|closes
""")
_OPINION = pattern(r"""
    flagrant|shameful|disgrace|disgraceful|outrageous|terrible|horrible|awful|brilliant|beautiful
    wonderful|great(?! (?:britain|deal|many|majority|number|lakes|depression|war))(?!-)|amazing
    fantastic|evil|stupid|ridiculous|absurd|barbaric|heinous|cynical|unacceptable|unfair|unjust
    reckless|foolish|dangerous|tragic|shocking|brave|heroic|hypocritical|immoral|cruel|dull|boring
    superb|excellent|dreadful|appalling|scandalous|magnificent|marvellous|lovely|ugly|pathetic
    disappointing|inspiring|delightful|clumsy|elegant|pointless|senseless|a (?:shame|farce|mistake)
    nonsense|good news|bad news|too (?:long|short|slow|late|little|much|far|weak|soft|harsh|easy)
    should|ought|must(?! have)|deserves?|feel|feels|hopefully|unfortunately|fortunately
    regrettably|sadly|clearly|obviously|frankly|undoubtedly|arguably
""")
_ANAPHORIC = re.compile(
    r"\b(?:the|these|those|both|his|her|its|their|all|other|between)(?: other)? "
    r"(two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_SHARE = pattern(r"""
    (?:a|one|two|three)[ -](?:third|quarter|fifth|tenth|half)s?|half (?:of|the|a|its|their)
    (?:dozens|hundreds|thousands|millions|billions) of
""")


@dataclass(frozen=True)
class Features:
    """What was found in one claim; `repeated` counts its other mentions, `inner` is X's words.

    What its words tell is looked for once, by whoever asks first.
    """

    quote: str
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    reports_speech: bool = False
    inner: bool = False
    quoted: bool = False
    repeated: int = 0

    @cached_property
    def small(self) -> str:
        """The quote in small letters."""
        return self.quote.lower()

    @cached_property
    def opinion(self) -> bool:
        """Words of judgement."""
        return _OPINION.search(self.small) is not None

    @cached_property
    def future(self) -> bool:
        """Words that speak of what is to come."""
        return _FUTURE.search(self.quote) is not None

    @cached_property
    def cause(self) -> bool:
        """Words that name a cause or an effect."""
        return _CAUSE.search(self.small) is not None

    @cached_property
    def comparison(self) -> bool:
        """A comparison or a superlative."""
        than = " than" in self.quote and _THAN.search(self.small) is not None
        return than or _COMPARISON.search(self.small) is not None

    @cached_property
    def rank(self) -> bool:
        """A place in an order: "is the third"."""
        return _RANK.search(self.small) is not None

    @cached_property
    def role(self) -> bool:
        """An office or role that somebody has, gets or gives up."""
        return _ROLE.search(self.small) is not None

    @cached_property
    def amounts(self) -> list[Quantity]:
        """The quantities that count something new: no ranks, and not "the two leaders"."""
        known = {found.group(1).casefold() for found in _ANAPHORIC.finditer(self.quote)}
        return [
            quantity
            for quantity in self.quantities
            if not quantity.ordinal and quantity.text.casefold() not in known
        ]


def kind_of(found: Features) -> ClaimKind:
    """The sort of proposition; the first rule that holds decides."""
    dated = any(mention.granularity in {"day", "weekday"} for mention in found.dates)
    counts = bool(found.amounts) or _SHARE.search(found.small) is not None
    if found.reports_speech:
        return ClaimKind.STATEMENT
    if found.opinion and not counts:
        return ClaimKind.OPINION
    # What is scheduled for a day is an event to come, not a forecast.
    if found.future and not dated:
        return ClaimKind.PREDICTION
    if found.cause:
        return ClaimKind.CAUSE
    if found.comparison:
        return ClaimKind.COMPARISON
    if counts or found.rank:
        return ClaimKind.QUANTITY
    if found.role:
        return ClaimKind.ROLE
    return ClaimKind.DATE if _only_dates(found) else ClaimKind.EVENT


def _only_dates(found: Features) -> bool:
    """Whether a claim says hardly more than when something was."""
    short = len(found.quote.split()) <= _MOST_WORDS_OF_DATE
    return bool(found.dates) and short and _DATED.search(found.small) is not None
