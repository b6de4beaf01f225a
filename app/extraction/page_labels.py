"""The labels that news sites put round an article, as patterns. Data only; knows no line.

In the languages with most news on the web, one a line behind its code; what stands without a code
is English. A blank stands for any blank, every repetition is bounded.
"""

from __future__ import annotations

import re

_LANGUAGE = re.compile(r"[a-z]{2}: ")


def _any_of(lines: str) -> re.Pattern[str]:
    """A pattern of these alternatives, to be matched with a line in small letters."""
    bare = [_LANGUAGE.sub("", line.strip(), count=1) for line in lines.splitlines()]
    alternatives = [line.replace(" ", r"\s") for line in bare if line]
    return re.compile(f"(?:{'|'.join(alternatives)})")


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
    (?:https?://|www\.|pic\.)\S{3,200}
    .{0,40}\(@\w{1,20}\).{0,30}
    (?:check price|buy now|view at .{2,20}|see all prices|e-?mail address|be the first to know)
    (?:continue reading|read (?:the )?full (?:story|article)|keep reading)
    (?:load|show|see|view) (?:more|all|less)
    back to .{2,20}
    (?:next|previous)(?: article| story| page)?
    (?:first |last )?(?:published|updated|posted)(?: on| at| by)?
    (?:(?:{NETWORKS})[ ,|/•·]{0,3}){1,12}
    \d{1,3} ?min(?:ute)?s? read
    \d+(?:[.,]\d+)?[km]? (?:shares?|views?|likes?|reads?)
    (?:share or comment.{0,20}|click to rate|report abuse|get the latest.{0,30}|jump to ?:?)
    (?:reply|report(?: this)?(?: comment)?|quote|edit|embed|download|follow|close ad)
    (?:comments? (?:are )?closed|your (?:e-?mail|name).{0,30}|invalid e-?mail)
    (?:buy|shop|order) (?:the|now|our).{0,40}
    (?:site ?map|accessibility|imprint|press|rss(?: feeds?)?|manage options|careers)
    de: (?:teilen|drucken|anmelden|anzeige|merken|startseite|newsletter|antworten|melden|menü|suche)
    de: (?:abonnieren|artikel teilen|jetzt .{0,20}abonnieren|abo testen|zum inhalt springen).{0,30}
    de: (?:impressum|datenschutz\w{0,12}|agb|kontakt|über uns|lesezeit.{0,20})
    fr: (?:partager(?: sur .{2,20})?|imprimer|publicité|accueil|s['’]abonner.{0,40}|répondre)
    fr: (?:se connecter|aller au contenu.{0,12}|mentions légales|conditions générales.{0,20})
    fr: (?:temps de lecture.{0,20}|la suite après cette publicité|écouter.{0,20}|réagir|offrir)
    es: (?:compartir(?: en .{2,20})?|imprimir|publicidad|inicio|suscr[ií]b.{0,40}|responder)
    es: (?:iniciar sesión|ir al contenido|aviso legal|política de .{3,14}|quiénes somos|guardar)
    it: (?:condividi(?: su .{2,20})?|stampa|pubblicità|abbonati.{0,40}|accedi|vai al contenuto)
    it: (?:rispondi|chi siamo|\d{1,2} minut[oi] di lettura|ascolta.{0,20}|riproduzione riservata)
    pt: (?:compartilh\w{1,4}.{0,20}|partilhar.{0,20}|imprimir|publicidade|assine|entrar|responder)
    pt: (?:ir para o conteúdo|ouvir o texto|(?:diminuir|aumentar) fonte)
    pt: (?:quem somos|continua após.{0,20})
    ru: (?:поделиться.{0,30}|подпис(?:аться|ка|ывайтесь).{0,40}|реклама|печать|версия для печати)
    ru: (?:короткая ссылка|войти|меню|поиск|главная|ответить|пожаловаться|о проекте|18\+|контакты)
    ru: (?:политика конфиденциальности|нашли ошибку.{0,60}|\d{1,2} минут\w? (?:на чтение|чтения))
    uk: (?:поширити.{0,30}|поділитися.{0,30}|підписуйтесь.{0,40}|головна|увійти|пошук|реклама)
    uk: (?:відповісти|про нас|якщо ви знайшли помилку.{0,60})
    pl: (?:udostępnij.{0,20}|drukuj|reklama|zaloguj się|szukaj|strona główna|przejdź do treści)
    pl: (?:odpowiedz|zgłoś|skomentuj|regulamin|polityka prywatności|o nas|kontakt|subskrybuj.{0,20})
    tr: (?:paylaş.{0,20}|.{2,12} paylaş|yazdır|reklam|ana ?sayfa)
    tr: (?:üye girişi|giriş yap|abone ol.{0,20})
    tr: (?:yanıtla|künye|iletişim|hakkımızda|gizlilik politikası|haberin devamı.{0,20}|takip et)
    el: (?:κοινοποίηση.{0,20}|εκτύπωση|διαφήμιση|σύνδεση|αρχική|μενού|αναζήτηση|εγγραφή.{0,30})
    el: (?:ακολουθήστε.{0,40}|απάντηση|όροι χρήσης|επικοινωνία|ταυτότητα|ποιοι είμαστε)
    ar: (?:شارك.{0,30}|مشاركة|طباعة|اشترك.{0,40}|إعلان|القائمة)
    ar: (?:بحث|الرئيسية|تسجيل الدخول|رد|حفظ المقال)
    ar: (?:من نحن|اتصل بنا|سياسة الخصوصية|شروط الاستخدام|تابعنا.{0,30}|استمع.{0,20})
    he: (?:שתפו?.{0,20}|שיתוף.{0,20}|הדפסה|פרסומת|התחבר\w{0,3}|תפריט)
    he: (?:חיפוש|ראשי|דלג לתוכן|הגב\w{0,2})
    he: (?:תנאי שימוש|צור קשר|צרו קשר|אודות|הירשמו.{0,40}|עקבו אחרינו.{0,30})
    fa: (?:اشتراک گذاری|اشتراک‌گذاری|چاپ|تبلیغات|ورود|جستجو|صفحه اصلی|پاسخ|انتهای پیام.{0,10})
    fa: (?:درباره ما|تماس با ما|کد خبر.{0,14}|لینک کوتاه.{0,20}|عضویت.{0,30})
    hi: (?:शेयर.{0,20}|साझा करें|फ़?ॉलो करें|विज्ञापन|लॉग इन|होम|खोजें|जवाब दें|सब्सक्राइब.{0,30})
    hi: (?:हमारे बारे में|गोपनीयता नीति|संपर्क करें|हमें फॉलो करें.{0,30})
    zh: (?:分享.{0,20}|订阅.{0,20}|訂閱.{0,20}|登[录入錄]|注册|广告|廣告|打印)
    zh: (?:首页|首頁|字号.{0,12}|回复|举报|收藏)
    zh: (?:关于我们.{0,30}|联系我们|来源[:：].{1,20}|扫一扫.{0,20}|下载.{0,12}|点击.{0,12})
    ja: (?:シェア.{0,20}|ツイート|広告|ログイン|会員登録|印刷|保存|ブックマーク)
    ja: (?:返信|ホーム|メール|検索)
    ja: (?:利用規約|プライバシーポリシー|お問い合わせ|運営会社|続きを読む)
    ko: (?:공유.{0,10}|로그인|회원가입|광고|인쇄|글자 ?크기.{0,10}|본문 바로가기)
    ko: (?:검색|구독.{0,12}|답글.{0,6})
    ko: (?:회사소개|개인정보처리방침|이용약관|기사제보|스크랩|홈)
""".replace("{NETWORKS}", _NETWORKS)
)

#: Words somewhere in a short paragraph that belong to the site, not to the article.
FURNITURE_PROSE = _any_of(r"""
    (?:we|this (?:web)?site|our partners) .{0,30}\b(?:use|uses|store|place|set)\b .{0,60}\bcookies?
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
    this discussion is closed
    (?:can still read|no longer accept\w{0,3}) .{0,20}comments
    your e-?mail address will not
    by (?:signing|posting|clicking|subscribing) .{0,120}\bagree
    (?:all|our) content is available under
    (?:materials|story) (?:is )?provided by
    we may earn .{0,30}commission
    (?:bookmark|see) the permalink
    this entry was posted
    buy the (?:current|latest|new) issue
    de: wir (?:verwenden|nutzen) cookies
    de: um zu kommentieren
    de: melden sie sich (?:bitte )?(?:an|für)
    fr: nous utilisons des cookies
    fr: (?:recevez|inscrivez-vous) .{0,80}(?:matin|jour|semaine|newsletter|actualité)
    fr: votre adresse e-?mail ne sera pas
    es: utilizamos cookies
    es: (?:recibe|suscríbete|regístrate) .{0,60}(?:correo|newsletter|boletín|gratis|noticias)
    pt: (?:receba|cadastre-se|inscreva-se) .{0,60}(?:e-?mail|manhã|newsletter|notícias)
    it: (?:ricevi|iscriviti) .{0,60}(?:e-?mail|newsletter|mattina|notizie)
    ru: использ\w{1,6} (?:файлы )?cookie
    ru: подпис(?:ывайтесь|аться) на
    ru: нажимая (?:на )?кнопку
    ru: может не совпадать с (?:точкой зрения|мнением)
    uk: підписуйтесь на
    pl: (?:zapisz się|subskrybuj) .{0,40}(?:newsletter|e-?mail)
    tr: (?:bültenimize|e-?bülten) .{0,40}(?:abone|kayıt)
    el: εγγραφείτε .{0,40}newsletter
    ar: اشترك .{0,40}(?:النشرة|بريد)
    zh: (?:未经|未經).{0,10}(?:转载|轉載)
    ja: (?:会員限定|無断転載)
    ko: (?:무단 ?전재|재배포 ?금지)
""")

#: What notices about data protection are made of; two of these in a paragraph show one.
CONSENT = tuple(
    _any_of(lines)
    for lines in (
        r"""
        cookies?\b
        файлы cookie
        ملفات تعريف الارتباط
        クッキー
        쿠키
        """,
        r"""
        consent|einwillig|consentement|consentimiento|consenso|consentimento|соглас
        legitimate interest|berechtigtes interesse|intérêt légitime|interés legítimo
        """,
        r"""
        privacy|datenschutz|confidentialité|privacidad|riservatezza|конфиденциальност|prywatnoś
        personal data|personenbezogen|données personnelles|datos personales|dati personali
        персональны\w{1,3} данны
        """,
        r"""
        (?:our|trusted|\d{2,5}) (?:advertising )?partners|nos partenaires|unsere partner
        nuestros socios|nostri partner|advertis(?:ing|ements?) and content
        personali[sz]ed (?:ads?|advertis)|personalisierte (?:anzeigen|werbung)
        """,
        r"""
        (?:this|our|the) (?:web)?sites?\b|(?:diese|unsere)r? webseite|(?:notre|ce) site
        (?:esta|nuestra) (?:web|página)|your (?:browser|device|choices|preferences)
        by clicking|in our systems|unique ids?\b
        """,
    )
)

#: Who holds the rights.
RIGHTS = _any_of(r"""
    all rights reserved
    (?:©|copyright|\(c\)) {0,2}(?:19|20)\d\d
    ©.{0,20} copyright
    de: alle rechte vorbehalten
    fr: tous droits réservés
    es: (?:todos los )?derechos reservados
    pt: todos os direitos reservados
    it: (?:tutti i diritti riservati|riproduzione riservata)
    ru: все права защищены
    uk: (?:усі|всі) права захищен[оі]
    pl: wszelkie prawa zastrzeżone
    tr: (?:tüm|her) hakkı?ları? saklıdır
    el: με επιφύλαξη παντός δικαιώματος
    ar: (?:جميع )?(?:الحقوق|حقوق النشر) محفوظة
    he: כל הזכויות שמורות
    fa: تمامی? حقوق .{0,30}(?:محفوظ|متعلق)
    hi: सर्वाधिकार सुरक्षित
    zh: (?:版权|版權)所有
    ja: 無断転載
    ko: 무단 ?전재
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
    (?:external links?|sources|references|notes and references|further information|bibliography)
    (?:topics|more on this topic|most popular|don['’]t miss|related questions)
    (?:also in this issue|similar (?:threads|stories|articles)|recent (?:posts|articles|stories))
    (?:elsewhere on (?:the|this) (?:site|web)|read next|more to (?:read|explore)|explore the topic)
    (?:hot network questions|linked|archives|around the web|from the web|analysis & opinion)
    de: (?:lesen sie auch|mehr zum thema|auch interessant)
    de: (?:meistgelesen\w{0,2}|weitere (?:artikel|themen))
    fr: (?:(?:à )?lire (?:aussi|également)|sur le même (?:sujet|thème)|dans la même rubrique)
    fr: (?:les plus lus|vous aimerez aussi|à la une|articles? (?:liés?|similaires?|récents?))
    es: (?:lea también|noticias relacionadas|(?:lo )?más (?:leíd[ao]s?|visto)|más información)
    es: (?:te puede interesar|también te puede interesar|últimas noticias|artículos relacionados)
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
WRITER = _any_of(r"""
    [^.!?]{1,40} (?:says|wrote|writes|commented|replied)(?: (?:at|on) .{4,30})? ?:?
    comment by .{2,30}(?: (?:at|on) .{4,30})? ?:?
    .{1,40} (?:schrieb|a écrit|escribió|escreveu|ha scritto)(?: .{4,30})? ?:
    .{1,40} (?:пишет|пише|napisał|yazdı)(?: .{4,30})? ?:
""")

#: How a line begins that is itself a link to another article.
RELATED_LEAD = _any_of(r"""
    (?:read (?:also|more|next)|also read|related|see also|more|watch|recommended) ?[:|»>] ?\S
    de: (?:lesen sie (?:auch|mehr)|mehr zum thema|lesetipp|siehe auch) ?[:|»>] ?\S
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
TOPICS = _any_of(r"""
    (?:related |article )?(?:topics?|tags?|keywords?|themes?)
    (?:filed under|posted in|archived under)
    de: (?:schlagwörter|schlagworte|themen)
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
TAGS_LEAD = _any_of(r"""
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
COMMENTS = _any_of(
    r"""
    (?:(?:{BEFORE}) ){0,5}(?:comments?|discussions?|conversation|replies|responses)(?:{AFTER}){0,3}
    community (?:standards|guidelines|rules).{0,40}
    (?:what do you think|have your say)\??
    \d{1,5} thoughts on .{2,90}
    (?:leave|post) a (?:reply|comment)
    comments? from the .{2,20}
    (?:the )?comments below .{0,40}
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
