"""The English words by which the facts of a claim are read. Words only; knows no claim."""

from __future__ import annotations

from app.text.words import STOP_WORDS


def listed(words: str) -> frozenset[str]:
    """The words of a line, told apart by blanks."""
    return frozenset(words.split())


#: What happens: one name for the verbs that say the same of an event.
ACTS = {
    word: act
    for act, forms in {
        "OCCUR": "held hold holds convene convenes convened reconvene reconvenes reconvened meet "
        "meets gather gathers gathered place occur occurs occurred happen happens happened struck "
        "scheduled slated due planned hosted staged",
        "BEGIN": "begin begins began begun start starts started open opens opened launch launches "
        "launched commence commences commenced",
        "END": "end ends ended close closes closed finish finishes finished conclude concludes "
        "concluded expire expires expired",
        "FORCE": "force effect",
        "DIE": "die dies died killed drowned",
        "BORN": "born",
        "FOUND": "founded established",
        "SIGN": "sign signs signed",
        "ARRIVE": "arrive arrives arrived",
        "LEAVE": "depart departs departed",
        "RESIGN": "resign resigns resigned",
        "APPOINT": "appointed named elected",
        "RELEASE": "released published",
        "CRASH": "crashed exploded collapsed sank derailed",
        "ARREST": "arrested detained",
    }.items()
    for word in forms.split()
}
#: What can happen once only, so that two years for it do not fit either.
ONCE = frozenset({"DIE", "BORN", "FOUND"})
#: What befalls a person, so that nothing is said unless a name stands there.
PERSONAL = frozenset({"DIE", "BORN"})
#: Nouns that an “is on Friday” dates.
EVENTS = listed(
    "meeting talks summit session conference vote election referendum trial hearing match game "
    "race funeral ceremony wedding concert festival deadline launch strike inauguration "
    "anniversary attack explosion blast crash earthquake raid accident inspection"
)
#: Nouns that stand for each other in the news.
SAME = {
    **dict.fromkeys(("meeting", "talks", "session"), "MEETING"),
    **dict.fromkeys(("blast", "explosion", "bombing"), "BLAST"),
    **dict.fromkeys(("people", "persons", "individuals", "toll"), "PEOPLE"),
}
#: Verbs that say there is a meeting.
MEETS = listed("meet meets convene convenes convened reconvene reconvenes reconvened")
#: Words that tell two things of a kind apart: both sides have them, or two things are meant.
APART = listed(
    "first second third fourth fifth last previous earlier another other others again additional "
    "further new former latter final semi-final quarter-final preliminary round phase stage leg "
    "earliest latest half remaining including among"
)
#: A clause with one of these speaks of a change, a comparison, a repetition or what was not.
CHANGING = listed(
    "more previously original originally initially initial instead postponed postpone delayed "
    "rescheduled moved pushed adjourned cancelled canceled extended revised updated corrected "
    "each every weekly monthly annual annually daily both per compared than up down rose rise "
    "rises risen fell fall falls fallen increased increase decreased decrease grew dropped climbed "
    "doubled tripled from once twice if until not never no cannot unless later since already so "
    "far would-be alleged denied almost"
)
#: Words that tell nothing of what a clause is about.
LIGHT = STOP_WORDS | listed(
    "said says say told confirmed announced added stated according also next will would shall "
    "may be been is are was were had has have having being due set scheduled planned expected take "
    "takes took taken come comes came enter entered place on for now just then there here today "
    "yesterday tomorrow late early morning evening afternoon night local time official "
    "officially total get gets got won formally finally coming upcoming kick kicked exactly"
)
FUTURE = listed("will would shall scheduled slated due planned expected set next upcoming")
PAST = listed("was were had did been took came began held met opened started ended died")
BEING = listed("is are was were be been being")
#: One of these, or a name, says that one thing is meant and not any.
DEFINITE = listed("the this these its their his her next")
#: Before a day: it says when, and is no end of a stretch.
POINT = listed("on in for next this coming late early")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: After a measure: it is the size of the thing, not a part of its name.
EXTENT = listed("long high tall wide deep thick away old apart")
PRONOUNS = listed("i you he she it they we him them us who")
#: A person has one of these at a time; a general may well be president too.
RANKS = listed("general colonel major captain lieutenant sergeant corporal admiral")
TITLE_HEADS = RANKS | {"minister"}
TITLE_WORDS = TITLE_HEADS | listed(
    "prime foreign defence defense interior finance justice health education deputy vice energy "
    "trade transport culture agriculture environment labour labor economy brigadier rear"
)
UNSURE_TITLE = listed("former ex then acting late future incoming outgoing ex-president deputy")
