"""The words that a site puts round every article: controls, notices and rights, as patterns.

In the languages with most news on the web, one a line behind its code; what stands without a code
is English. A blank stands for any blank, every repetition is bounded. Data only; knows no line.
"""

from __future__ import annotations

import re

_LANGUAGE = re.compile(r"[a-z]{2}: ")


def any_of(lines: str) -> re.Pattern[str]:
    """A pattern of these alternatives, to be matched with a line in small letters."""
    bare = [_LANGUAGE.sub("", line.strip(), count=1) for line in lines.splitlines()]
    alternatives = [line.replace(" ", r"\s") for line in bare if line]
    return re.compile(f"(?:{'|'.join(alternatives)})")


_NETWORKS = (
    "facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|messenger|viber|vk|copy link|"
    "email|print|instagram|youtube|flipboard|share|x|more"
)
#: A whole line that is a control or a label of the page.
FURNITURE = any_of(
    r"""
    (?:(?:get|copy) (?:short )?(?:url|link)|permalink|bookmark)
    share(?:(?: this| the)?(?: article| story| page| post)?(?: (?:on|via|with|to) .{2,30})?)
    (?:tweet|retweet|e-?mail|print|save|pin)(?: this(?: article| story| page)?| it)?
    listen(?: to (?:this )?(?:article|story|podcast)| now)?
    (?:play|pause|watch|live|video|photos?|gallery)(?: live| now| video)?
    \((?:adds?|updates?|corrects?|recasts?|refiles?|rewrites?|removes?|fixes) .{3,160}\)
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
    (?:unsubscribe|view (?:this .{4,12} )?in (?:your |a )?browser)(?: ?: .{4,80})?
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
    nl: (?:inloggen|aanmelden|abonneer.{0,30}|deel dit artikel|delen|advertentie|zoeken|voorpagina)
    nl: (?:direct naar .{2,24}|leestijd.{0,16}|akkoord|reageer|contact|over ons|privacybeleid)
    sv: (?:logga in|annons|dela(?: artikeln)?|sök|prenumerera.{0,30}|kundservice|om oss|startsida)
    sv: (?:till innehållet|kontakta oss|stäng|meny)
    da: (?:log ind|logg inn|annonce|del (?:artikel|saken)|søg|søk|abonn[ée]r.{0,30}|om os)
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
FURNITURE_PROSE = any_of(r"""
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
    (?:reach|contact|e-?mail) (?:her|him|them|me|us|the (?:reporter|author|writer)) at\b
    (?:follow|find) (?:her|him|them|me) on
    we want to hear (?:from you|what you think)
    (?:submit|send) a letter to the editor
    subscribe to support
    we have been keeping you
    (?:in|to|into) your (?:e-?mail )?inbox
    thank(?:s| you) for (?:signing up|subscribing|registering)
    you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|newsletter|message)
    de: wir (?:verwenden|nutzen) cookies
    de: um zu kommentieren
    de: melden sie sich (?:bitte )?(?:an|für)
    nl: (?:wij|we) gebruiken cookies
    sv: vi använder (?:cookies|kakor)
    da: vi bruger cookies
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
    any_of(lines)
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
RIGHTS = any_of(r"""
    all rights reserved
    (?:©|copyright|\(c\)) {0,2}(?:19|20)\d\d
    ©.{0,20} copyright
    de: alle rechte vorbehalten
    fr: tous droits réservés
    fr: (?:la )?reproduction (?:totale|même partielle)
    es: (?:queda )?prohibid[ao] (?:su|la) reproducción
    pl: kopiowanie (?:jest )?zabronione
    nl: alle rechten voorbehouden
    sv: alla rättigheter förbehållna
    reproduction .{0,40}(?:prohibited|without .{0,20}permission)
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
