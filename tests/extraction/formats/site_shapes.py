# ruff: noqa: E501 - markup is shown as sites write it
"""Invented articles set in the shapes that sites have: each shape a function of a story.

Whoever reads such a page sees every string of the story and of the shape's own furniture.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape


@dataclass(frozen=True)
class Story:
    """An article, and what a site puts around it, in one language."""

    language: str
    title: str
    standfirst: str
    author: str
    day: date
    body: tuple[str, ...]
    caption: str
    menu: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[str, ...]
    footer: str
    site: str


ENGLISH = Story(
    "en",
    "Harbour bridge reopens after 26 months of repairs",
    "Drivers queue for an hour to be first across as the toll is dropped for a week.",
    "Lena Ford",
    date(2021, 5, 3),
    (
        "PORT ELLERY, May 3 (Northwire) - The harbour bridge opened to traffic on Monday, after "
        "being closed for 26 months, the city's engineers said.",
        "The repairs cost $38.5 million, Mayor Ada Wells told reporters on the quay. “It is over, "
        "and nobody is happier than I am,” she said.",
        "“We waited long enough.”",
        "About 12,000 cars crossed the bridge each day in 2019, according to a count by the port "
        "authority, and twice as many are expected this summer.",
        "The builder, Hale & Sons, denied that rust had been painted over in 2018 < the year of "
        "the last inspection > and announced a report for June.",
        "A second lane for buses will follow in autumn. The mayor did not say what it would cost.",
        "He declined to comment.",
    ),
    "The first cars on the bridge on Monday morning.",
    ("Home", "World", "Business", "Sport", "Weather", "Sign in"),
    (
        "Tunnel to close for a week in June",
        "Ferry company files for bankruptcy after the summer of storms",
        "Ten things to know about the new toll",
    ),
    (
        "I was in the queue from five in the morning and it was worth every minute of it.",
        "My uncle built the old one. Nobody asked him about the rust.",
    ),
    "© 2021 Ellery Post. All rights reserved.",
    "Ellery Post",
)
GERMAN = Story(
    "de",
    "Hafenbrücke nach 26 Monaten wieder für den Verkehr geöffnet",
    "Autofahrer warteten eine Stunde, um als Erste über die Brücke zu fahren.",
    "Jörg Müller",
    date(2021, 5, 3),
    (
        "Die Hafenbrücke ist am Montag nach 26 Monaten wieder für den Verkehr geöffnet worden, "
        "teilten die Ingenieure der Stadt mit.",
        "Die Arbeiten kosteten 38,5 Millionen Euro, sagte Bürgermeisterin Ada Groß am Kai. „Es ist "
        "vorbei, und niemand ist glücklicher als ich“, sagte sie.",
        "Im Jahr 2019 fuhren nach einer Zählung der Hafenbehörde täglich rund 12.000 Autos über "
        "die Brücke; in diesem Sommer werden doppelt so viele erwartet.",
        "Eine zweite Spur für Busse soll im Herbst folgen. Was sie kostet, sagte sie nicht.",
    ),
    "Die ersten Autos am Montagmorgen.",
    ("Startseite", "Politik", "Wirtschaft", "Sport", "Anmelden"),
    (
        "Tunnel im Juni eine Woche lang gesperrt",
        "Fährgesellschaft meldet nach dem Sommer der Stürme Insolvenz an",
    ),
    ("Ich stand seit fünf Uhr in der Schlange, und es hat sich gelohnt.",),
    "© 2021 Hafenblatt. Alle Rechte vorbehalten.",
    "Hafenblatt",
)
RUSSIAN = Story(
    "ru",
    "Портовый мост открыли после двадцати шести месяцев ремонта",
    "Водители ждали целый час, чтобы первыми проехать по мосту.",
    "Анна Белова",
    date(2021, 5, 3),
    (
        "Портовый мост открыли для движения в понедельник после двадцати шести месяцев ремонта, "
        "сообщили инженеры города.",
        "Ремонт обошёлся в 38,5 миллиона рублей, сказала мэр города журналистам на набережной. "
        "«Всё закончилось, и никто не рад этому больше меня», — сказала она.",
        "В 2019 году по мосту ежедневно проезжало около двенадцати тысяч машин, по подсчётам "
        "портовых властей, а этим летом ждут вдвое больше.",
        "Вторую полосу для автобусов построят осенью. Сколько она будет стоить, мэр не сказала.",
    ),
    "Первые машины на мосту утром в понедельник.",
    ("Главная", "Политика", "Экономика", "Спорт", "Войти"),
    ("Тоннель закроют на неделю в июне", "Паромная компания объявила о банкротстве"),
    ("Стоял в очереди с пяти утра, и оно того стоило.",),
    "© 2021 Портовая газета. Все права защищены.",
    "Портовая газета",
)
ARABIC = Story(
    "ar",
    "إعادة فتح جسر الميناء بعد ستة وعشرين شهرا من الإصلاحات",
    "انتظر السائقون ساعة كاملة ليكونوا أول من يعبر الجسر.",
    "ليلى حداد",
    date(2021, 5, 3),
    (
        "أعيد فتح جسر الميناء أمام حركة المرور يوم الاثنين بعد إغلاق دام ستة وعشرين شهرا، بحسب "
        "ما قاله مهندسو المدينة.",
        "وقالت رئيسة البلدية للصحفيين على الرصيف إن الإصلاحات كلفت 38.5 مليون دولار. وأضافت: "
        "«لقد انتهى الأمر، ولا أحد أسعد مني بذلك».",
        "وعبرت الجسر نحو اثني عشر ألف سيارة يوميا في عام 2019 وفقا لإحصاء سلطة الميناء، ومن "
        "المتوقع أن يتضاعف العدد هذا الصيف.",
        "وسيتبع ذلك مسار ثان للحافلات في الخريف. ولم تقل رئيسة البلدية كم سيكلف ذلك.",
    ),
    "أولى السيارات على الجسر صباح الاثنين.",
    ("الرئيسية", "العالم", "اقتصاد", "رياضة"),
    ("إغلاق النفق لمدة أسبوع في يونيو", "شركة العبارات تعلن إفلاسها بعد صيف العواصف"),
    ("كنت في الطابور منذ الخامسة صباحا، وكان الأمر يستحق.",),
    "© 2021 صحيفة الميناء. جميع الحقوق محفوظة.",
    "صحيفة الميناء",
)
JAPANESE = Story(
    "ja",
    "港の橋が二十六か月の修理を終えて再び開通",
    "最初に渡ろうと運転手たちは一時間も列を作った。",
    "山田花子",
    date(2021, 5, 3),
    (
        "港の橋は月曜日、二十六か月にわたる閉鎖を終えて再び開通したと、市の技術者たちが発表した。",
        "修理には三千八百五十万ドルかかったと市長は岸壁で記者団に語った。「これで終わりました。私ほど喜んでいる人はいません」と述べた。",
        "港湾局の調べによると、二〇一九年には毎日およそ一万二千台の車がこの橋を渡っており、この夏はその二倍が見込まれている。",
        "秋にはバス用の二本目の車線ができる予定だが、市長はその費用を明らかにしなかった。",
    ),
    "月曜日の朝、橋を渡る最初の車。",
    ("ホーム", "国際", "経済", "スポーツ"),
    ("トンネルは六月に一週間閉鎖", "フェリー会社が破産を申請"),
    ("朝の五時から並んだが、その価値はあった。",),
    "© 2021 港新聞。無断転載を禁じます。",
    "港新聞",
)
STORIES = {story.language: story for story in (ENGLISH, GERMAN, RUSSIAN, ARABIC, JAPANESE)}


def _each(template: str, words: tuple[str, ...]) -> str:
    return "\n".join(template.format(escape(each)) for each in words)


def portal(story: Story) -> str:
    """A large site: landmarks, JSON-LD, share buttons, a sidebar, comments."""
    record = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": story.site},
            {
                "@type": "NewsArticle",
                "headline": story.title,
                "datePublished": f"{story.day}T08:30:00+02:00",
                "dateModified": "2022-02-02T10:00:00Z",
                "author": [{"@type": "Person", "name": story.author}],
                "mainEntityOfPage": "https://post.example/bridge",
            },
        ],
    }
    return f"""<!DOCTYPE html>
