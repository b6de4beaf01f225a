"""The labels that news sites put round an article, as patterns. Data only; knows no line.

In the languages with most news on the web. One alternative a line; a blank stands for any blank,
every repetition is bounded.
"""

from __future__ import annotations

import re


def _any_of(lines: str) -> re.Pattern[str]:
    """A pattern of these alternatives, matched without regard to case."""
    alternatives = [line.strip().replace(" ", r"\s") for line in lines.splitlines() if line.strip()]
    return re.compile(f"(?:{'|'.join(alternatives)})", re.IGNORECASE)


_NETWORKS = (
    "facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|messenger|viber|vk|copy link|"
    "email|print|instagram|youtube|flipboard|share|x|more"
)
_BEFORE_COMMENTS = (
    r"show|view|see|read|post|leave|add|write|join|all|new|latest|top|reader|readers['’]|recent|"
    r"open|close|hide|\d{1,6}|your|the|a|our|be the first to|no"
)
_AFTER_COMMENTS = (
    r" ?[(\[]?\d{1,6}[)\]]?| (?:via|with|using) .{2,40}|"
    r" (?:policy|section|below|closed|guidelines|are closed|here|thread)"
)

#: A whole line that is a control or a label of the page.
FURNITURE = _any_of(
    r"""
    (?:(?:get|copy) (?:short )?(?:url|link)|permalink|bookmark)
    share(?:(?: this| the)?(?: article| story| page| post)?(?: (?:on|via|with|to) .{2,30})?)
    (?:tweet|retweet|e-?mail|print|save|pin)(?: this(?: article| story| page)?| it)?
    listen(?: to (?:this )?(?:article|story|podcast)| now)?
    (?:play|pause|watch|live|video|photos?|gallery)(?: live| now| video)?
    (?:advertisements?|sponsored(?: content| by .{2,30})?|promoted(?: content)?|ad)
    skip to .{2,30}
    (?:menu|home|search(?: the site| this site)?|more|close|open|help|faqs?|careers?|back)
    (?:log ?in|log ?out|sign ?in|sign out|register(?: now| here| for free)?|my account)
    (?:sign up|get our|subscribe|follow us|follow @|like us|join us|download (?:the|our))\b.{0,60}
    (?:subscriptions?|newsletters?|donate(?: now)?|support us)
    (?:accept|manage|reject) .{0,20}cookies?.{0,20}
    (?:terms (?:of|and) .{2,60}|privacy(?: policy| notice| settings)?|cookies?(?: policy)?)
    (?:contact|about)(?: us)?
    advertise(?: with us)?
    (?:continue reading|read (?:the )?full (?:story|article)|keep reading)
    (?:load|show|see|view) (?:more|all|less)
    back to .{2,20}
    (?:next|previous)(?: article| story| page)?
    (?:first |last )?(?:published|updated|posted)(?: on| at| by)?
    (?:(?:{NETWORKS})[ ,|/•·]{0,3}){1,12}
    \d{1,3} ?min(?:ute)?s? read
    \d+(?:[.,]\d+)?[km]? (?:shares?|views?|likes?|reads?)
    (?:teilen|drucken|anmelden|anzeige|merken|startseite|newsletter)
    (?:abonnieren|artikel teilen|jetzt .{0,20}abonnieren).{0,30}
    (?:partager(?: sur .{2,20})?|imprimer|publicité|accueil|s['’]abonner.{0,40})
    (?:compartir(?: en .{2,20})?|imprimir|publicidad|inicio|suscr[ií]b.{0,40})
    (?:condividi(?: su .{2,20})?|stampa|pubblicità|abbonati.{0,40}|compartilhar?.{0,20})
    (?:поделиться.{0,30}|подпис(?:аться|ка|ывайтесь).{0,40}|реклама|печать|версия для печати)
    (?:короткая ссылка|войти|меню|поиск|главная)
    (?:شارك.{0,30}|مشاركة|طباعة|اشترك.{0,40}|إعلان|القائمة|بحث|الرئيسية)
    (?:分享.{0,20}|订阅.{0,20}|訂閱.{0,20}|登录|广告|打印|首页|シェア.{0,20}|広告|ログイン|印刷)
""".replace("{NETWORKS}", _NETWORKS)
)

#: Words somewhere in a short paragraph that belong to the site, not to the article.
FURNITURE_PROSE = _any_of(r"""
    (?:we|this (?:web)?site|our partners) .{0,80}\b(?:cookies?|terms of)
    by (?:continuing|using|clicking) .{0,80}\b(?:cookies?|terms|privacy)
    your browser .{0,60}\b(?:support|javascript)
    (?:enable|turn on) javascript
    sign up (?:for|to) (?:our|the|get|receive)
    subscribe (?:to (?:our|the)|now)\b
    (?:please )?(?:log|sign) in to (?:your|comment|continue|read|post)
    follow us on
    support (?:our|independent) journalism
    click here to
    (?:views|opinions) expressed (?:in|here|by)
    is not responsible for the content
    this (?:article|story|material) (?:was (?:originally |first )?published|may not be)
    enter your e-?mail
    download (?:our|the) app
    wir (?:verwenden|nutzen) cookies
    nous utilisons des cookies
    utilizamos cookies
    использ\w{1,6} (?:файлы )?cookie
    подписывайтесь на
""")

#: Who holds the rights.
RIGHTS = _any_of(r"""
    all rights reserved
    alle rechte vorbehalten
    tous droits réservés
    todos los derechos reservados
    все права защищены
    版权所有
    جميع الحقوق محفوظة
    (?:©|copyright|\(c\)) {0,2}(?:19|20)\d\d
""")

