"""The words that a page puts beside its article: makers, links, topics, readers, as patterns.

Written as in site_labels.py. Data only; knows no line.
"""

from __future__ import annotations

import re

from app.extraction.page.site_labels import any_of

_BEFORE_COMMENTS = (
    r"show|view|see|read|post|leave|add|write|join|all|new|latest|top|reader|readers['’]|recent|"
    r"open|close|hide|\d{1,6}|your|the|a|our|be the first to|no"
)
_AFTER_COMMENTS = (
    r" ?[(\[]?\d{1,6}[)\]]?| (?:via|with|using) .{2,40}|"
    r" (?:policy|section|below|closed|guidelines|are closed|here|thread)"
)

_OURS = "(?:article|story|report|piece|headline|post|page|column|interview|caption)"
_WHEN = r" ?[,(] ?.{3,30}| (?:on|of) .{3,30}| appended.{0,20}"

#: How an agency's last line begins: who reported, wrote and edited.
REPORTED = re.compile(
    r"[(\[]?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and \w+ing)? by [^\Wa-z]"
)

_CHANGED = "(?:amended|corrected|updated|edited|revised|changed|modified)"

#: How a line begins that says who made a picture.
CREDIT = any_of(r"""
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
    (?:illustration|graphic|video|words) by
    de: (?:fotos?|bild(?:er)?|quelle) ?[:/©]
    fr: (?:crédits?(?: photo)?|photo|illustration)(?: ?[:/]| ©)
    es: (?:fotos?|fuente|imagen) ?[:/]
    it: (?:foto|immagine) ?[:/]
    ru: (?:фото|иллюстрация|изображение) ?[:/©]
    uk: (?:фото|світлина) ?[:/©]
    pl: (?:fot\.|zdjęcie ?:|foto ?[:/])
    tr: (?:fotoğraf|kaynak) ?[:/]
    el: (?:φωτογραφία|φωτο|πηγή) ?[:/]
    ar: (?:صورة|تصوير|المصدر) ?[:/]
    he: (?:צילום|תמונה) ?[:/]
    fa: (?:عکس|منبع) ?[:/]
    hi: (?:फोटो|तस्वीर|फ़ोटो) ?[:/]
    zh: (?:图片来源|图源|攝影|摄影[:：])
    ja: (?:写真|画像)
    ko: (?:사진|자료)[ =:/]
""")

#: How a line ends that is a caption with its maker.
CREDIT_AT_END = re.compile(
    r"(?:\((?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Фф]ото|[Ff]ile)\b[^()]{0,80}\)"
    r"|(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Cc]redit)(?:graph)?(?:\s(?:by|credit))?:\s[^.]{2,60}"
    r"|[\s/]©\s?[^.]{2,60}|\(?AP Photo(?:/[^.]{2,60})?|Getty Images(?:/[^.]{2,60})?"
    r"|REUTERS/[^.]{2,60}|/\s?(?:Reuters|AFP|AP|EPA|Getty)|\s[摄攝]|撮影|사진\s?[=:].{2,30})[)\]]?\.?$"
)

#: Words that show that a sentence above a credit tells what is seen on the picture.
DEPICTS = re.compile(
    r"\b(?:pictured|seen here|is seen|are seen|shown here|is shown|are shown|in this (?:undated )?"
    r"(?:photo|image|picture|frame|screen ?grab)|file (?:photo|image|picture)|looks? on|views? of"
    r"|(?:left|right|cent(?:er|re)), (?:and|with|at|in|speaks|listens)|poses? (?:for|with)"
    r"|walks?|stands?|sits?|waits?|gathers?|speaks?|talks?|listens?|waves?|arrives?|attends?"
    r"|marches|march|shakes? hands|inspects?|carry|carries|queues?|cleans?|celebrates?|protests?"
    r"|works? (?:on|at|in)|passes by|pass by|holds? (?:up|a)|greets?|rides?|watches|watch)\b"
    r"|\((?:l|r|left|right|c|cent(?:er|re))\)"
)
#: A whole line above the main points of a report, which look like headlines. No word of menus.
KEY_POINTS = any_of(r"""
    (?:key|main) (?:points|takeaways|developments|facts|moments)|at a glance
    (?:what (?:you need|we|to) know.{0,20}|in (?:short|brief)|the essentials|the facts)
    de: (?:das wichtigste(?: in kürze)?|auf einen blick|in kürze)
    fr: (?:points clés|l['’]essentiel|à retenir|en bref)
    es: (?:(?:las |puntos )?claves?|en resumen|lo esencial)
    it: (?:in breve|i punti chiave|in sintesi)
    pt: (?:pontos[- ]chave|em resumo)
""")
#: Verbs that report: what a picture shows says nothing.
REPORTS = re.compile(r"\b(?:said|says|told|according|added|announced|was|were|had)\b|[“\"]")