<html lang="{story.language}-XX"><head><meta charset="utf-8"><title>{escape(story.title)} | {story.site}</title>
<link rel="canonical" href="https://post.example/bridge">
<meta property="og:site_name" content="{story.site}"><script type="application/ld+json">{json.dumps(record)}</script>
<style>.x {{ color: red }}</style></head><body class="article-page comments-open">
<a class="skip-link" href="#m">Skip</a>
<header class="site-header"><div class="logo"><a href="/">{story.site}</a></div>
<nav aria-label="Main"><ul>{_each('<li><a href="/s">{}</a></li>', story.menu)}</ul></nav></header>
<main id="m"><article class="story"><header><h1 class="headline">{escape(story.title)}</h1>
<p class="standfirst">{escape(story.standfirst)}</p>
<div class="meta"><span class="byline"><a rel="author" href="/a">{story.author}</a></span>
<time datetime="{story.day}">{story.day:%d.%m.%Y}</time></div></header>
<div class="share"><button>Share</button><button>Print</button></div>
<figure><img src="b.jpg" alt="unseen words"><figcaption>{escape(story.caption)}</figcaption></figure>
<div class="article-body">{_each("<p>{}</p>", story.body)}</div></article>
<aside class="sidebar"><h2>Most read</h2><ol>{_each('<li><a href="/r">{}</a></li>', story.related)}</ol></aside>
<section class="comments"><h2>Comments</h2>{_each('<div class="comment"><b>Reader</b><p>{}</p></div>', story.comments)}
<form><label>Your comment</label><textarea></textarea><button>Send</button></form></section></main>
<footer><p>{escape(story.footer)}</p></footer>
<script>document.write("unseen words")</script></body></html>"""


def blog(story: Story) -> str:
    """A blog as WordPress makes them: classes, no landmarks but the sidebar's."""
    return f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">
