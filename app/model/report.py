"""What a report can be: its formats, their options, and what to know of one. Knows no format."""

from __future__ import annotations

from dataclasses import dataclass

#: The two values of an option that is a switch.
ON, OFF = "yes", "no"
SWITCH = (ON, OFF)


@dataclass(frozen=True, slots=True)
class ReportOption:
    """One thing that can be chosen about a format.

    `choices` are the values it can have, empty where any text will do; `default` is the value
    where nothing was chosen.
    """

    key: str
    name: str
    default: str = ""
    choices: tuple[str, ...] = ()


#: The one option that every format has.
WITHHOLD = ReportOption("withhold", "Leave out what is confidential", ON, SWITCH)


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format that a report is written in.

    `key` names it on the command line, `name` in the window; `purpose` says in one sentence whom
    it is for. `extension` begins with a dot.
    """

    key: str
    name: str
    extension: str
    purpose: str
    options: tuple[ReportOption, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportWarning:
    """Something to know before a report is sent out. Never a reason not to write it.

    `rule` names what was looked at; `claims` are the numbers of the claims it is about; `grave`
    tells that another program may refuse the file for it.
    """

    rule: str
    sentence: str
    claims: tuple[int, ...] = ()
    grave: bool = False


@dataclass(frozen=True, slots=True)
class ReviewImport:
    """The outcome of taking in a review that another library exported.

    `article_id` is the article's number here. `digest` is what the file says, `digest_here` what
    the review has in this library: the same where nothing was lost.
    """

    article_id: int
    claims: int
    verdicts: int
    sources_added: int
    sources_present: int
    digest: str
    digest_here: str
    notices: tuple[str, ...] = ()
