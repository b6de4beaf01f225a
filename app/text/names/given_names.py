"""Common first names and the pronoun that news uses for their bearers. Knows no text.

Only names that hardly ever belong to the other sex: of all others nothing is known.
"""

from __future__ import annotations

from app.text.word_lists import listed
from app.text.words import fold

_HERS = listed(
    "abigail ada agnes aicha aisha alexandra alice alicia alina alison amanda amelia amina amy ana"
    " anastasia andrea angela anita ann anna anne annette annie antonia ashley ayesha barbara beate"
    " beatrice becky bella beth bianca brenda brigitte camilla carla carmen carol caroline"
    " catherine"
    " cathy celia charlotte cheryl christina christine claire clara claudia colleen cristina"
    " cynthia daniela deborah debbie denise diana diane dolores donna doris dorothy edith elena"
    " eleanor elisa elisabeth elizabeth ella ellen elsa emily emma erica erika esther eva eve"
    " evelyn fatima fatou fiona florence frances francesca gabriela gail gemma gertrude gina gloria"
    " grace greta hannah heather heidi helen helena helene hillary hilary ida ines ingrid irene"
    " iris isabel isabella jacqueline jane janet janice jasmine jeanne jenna jennifer jenny jessica"
    " jill joan joanna josephine joyce judith judy julia julie juliet kaja karen katarina kate"
    " katherine kathleen kathryn katie katrina kelly laura lauren laurie leah leila lena leonie"
    " leyla liliana lily linda lisa lori louise lucia lucy luisa lydia lynn magdalena maggie maria"
    " marie marina marion marta martha martina mary matilda megan melanie melissa mia michelle"
    " miriam molly monica monika nadia naomi natalia natalie natasha nicole nina nora olga olivia"
    " paola patricia paula pauline penelope petra priya rachel rebecca renata rita rosa rosalind"
    " rose rosie ruth sabine sally samantha sandra sara sarah sharon sheila silvia simone sofia"
    " sonia sophia sophie stefania stella stephanie susan susanne svetlana sylvia tamara tania"
    " tanya tatiana teresa thandi theresa tina ursula valentina valerie vanessa vera veronica"
    " victoria virginia vivian wendy yasmin yvonne zoe zofia"
)
_HIS = listed(
    "aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandr"
    " alessandro alexander alfred ali allan alvaro anders andreas andrew andrzej angus anthony"
    " anton antonio antti armin arnold arthur bashar ben benjamin benoit bernard bill bjorn bob"
    " boris brad brian bruce bruno carl carlo carlos cesar charles christian christopher claude"
    " colin craig daniel danny darren dave david dennis derek diego dieter dirk dmitri dmitry"
    " dominic donald doug douglas duncan ed eduardo edward emmanuel eric erik ernest esteban"
    " etienne eugene felipe fernando florian francesco francisco francois frank franz fred"
    " frederick friedrich gareth gary geoffrey george georges gerald gerard giovanni giuseppe"
    " gordon graham greg gregory guido guillaume gunther hamid hans harold harry hassan heinrich"
    " henri henry herbert howard hugh hugo hussein ian ibrahim igor imran ivan jack jacob jacques"
    " jakob james jan jason jeff jeffrey jens jeremy jerry jim joao joe johann john jonas jonathan"
    " jorge jose josef joseph joshua juan julian jurgen karl keith ken kenji kenneth kevin klaus"
    " konstantin kurt lars laurent lawrence leo leon leonard liam lorenzo louis luca luigi luis"
    " lukas malcolm manuel marc marcel marco marcus mario mark markus martin matteo matthew"
    " matthias maurice max michael michel mick miguel mike mikhail mohamed mohammed moussa muhammad"
    " mustafa najib nathan neil nicholas nick nicolas nigel nikolai norman oleg oleh oliver omar"
    " oscar otto owen pablo paolo patrick paul pavel pedro pete peter petr philip philippe pierre"
    " pieter piotr rafael raj ralph ramon raul raymond richard rob robert roberto roger roland"
    " roman ron ronald roy rudolf russell ryan salman samuel scott sean sebastian sergei sergey"
    " sergio simon stanley stefan stephen steve steven stuart ted terry theodore thierry thomas"
    " tim timothy tom tomas tony victor vincent vladimir volodymyr walter wayne werner wilhelm"
    " william wolfgang xavier yusuf yves"
)


def pronoun_of(name: str) -> str:
    """ "he" or "she" for a full name with a telling first name, else ""."""
    parts = name.split()
    if len(parts) < 2:
        return ""
    first = fold(parts[0]).split("-")[0]
    if first in _HERS:
        return "she"
    return "he" if first in _HIS else ""