<title>{escape(story.title)} – {story.site}</title>
<meta property="article:published_time" content="{story.day}T06:00:00+00:00">
<meta property="article:modified_time" content="2022-02-02T06:00:00+00:00"></head>
<body class="post-template-default single single-post"><div id="page"><div id="masthead" class="site-header">
<p class="site-title"><a href="/">{story.site}</a></p><ul id="menu-main" class="menu">{_each("<li>{}</li>", story.menu)}</ul></div>
<div id="content"><div id="post-17" class="post type-post hentry category-news tag-bridge">
<h1 class="entry-title">{escape(story.title)}</h1>
<div class="entry-meta">Posted on <span class="posted-on">{story.day}</span> by <span class="author vcard">{story.author}</span></div>
<div class="entry-content"><div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">{escape(story.caption)}</p></div>
{_each("<p>{}</p>", story.body)}
<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li>Twitter</li><li>Mail</li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts">{_each('<h4><a href="/r">{}</a></h4>', story.related)}</div></div></div>
<div id="comments" class="comments-area"><h2 class="comments-title">Thoughts</h2><ol class="comment-list">
{_each('<li class="comment"><div class="comment-body"><p>{}</p></div></li>', story.comments)}</ol></div></div>
<div id="secondary" class="widget-area"><h2 class="widget-title">Archive</h2><ul><li>May 2021</li></ul></div>
<div id="colophon" class="site-footer">{escape(story.footer)}</div></div></body></html>"""


def wire(story: Story) -> str:
    """A news wire's bare page: one column, breaks between paragraphs."""
    return f"""<html lang="{story.language}"><head><meta charset="utf-8"><title>{story.site}: {escape(story.title)}</title></head>
<body><div id="top">{" | ".join(escape(each) for each in story.menu)}</div><h1>{escape(story.title)}</h1>
<div class="dateline">{story.author}, <time pubdate datetime="{story.day}">{story.day}</time></div>
<div id="text">{"<br><br>".join(escape(each) for each in story.body)}</div>
<hr><div id="more">{_each('<a href="/r">{}</a><br>', story.related)}</div><p>{escape(story.footer)}</p></body></html>"""


def divs(story: Story) -> str:
    """A content system that knows no element but div, with hashed class names."""
    return f"""<!doctype html><html lang="{story.language}"><head><meta charset="utf-8"><title>{escape(story.title)} - {story.site}</title>
<meta name="og:title" content="{escape(story.title)}"></head><body><div class="css-1x2y3z"><div class="css-a"><div>{story.site}</div>
<div class="css-b">{_each('<div><a href="/s"><span>{}</span></a></div>', story.menu)}</div></div>
<div class="css-c"><div class="css-d"><div class="css-t">{escape(story.title)}</div><div class="css-s">{escape(story.standfirst)}</div>
<div class="css-w">{story.author}</div></div><div class="css-e">{_each('<div class="css-p"><div><span>{}</span></div></div>', story.body)}</div></div>
<div class="css-f">{_each('<div><a href="/r"><div>{}</div></a></div>', story.related)}</div><div class="css-g">{escape(story.footer)}</div></div></body></html>"""


def tables(story: Story) -> str:
    """A page of the year 2000: tables lay it out, fonts stand for headings."""
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>{escape(story.title)}</TITLE></HEAD>
<BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD COLSPAN=2><FONT SIZE=5>{story.site}</FONT></TD></TR>
<TR><TD VALIGN=top WIDTH=150>{_each("<A HREF=s.html>{}</A><BR>", story.menu)}</TD>
<TD><TABLE><TR><TD><FONT SIZE=4><B>{escape(story.title)}</B></FONT></TD></TR>
<TR><TD><I>{story.author}</I></TD></TR><TR><TD>{_each("<P>{}", story.body)}</TD></TR></TABLE>
<TABLE><TR><TH>Year</TH><TH>Cars</TH></TR><TR><TD>2019</TD><TD>12,000</TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN=2><FONT SIZE=1>{escape(story.footer)}</FONT></TD></TR></TABLE></BODY></HTML>"""


def live(story: Story) -> str:
    """A live blog: posts with their times, newest first, each an article of its own."""
    posts = "\n".join(
        f'<article class="post"><time datetime="{story.day}T1{i}:00">1{i}:00</time><p>{escape(words)}</p></article>'
        for i, words in enumerate(story.body)
    )
    return f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{escape(story.title)} | {story.site}</title>
<meta property="og:title" content="{escape(story.title)}"></head><body><header><a href="/">{story.site}</a></header>
<nav>{_each('<a href="/s">{}</a>', story.menu)}</nav><main><h1>{escape(story.title)}</h1><div class="live-feed">{posts}</div></main>
<footer>{escape(story.footer)}</footer></body></html>"""