#: How a line begins that says who made a picture.
CREDIT = _any_of(r"""
    ©
    \(c\)\s
    photo(?:s|graphs?|grapher)? ?(?:by |: ?|/ ?|credit|courtesy)
    images? ?(?:by |: ?|credit|source|courtesy)
    pictures? ?(?:by |: ?|credit)
    (?:file|handout) (?:photo|image|picture)
    \(?(?:photo|image|picture|foto|file)(?: by|:|/)
    credit:
    getty images
    (?:ap photo|afp/|reuters/|epa/)
    (?:foto|bild|fotos|fuente|crédits?(?: photo)?|фото|صورة)(?: ?[:/]| ©)
    (?:图片来源|图源|写真)
""")

#: How a line ends that is a caption with its maker.
CREDIT_AT_END = re.compile(
    r"(?:\((?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Фф]ото|[Ff]ile)\b[^()]{0,80}\)"
    r"|(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Cc]redit)(?:graph)?(?:\s(?:by|credit))?:\s[^.]{2,60}"
    r"|[\s/]©\s?[^.]{2,60}|\(?AP Photo(?:/[^.]{2,60})?|Getty Images(?:/[^.]{2,60})?"
    r"|REUTERS/[^.]{2,60}|/\s?(?:Reuters|AFP|AP|EPA|Getty))[)\]]?\.?$"
)

#: How a line begins that is itself the words under a picture.
CAPTION = _any_of(r"""
    (?:image |photo |picture )?caption ?[,:] ?\S
    image caption \S
    (?:bildunterschrift|légende|pie de foto|подпись) ?: ?\S
""")

#: How a line begins that names the author.
BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|(?:[Ww]ritten|[Rr]eporting|[Ee]diting)\s[Bb]y"
    r"|[Aa]uthor:|[Aa]utor:|[Aa]uteur\s?:|[Аа]втор:|[Tt]ext:)\s[^\Wa-zа-я\d_]"
    r"|(?:بقلم|كتب)[:\s]|[（(]?(?:记者|作者|責任編輯|责任编辑|编辑)[:：\s])"
)

#: A whole line that says what its author is.
STAFF = re.compile(
    r"(?:(?:staff|senior|special|chief|political|foreign|diplomatic|our)\s){1,3}"
    r"(?:writer|reporter|correspondent|editor)s?",
    re.IGNORECASE,
)

#: A whole line above links to other articles.
RELATED = _any_of(r"""
    related(?: (?:articles?|stories|news|content|coverage|links?|posts?|reading))?
    (?:see|read) (?:also|more)(?: (?:on|about|from) .{2,40})?
    also (?:read|on .{2,30})
    more (?:on|from|about) .{2,24}
    more (?:stories|news|articles)
    (?:most|top) (?:read|viewed|popular|stories|shared)
    (?:trending|popular)(?: now)?
    recommended(?: for you| stories)?
    you (?:may|might) (?:also )?(?:like|be interested).{0,20}
    editors?['’]?s? picks?
    (?:don['’]t miss|in other news|up next|further reading|what to read next)
    latest(?: news| stories| headlines)?
    (?:external links?|sources|references)
    (?:lesen sie auch|mehr zum thema|auch interessant|meistgelesen)
    (?:lire aussi|à lire aussi|sur le même (?:sujet|thème))
    (?:lea también|noticias relacionadas|más leídas|leggi anche|leia também)
    (?:читайте также|по теме|другие новости|популярное|материалы по теме)
    (?:اقرأ أيض.{0,6}|مواضيع ذات صلة)
    (?:相关(?:新闻|阅读|报道)|延伸閱讀|推荐阅读|関連(?:記事|ニュース))
""")

#: How a line begins that is itself a link to another article.
RELATED_LEAD = _any_of(r"""
    (?:read (?:also|more)|also read|related|see also|more|watch) ?[:|»>] ?\S
    (?:lesen sie auch|lire aussi|à lire aussi|lea también|leggi anche|leia também) ?[:|»>] ?\S
    (?:читайте также|اقرأ أيض.{0,3}) ?[:|»>] ?\S
""")

#: A whole line above topics.
TOPICS = _any_of(r"""
    (?:related |article )?(?:topics?|tags?|keywords?|themes?)
    (?:schlagwörter|themen|mots[- ]clés|etiquetas|temas|теги|метки|темы|الوسوم|标签|タグ)
""")

#: How a list of topics begins.
TAGS_LEAD = _any_of(r"""
    (?:tags?|topics?|tagged(?: as| in)?|keywords?|filed under|categor(?:y|ies)|labels?) ?[:|]
    (?:schlagwörter|themen|mots[- ]clés|étiquettes|etiquetas|temas|теги|метки|темы) ?[:|]
    (?:الوسوم|كلمات مفتاحية|标签|标籤|关键词|タグ) ?[:：|]
""")

#: A whole line above or between the words of readers.
COMMENTS = _any_of(
    r"""
    (?:(?:{BEFORE}) ){0,5}(?:comments?|discussions?|conversation|replies|responses)(?:{AFTER}){0,3}
    community (?:standards|guidelines|rules).{0,40}
    (?:what do you think|have your say)\??
    (?:\d{1,5} )?(?:kommentare?|commentaires?|comentarios|comentários|commenti)(?: ?\(?\d{1,5}\)?)?
    (?:все |оставить )?(?:комментари(?:и|ев|й)|обсуждение)(?: ?\(?\d{1,5}\)?)?
    (?:التعليقات|تعليقات|أضف تعليق\S{0,2})
    (?:全部|网友|最新|发表)?(?:评论|評論|留言|コメント)(?: ?[(（]?\d{1,6}[)）]?)?
""".replace("{BEFORE}", _BEFORE_COMMENTS).replace("{AFTER}", _AFTER_COMMENTS)
)