#: How a line begins with which the newsroom corrects or explains the article itself.
CORRECTION = any_of(
    r"""
    (?:the|this) {OURS}(?: above)? (?:was|has been) (?:last )?{CHANGED}\b
    (?:an? |the )?(?:earlier|previous|original|prior) version of (?:this|the) {OURS}\b
    (?:corrections?(?: and clarifications?)?|clarifications?|erratum)(?:{WHEN})? ?[:—–]
    (?:editor['’]?s['’]?|editorial|publisher['’]?s) note ?[:—–]
    (?:we|the \w{2,20}) (?:regrets?|apologi[sz]es?|apologi[sz]e for) (?:the|this|any) errors?
    de: (?:anmerkung|hinweis) der redaktion ?[:—–]
    de: (?:korrektur|korrekturhinweis|richtigstellung|berichtigung)(?: vom .{3,30})? ?[:—–]
    de: in (?:einer|der) (?:früheren|ersten|vorherigen|ursprünglichen) (?:version|fassung)
    de: (?:dieser|der) (?:artikel|text|beitrag) wurde .{0,60}(?:aktualisiert|korrigiert|geändert)
    nl: (?:correctie|rectificatie|noot van de redactie) ?[:—–]
    sv: (?:rättelse|korrigering) ?[:—–]
    da: (?:rettelse|korrektion) ?[:—–]
    fr: (?:correctif|rectificatif|erratum|note de la rédaction)(?: du .{3,30})? ?[:—–]
    fr: (?:cet article|ce texte) a été (?:modifié|corrigé|mis à jour|actualisé)
    fr: (?:une|la) (?:première|précédente) version de cet article
    es: (?:corrección|fe de errores|rectificación|nota (?:del editor|de la redacción)) ?[:—–]
    es: est(?:e artículo|a nota|a noticia) (?:ha sido|fue) (?:actualizad|corregid|modificad)[oa]
    es: una versión (?:anterior|previa) de est[ea] (?:artículo|nota|noticia|información)
    pt: (?:correção|errata|erramos|nota da redação) ?[:—–]
    pt: est(?:e texto|e artigo|a reportagem|a matéria) foi (?:atualizad|corrigid|alterad)[oa]
    pt: uma versão anterior (?:deste|desta) (?:texto|artigo|reportagem|matéria)
    it: (?:correzione|rettifica|errata corrige|nota della redazione) ?[:—–]
    it: (?:questo articolo è stato|una versione precedente di questo articolo)
    ru: (?:исправление|поправка|уточнение|примечание редакции|от редакции) ?[:—–]
    ru: в (?:предыдущей|первоначальной) версии (?:(?:этой|данной|этого) )?(?:статьи|текста|новости)
    uk: (?:виправлення|уточнення|примітка редакції) ?[:—–]
    pl: (?:sprostowanie|korekta|od redakcji) ?[:—–]
    tr: (?:düzeltme|editörün notu) ?[:—–]
    ar: (?:تصحيح|تصويب|ملاحظة المحرر) ?[:：—–]
    zh: (?:更正|勘误|勘誤|编者按|編者按) ?[:：—–]
    ja: (?:訂正|おわび|編集部注) ?[:：—–]
    ko: (?:정정|바로잡습니다|편집자 ?주) ?[:：—–]
""".replace("{OURS}", _OURS)
    .replace("{CHANGED}", _CHANGED)
    .replace("{WHEN}", _WHEN)
)