def wrapped(story: Story) -> str:
    """A page that a form and oddly called boxes hold as a whole."""
    return f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{escape(story.title)}</title></head><body>
<form action="/" id="aspnetForm"><div class="sidebar-layout has-comments"><div class="nav-wrapper"><ul class="topnav">{_each("<li><a href=/s>{}</a></li>", story.menu)}</ul></div>
<div class="content print-area"><h2 class="title">{escape(story.title)}</h2><div class="teaser"><b>{escape(story.standfirst)}</b></div>
{_each("<p>{}</p>", story.body)}</div><div class="box">{_each('<div class="item"><a href="/r">{}</a></div>', story.related)}</div>
<div class="bottom">{escape(story.footer)}</div></div></form></body></html>"""


def modern(story: Story) -> str:
    """A page made of components: each paragraph in boxes of its own, things put in between."""
    paragraphs = [
        f'<div class="mb-4 print:hidden md:social" data-component="text-block"><div class="ssrcss-7u"><p class="ssrcss-1q no-ads"><span>{escape(words)}</span></p></div></div>'
        for words in story.body
    ]
    between = [
        '<div class="ad-slot" id="ad-1"><span>Advertisement</span></div>',
        f'<div class="inline-promo"><span>Read more</span><a href="/r">{escape(story.related[0])}</a></div>',
        '<div class="newsletter-box"><form><p>Sign up for the morning letter and never miss a thing.</p><input type="email"><button>Subscribe</button></form></div>',
    ]
    body = "".join(
        one + (between.pop(0) if between and place else "") for place, one in enumerate(paragraphs)
    )
    return f"""<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{escape(story.title)} | {story.site}</title>
<meta property="og:title" content="{escape(story.title)}"><meta property="article:published_time" content="{story.day}T23:59:00Z"></head>
<body class="has-sidebar no-comments"><div id="__next"><header role="banner"><a href="/"><svg><title>unseen words</title></svg>{story.site}</a>
<button aria-label="unseen words">Menu</button></header><div role="navigation">{_each('<a href="/s">{}</a>', story.menu)}</div>
<header class="page-header"><h1 id="main-heading">{escape(story.title)}</h1><p class="c-summary">{escape(story.standfirst)}</p>
<div data-testid="byline-new"><address class="author"><a href="/a">{story.author}</a></address><span class="timestamp">{story.day:%H:%M}</span></div></header>
<main id="main-content"><div data-component="image-block"><figure><div role="img"></div><figcaption><span class="visually-hidden">unseen words</span>{escape(story.caption)}</figcaption></figure></div>
{body}<section data-component="tag-list" class="topic-tags"><ul><li><a rel="tag" href="/t">Bridges</a></li></ul></section></main>
<div class="related-grid">{_each('<article><h3><a href="/r">{}</a></h3><p>A few words about what this is.</p></article>', story.related)}</div>
<div class="readers-comments">{_each("<div><p>{}</p></div>", story.comments)}</div>
<div hidden>unseen words</div><template><p>unseen words</p></template><noscript>unseen words</noscript>
<footer role="contentinfo">{escape(story.footer)}</footer></div><script id="__NEXT_DATA__" type="application/json">{{"unseen": "words"}}</script></body></html>"""


def careless(story: Story) -> str:
    """Markup as it is typed: nothing closed, entities without end, presentational tags."""
    return f"""<html><title>{escape(story.title)}</title><body bgcolor=#ffffff><center><h2>{story.site}</h2>
<font size=-1>{" &middot; ".join(escape(each) for each in story.menu)}</font></center><hr>
<h1>{escape(story.title)}<p><i>{story.author}</i>
{_each("<p align=justify>{}", story.body)}
<hr><ul>{_each("<li><a href=r.html>{}</a>", story.related)}</ul><p><small>{escape(story.footer)}</small>"""


SHAPES: dict[str, Callable[[Story], str]] = {
    each.__name__: each
    for each in (portal, blog, wire, divs, tables, live, wrapped, modern, careless)
}
