"""The verbs of saying, by what may follow them. Knows no text."""

from __future__ import annotations

from app.text.word_lists import listed

#: A clause may follow without "that": "the mayor said the bridge was safe".
SAY = listed("said says say")
#: The same, where the clause is plain: "he insisted the walkout would go on".
BARE = listed(
    "insisted insists claimed claims believes believed believe thinks thought think warned warns"
    " added adds argued argues admitted admits confirmed confirms revealed reveals maintained"
    " maintains conceded predicts predicted fear fears fears suggested suggests announced estimates"
    " estimated acknowledged showed shows found alleged alleges noted notes hopes hope allege"
    " reported reports insist contend maintain suggest predict estimate acknowledge admit"
    " argue claim concede"
)
#: Somebody who is told stands between verb and clause.
TELL = listed("told tells informed assured reminded warned notified convinced")
#: A clause with "that" follows.
THAT = BARE | listed(
    "announces stressed stresses stated states explained explains declared declares acknowledges"
    " reported reports emphasized emphasised emphasizes emphasises reiterated reiterates disclosed"
    " concluded concludes wrote writes tweeted posted replied responded observed remarked recalled"
    " recalls underlined underscored asserted asserts complained ruled vowed promised pledged"
    " testified reasoned commented indicated ordered continued pointed cautioned concedes argue"
    " warn note claim joked feel feels felt learned tell conceded swore contended contends"
    " countered cautions complains discovered"
)
#: After a main clause: "…, adding that …". Their subject is that of the sentence.
PARTICIPLES = listed(
    "saying adding arguing noting warning claiming stressing insisting explaining telling writing"
    " alleging stating predicting conceding admitting acknowledging declaring"
)
#: A quotation may stand beside them.
QUOTE = (
    SAY
    | (THAT - listed("found believe believes believed think thinks ordered learned showed shows"))
    | TELL
    | PARTICIPLES
    | listed("cried shouted joked laughed sighed quipped whispered shouts jokes yelled read reads")
)
#: What goes before may be what is said: "The plant will open in 2026, the company said."
TRAILING = SAY | listed(
    "told tells reported reports announced announces added adds showed shows found suggested"
    " suggests confirmed confirms wrote writes believe believes estimated estimates warned argued"
    " show indicated claimed insisted explained recalled noted tweeted predicted concluded"
)
ALL = SAY | TELL | THAT | PARTICIPLES | QUOTE | TRAILING

#: Nouns of the same spelling: only right after a subject are these verbs.
NOUNS_TOO = listed(
    "claims claim reports notes note states estimates fears fear hopes hope read show"
)