#: How a line begins that is itself the words under a picture.
CAPTION = any_of(r"""
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
RELATED = any_of(r"""
    related(?: (?:articles?|stories|news|content|coverage|links?|posts?|reading))?
    (?:see|read) (?:also|more)(?: (?:on|about|from) .{2,40})?
    also (?:read|on .{2,30})
    more (?:on|from|about) .{2,24}
    more (?:stories|news|articles)
    (?:most|top) (?:read|viewed|popular|stories|shared)
    (?:trending|popular)(?: now)?
    recommended(?: for you| stories| reading)?
    you (?:may|might) (?:also )?(?:like|be interested).{0,20}
    editors?['’]?s? picks?
    (?:don['’]t miss|in other news|up next|further reading|what to read next)
    latest(?: news| stories| headlines)?
    (?:external links?|sources|references|notes and references|further information|bibliography)
    (?:topics|more on this topic|most popular|don['’]t miss|related questions)
    (?:also in this issue|similar (?:threads|stories|articles)|recent (?:posts|articles|stories))
    (?:elsewhere on (?:the|this) (?:site|web)|read next|more to (?:read|explore)|explore the topic)
    (?:hot network questions|linked|archives|around the web|from the web|analysis & opinion)
    de: (?:lesen sie auch|mehr zum thema|auch interessant)
    nl: (?:lees (?:ook|meer|verder)|meest gelezen|gerelateerd|meer over dit onderwerp|net binnen)
    sv: (?:läs (?:också|även|mer)|mest läst(?: just nu)?|relaterat|senaste nytt|fler artiklar)
    da: (?:læs (?:også|mere)|les (?:også|mer)|mest (?:læste|leste)|relatere[dt]e? .{2,12})
    pl: (?:czytaj (?:też|także|również|więcej)|przeczytaj (?:też|także)|najpopularniejsze)
    uk: (?:усі новини|головне сьогодні|читайте (?:також|ще))
    zh: (?:相关链接|相關新聞|相關閱讀)
    ja: この記事を読んだ人.{0,20}
    de: (?:meistgelesen\w{0,2}|weitere (?:artikel|themen))
    fr: (?:(?:à )?lire (?:aussi|également)|sur le même (?:sujet|thème)|dans la même rubrique)
    fr: (?:les plus lus|vous aimerez aussi|à la une|articles? (?:liés?|similaires?|récents?))
    es: (?:lea también|noticias relacionadas|(?:lo )?más (?:leíd[ao]s?|visto)|más información)
    es: (?:también )?(?:te|le|os|les) pueden? interesar|últimas noticias|artículos relacionados
    es: (?:lee también|más sobre (?:este|el) tema|en otras noticias|le recomendamos)
    pt: (?:leia (?:também|mais)|mais lidas|veja também|notícias relacionadas|relacionad[ao]s)
    it: (?:leggi anche|da non perdere|i più letti|articoli correlati|potrebbe interessarti)
    ru: (?:читайте также|по теме|другие новости|популярное|материалы по теме|смотрите также)
    ru: (?:новости партнёров|новости партнеров|лента новостей|самое читаемое|последние новости)
    uk: (?:читайте також|за темою|популярне|останні новини|стрічка новин|новини партнерів)
    pl: (?:czytaj (?:też|także)|zobacz (?:też|także|również)|najczęściej czytane|polecane|powiązane)
    tr: (?:ilgili haber(?:ler)?|son dakika|çok okunanlar|en çok okunanlar)
    tr: (?:benzer haberler|önerilen.{0,12})
    el: (?:σχετικά(?: άρθρα)?|διαβάστε (?:επίσης|ακόμα)|δημοφιλή)
    el: (?:δείτε (?:επίσης|ακόμα)|ροή ειδήσεων)
    ar: (?:اقرأ أيض.{0,6}|(?:مواضيع|مقالات|أخبار) ذات صلة|الأكثر (?:قراءة|مشاهدة)|حول هذه القصة)
    he: (?:כתבות (?:נוספות|קשורות)|קראו (?:גם|עוד)|עוד בנושא|הנקראות ביותר|אולי יעניין אותך)
    fa: (?:(?:اخبار|مطالب) مرتبط|بیشتر بخوانید|پربازدیدترین.{0,10}|پربیننده.{0,10}|آخرین اخبار)
    hi: (?:संबंधित ख़?बरें|(?:ये|यह) भी पढ़ें|सबसे ज़?्?या?दा पढ़ी गई.{0,6})
    hi: (?:सबसे ज़्यादा पढ़ी गई|ताज़ा ख़?बरें)
    zh: (?:相关(?:新闻|阅读|报道)|延伸[閱阅][讀读]|推荐阅读|热门推荐)
    zh: (?:猜你喜欢|热点新闻|最新消息|更多.{0,6})
    ja: (?:関連(?:記事|ニュース|リンク)|アクセスランキング|おすすめ.{0,6})
    ja: (?:あわせて読みたい|人気記事|新着記事)
    ko: (?:관련 ?(?:기사|뉴스)|많이 본 (?:뉴스|기사)|인기 ?(?:뉴스|기사))
    ko: (?:추천 ?기사|최신 ?뉴스|주요 ?뉴스)
""")

#: A whole line that says whose remark follows, as under articles and in forums.
WRITER = any_of(r"""
    [^.!?]{1,40} (?:says|wrote|writes|commented|replied)(?: (?:at|on) .{4,30})? ?:?
    comment by .{2,30}(?: (?:at|on) .{4,30})? ?:?
    .{1,40} (?:schrieb|a écrit|escribió|escreveu|ha scritto)(?: .{4,30})? ?:
    .{1,40} (?:пишет|пише|napisał|yazdı)(?: .{4,30})? ?:
""")

#: How a line begins that is itself a link to another article.
RELATED_LEAD = any_of(r"""
    (?:read (?:also|more|next)|also read|related|see also|more|watch|recommended) ?[:|»>] ?\S
    de: (?:lesen sie (?:auch|mehr)|mehr zum thema|lesetipp|siehe auch) ?[:|»>] ?\S
    nl: (?:lees (?:ook|meer|verder)|bekijk ook|zie ook) ?[:|»>] ?\S
    sv: (?:läs (?:också|även|mer)|se även) ?[:|»>] ?\S
    da: (?:læs (?:også|mere)|les (?:også|mer)|se (?:også)) ?[:|»>] ?\S
    fr: (?:(?:à )?lire (?:aussi|également)|voir aussi|sur le même sujet) ?[:|»>] ?\S
    es: (?:le[aer]{1,2} también|ver también|te puede interesar|más información) ?[:|»>] ?\S
    pt: (?:leia (?:também|mais)|veja também|saiba mais) ?[:|»>] ?\S
    it: (?:leggi anche|vedi anche|per approfondire) ?[:|»>] ?\S
    ru: (?:читайте (?:также|ещ[её])|смотрите также|по теме) ?[:|»>] ?\S
    uk: (?:читайте (?:також|ще)|дивіться також) ?[:|»>] ?\S
    pl: (?:(?:prze)?czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)) ?[:|»>] ?\S
    tr: (?:ilgili haber|ayrıca (?:okuyun|bakınız)|bunu da okuyun) ?[:|»>] ?\S
    el: (?:διαβάστε (?:επίσης|ακόμα|περισσότερα)|δείτε (?:επίσης|ακόμα)) ?[:|»>] ?\S
    ar: (?:اقرأ أيض.{0,3}|شاهد أيض.{0,3}|للمزيد) ?[:|»>] ?\S
    he: (?:קראו (?:גם|עוד)|ראו גם|עוד בנושא) ?[:|»>] ?\S
    fa: (?:بیشتر بخوانید|همچنین بخوانید|مطلب مرتبط) ?[:|»>] ?\S
    hi: (?:(?:ये|यह|इसे) भी (?:पढ़ें|देखें)) ?[:|»>] ?\S
    zh: (?:相关阅读|延伸[閱阅][讀读]|阅读更多) ?[:：|»>] ?\S
    ja: (?:関連記事|あわせて読みたい) ?[:：|»>】] ?\S
    ko: (?:관련 ?기사|더 보기) ?[:：|»>] ?\S
""")

#: A whole line above topics.
TOPICS = any_of(r"""
    (?:related |article )?(?:topics?|tags?|keywords?|themes?)
    (?:filed under|posted in|archived under)
    de: (?:schlagwörter|schlagworte|themen)
    nl: (?:onderwerpen|trefwoorden)
    sv: (?:ämnen|taggar)
    fr: mots[- ]clés
    es: (?:etiquetas|temas|archivado en)
    pt: (?:tópicos|assuntos|marcadores)
    it: (?:argomenti|etichette)
    ru: (?:теги|метки|темы)
    uk: (?:теги|мітки|теми)
    pl: (?:tagi|tematy|słowa kluczowe)
    tr: (?:etiketler|konular)
    el: (?:ετικέτες|θέματα)
    ar: (?:الوسوم|كلمات مفتاحية|الكلمات الدلالية)
    he: (?:תגיות|תגים|נושאים)
    fa: برچسب[‌ ]?ها
    hi: (?:टैग्?स?|विषय)
    zh: (?:标签|標籤|关键词|關鍵字)
    ja: (?:タグ|キーワード)
    ko: (?:태그|키워드)
""")

#: How a list of topics begins.
TAGS_LEAD = any_of(r"""
    (?:tags?|topics?|tagged(?: as| in)?|keywords?|filed under|categor(?:y|ies)|labels?) ?[:|]
    de: (?:schlagw[oö]rter?|schlagworte|themen) ?[:|]
    fr: (?:mots[- ]clés|étiquettes) ?[:|]
    es: (?:etiquetas|temas|archivado en) ?[:|]
    pt: (?:tópicos|assuntos|marcadores) ?[:|]
    it: (?:argomenti|etichette) ?[:|]
    ru: (?:теги|метки|темы) ?[:|]
    uk: (?:теги|мітки|теми) ?[:|]
    pl: (?:tagi|tematy|słowa kluczowe) ?[:|]
    tr: (?:etiketler|konular) ?[:|]
    el: (?:ετικέτες|θέματα) ?[:|]
    ar: (?:الوسوم|كلمات مفتاحية|الكلمات الدلالية) ?[:|]
    he: (?:תגיות|תגים) ?[:|]
    fa: برچسب[‌ ]?ها ?[:|]
    hi: टैग्?स? ?[:|]
    zh: (?:标签|标籤|標籤|关键词|關鍵字) ?[:：|]
    ja: (?:タグ|キーワード) ?[:：|]
    ko: (?:태그|키워드) ?[:：|]
""")

#: A whole line above or between the words of readers.
COMMENTS = any_of(
    r"""
    (?:(?:{BEFORE}) ){0,5}(?:comments?|discussions?|conversation|replies|responses)(?:{AFTER}){0,3}
    community (?:standards|guidelines|rules).{0,40}
    (?:what do you think|have your say)\??
    \d{1,5} thoughts on .{2,90}
    (?:leave|post) a (?:reply|comment)
    comments? from the .{2,20}
    (?:the )?comments below .{0,40}
    nl: (?:\d{1,5} |alle )?reacties?(?: ?\(?\d{1,5}\)?)?
    sv: (?:\d{1,5} )?kommentar(?:er)?(?: ?\(?\d{1,5}\)?)?
    de: (?:\d{1,5} )?(?:leser)?kommentare?(?: ?\(?\d{1,5}\)?)?
    fr: (?:\d{1,5} |laisser un |les )?commentaires?(?: ?\(?\d{1,5}\)?)?
    fr: voir les (?:contributions|commentaires)
    es: (?:\d{1,5} |los |deja un |ver )?comentarios?(?: ?\(?\d{1,5}\)?)?
    pt: (?:\d{1,5} |deixe (?:um|seu) |ver todos os )?comentários?(?: ?\(?\d{1,5}\)?)?
    it: (?:\d{1,5} |i |leggi i |lascia un )?comment[io](?: dei lettori)?(?: ?\(?\d{1,5}\)?)?
    ru: (?:\d{1,5} |все |оставить )?(?:комментари(?:и|ев|й|я)|обсуждение)(?: ?\(?\d{1,5}\)?)?
    uk: (?:\d{1,5} |усі |залишити )?(?:коментар(?:і|ів|я)?|обговорення)(?: ?\(?\d{1,5}\)?)?
    pl: (?:\d{1,5} |dodaj )?komentarz(?:e|y|a)?(?: ?\(?\d{1,5}\)?)?
    tr: (?:\d{1,5} )?yorum(?:lar)?(?: yap| yaz)?(?: ?\(?\d{1,5}\)?)?
    el: (?:\d{1,5} )?σχόλι[αο](?: ?\(?\d{1,5}\)?)?
    ar: (?:\d{1,5} )?(?:التعليقات|تعليقات|أضف تعليق\S{0,2})(?: ?\(?\d{1,5}\)?)?
    he: (?:\d{1,5} )?(?:תגובות|הוסף תגובה|כתוב תגובה)(?: ?\(?\d{1,5}\)?)?
    fa: (?:\d{1,5} )?(?:نظرات|نظر شما|دیدگاه[‌ ]?ها|ارسال نظر)(?: ?\(?\d{1,5}\)?)?
    hi: (?:\d{1,5} )?(?:टिप्पणियाँ|टिप्पणियां|कमेंट्?स?|प्रतिक्रियाएं)(?: ?\(?\d{1,5}\)?)?
    zh: (?:全部|网友|最新|发表)?(?:评论|評論|留言)(?: ?[(（]?\d{1,6}[)）]?)?
    ja: (?:この記事への)?コメント(?:する|欄)?(?: ?[(（]?\d{1,6}[)）]?)?
    ko: 댓글(?: ?쓰기| ?\(?\d{1,5}\)?)?
""".replace("{BEFORE}", _BEFORE_COMMENTS).replace("{AFTER}", _AFTER_COMMENTS)
)
