"""A rich dossier made by hand on the sample article: every case that a report tells."""

# ruff: noqa: E501  (quoted sentences stand in one piece)

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.model.article import ARTICLE_ZONES, Article, DateSource, Publication, Zone, ZoneKind
from app.model.claim import Claim, ClaimKind
from app.model.dossier import Dossier, DossierClaim
from app.model.ledger import Ledger
from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.rating import Rating, RatingScale
from app.model.review import Evidence, Review, ReviewState, Stance, Verdict
from app.model.source import Passage, Source, SourceKind
from app.model.span import Span
from app.reports.writer import Setting, Writer

SCALE = RatingScale(
    "five_way",
    "Five-way scale",
    (
        Rating(
            "supported", "Supported", 1, "Sources say the same.", "supported", True, 3, "supported"
        ),
        Rating(
            "partly_supported",
            "Partly supported",
            2,
            "One part holds, another does not.",
            "partly_supported",
            True,
            2,
            "partly_supported",
        ),
        Rating(
            "refuted",
            "Refuted",
            3,
            "Reliable sources contradict it.",
            "refuted",
            True,
            1,
            "refuted",
        ),
        Rating(
            "not_enough_evidence",
            "Not enough evidence",
            4,
            "The sources at hand do not settle it.",
            "not_enough_evidence",
            False,
            0,
            "not_enough_evidence",
        ),
        Rating(
            "not_checkable",
            "Not checkable",
            5,
            "No source could settle it.",
            "not_checkable",
            False,
            0,
            "not_checkable",
        ),
    ),
)

COPY_NOTE = "Notes in our own words, made from an excerpt of the page named."


def sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def place_of(text: str, words: str) -> Span:
    """Where these words stand; a no-break space of the text counts as a space."""
    start = text.replace("\u00a0", " ").index(words)
    return Span(start, start + len(words))


@dataclass
class _Work:
    """Collects claims and evidence for one text."""

    text: str

    def claim(self, position: int, words: str, statement: str = "", **more: object) -> Claim:
        span = place_of(self.text, words)
        return Claim(
            id=position,
            article_id=1,
            position=position,
            span=span,
            quote=span.of(self.text),
            statement=statement or words,
            kind=ClaimKind.EVENT,
            **more,  # type: ignore[arg-type]
        )


def evidence(
    number: int, claim: int, source: Source, copy: str, exact: str, **more: object
) -> Evidence:
    span = place_of(copy, exact)
    return Evidence(
        id=number,
        claim_id=claim,
        source_id=source.id,
        passage_id=number * 10,
        exact=exact,
        prefix=copy[max(0, span.start - 32) : span.start],
        suffix=copy[span.end : span.end + 32],
        span=span,
        place="¶ 2",
        digest=source.digest,
        scorer="1",
        score=70.0,
        **more,  # type: ignore[arg-type]
    )


def verdict(number: int, claim: int, rating: str, rationale: str = "", **more: object) -> Verdict:
    return Verdict(
        id=number,
        claim_id=claim,
        rating=rating,
        scale="five_way",
        rationale=rationale,
        given=f"2026-11-24T09:{number:02d}:00Z",
        **{"reviewer": "A. Lind", **more},  # type: ignore[arg-type]
    )


def zones_of(text: str) -> tuple[Zone, ...]:
    """The sample's zones by the first words of each, the dateline inside its line."""
    starts = [
        (0, ZoneKind.MASTHEAD),
        (29, ZoneKind.CAPTION),
        (place_of(text, "    Lavrov, Kerry Holding").start, ZoneKind.HEADLINE),
        (place_of(text, "    © Sputnik").start, ZoneKind.CREDIT),
        (place_of(text, "    Get short").start, ZoneKind.FURNITURE),
        (place_of(text, "    Russian Foreign").start, ZoneKind.LEDE),
        (place_of(text, "    NEW YORK").start, ZoneKind.DATELINE),
        (
            place_of(
                text,
                "Russian Foreign Minister Sergey Lavrov is holding talks with US Secretary of State "
                "John Kerry in New York, on the sidelines of the UN General Assembly.",
            ).start,
            ZoneKind.BODY,
        ),
        (place_of(text, "    Pentagon 'Succ").start, ZoneKind.RELATED),
        (place_of(text, "    talks, Inter").start, ZoneKind.TAGS),
        (place_of(text, "    Community").start, ZoneKind.COMMENTS),
    ]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    shown = ARTICLE_ZONES | {ZoneKind.HEADLINE, ZoneKind.DATELINE}
    return tuple(
        Zone(Span(start, end), kind, kind in shown)
        for (start, kind), end in zip(starts, ends, strict=True)
    )


def make_sources() -> dict[str, tuple[Source, str]]:
    """Sources with their stored copies, by a short name."""
    records = {
        "flagrant": (
            "US Airstrikes on Syrian Army are Nothing but Flagrant Violation of Ceasefire",
            "Sputnik International",
            "2016-09-21",
            SourceKind.NEWS_AGENCY,
            "en",
            "https://sputniknews.com/20160921/lavrov-syria-unsc-us-airstrikes-1045554547.html",
            "Russian state-owned; same outlet as the article, so no independent voice.",
            "Covers Lavrov speaking at the UN Security Council meeting on Syria. In its rendering "
            'Lavrov dates the Deir ez-Zor strikes 16 September and calls them "a flagrant violation '
            'of the cessation of hostilities". Lavrov also asked for talks among Syrians.',
        ),
        "centcom": (
            "U.S. military confirms coalition's Syria air strike halted",
            "Reuters",
            "2016-09-17",
            SourceKind.NEWS_AGENCY,
            "en",
            "http://in.reuters.com/article/mideast-crisis-syria-strike-idINL2N1BT0JY",
            "International agency; relays the US Central Command statement.",
            "Central Command said the strike, south of Deir al-Zor on Saturday 17 September, was "
            "stopped when Russia said the people and vehicles might be Syrian army. The coalition "
            "believed it was hitting an Islamic State position.",
        ),
        "gatilov": (
            "Де Мистура предложит сирийским сторонам прямые переговоры",
            "РИА Новости",
            "2016-09-22",
            SourceKind.NEWS_AGENCY,
            "ru",
            "https://ria.ru/20160922/1477583741.html",
            "Russian state-owned.",
            "Выступая в Совбезе, де Мистура сказал о следующем раунде. Замминистра Гатилов до этого "
            "говорил, что очередная встреча группы поддержки Сирии намечена на пятницу той же недели. "
            "Общего решения стороны не нашли.",
        ),
        "unog": (
            "Transcript of stakeout by UN Special Envoy for Syria, Staffan de Mistura",
            "United Nations Office at Geneva",
            "2016-09-25",
            SourceKind.TRANSCRIPT,
            "en",
            "http://www.unog.ch/unog/website/news_media.nsf/(httpNewsByYear_en)/604700A8?OpenDocument",
            "Primary UN transcript.",
            "De Mistura spoke to the press in New York. He said the cessation of hostilities was "
            "announced on 9 September by Russia and the US and began on 12 September. He called what "
            "happened at Deir ez-Zor a difficult moment.",
        ),
        "tharda": (
            "التحالف يقصف مواقع للجيش السوري في جبل ثردة",
            "عنب بلدي",
            "2016-09",
            SourceKind.NEWSPAPER,
            "ar",
            "",
            "",
            "ضربت طائرات التحالف مواقع للجيش في جبل ثردة القريب من المطار العسكري بدير الزور، بحسب ما نشر "
            "يوم السبت 17 أيلول. جرى ذلك أثناء هدنة.",
        ),
    }
    made = {}
    for number, (key, record) in enumerate(records.items(), start=1):
        title, publisher, published, kind, language, url, note, copy = record
        made[key] = (
            Source(
                number,
                key,
                title,
                publisher,
                "",
                published,
                kind,
                language,
                url,
                note,
                COPY_NOTE,
                sha(copy),
                key != "tharda",
            ),
            copy,
        )
    return made


def make_claims(text: str, held: dict[str, tuple[Source, str]]) -> tuple[DossierClaim, ...]:
    """Claims that overlap, nest, repeat, cross paragraphs; verdicts of every sort, and none."""
    work = _Work(text)
    lede = (
        "Russian Foreign Minister Sergey Lavrov is holding talks with US Secretary of State "
        "John Kerry in New York"
    )
    again = place_of(text, lede + ", on the sidelines of the UN General Assembly.")
    talks = work.claim(
        1,
        lede + ", on the sidelines of the UN General Assembly in New York.",
        mentions=(place_of(text, "Lavrov, Kerry Holding Talks in New York"), again),
    )
    second = work.claim(
        2,
        "The meeting is the second between Lavrov and Kerry",
        "The meeting is the second between Lavrov and Kerry on the sidelines of the 71st UN General Assembly.",
    )
    thursday = work.claim(
        3,
        "the next ISSG meeting would be held on Thursday",
        "The next meeting of the International Syria Support Group will be held on Thursday.",
        speaker="Frank-Walter Steinmeier",
        claim_date="2016-09-22",
    )
    steinmeier = work.claim(
        4,
        "German Foreign Minister Frank-Walter Steinmeier confirmed to RIA Novosti on Wednesday "
        "that the next ISSG meeting would be held on Thursday.",
    )
    truce = work.claim(
        5,
        "a new ceasefire that came into force on September 12",
        "A new ceasefire in Syria came into force on September 12.",
    )
    attacks = work.claim(
        6,
        "the September 16 attacks by US-led coalition forces on Syrian army positions at a "
        "military airport near Deir ez-Zor",
        "US-led coalition forces attacked Syrian army positions at a military airport near Deir "
        "ez-Zor on September 16.",
        claim_date="2016-09-16",
    )
    flagrant = work.claim(
        7,
        "Syrian army positions at a military airport near Deir ez-Zor were a flagrant violation "
        "of the ceasefire agreement.",
        "The attacks were a flagrant violation of the ceasefire.",
        speaker="Sergey Lavrov",
    )
    crossing = work.claim(
        8,
        "on Friday.\n\n    On September 9, Lavrov and Kerry presented a new plan",
        "On September 9, Lavrov and Kerry presented a new plan.",
    )
    topic = work.claim(9, "Syria is the main topic of the Wednesday talks.")

    sixteenth = evidence(
        1,
        6,
        *held["centcom"],
        "the strike, south of Deir al-Zor on Saturday 17 September, was stopped when Russia said",
        stance=Stance.CONTRADICTS,
        differences=(
            Difference(
                DifferenceKind.DATE,
                Relation.DIFFERENT,
                Excerpt("September 16", Span(0, 12)),
                Excerpt("17 September", Span(0, 12)),
                "Saturday is 17 September",
            ),
            Difference(
                DifferenceKind.NAME,
                Relation.SAME,
                Excerpt("Deir ez-Zor", Span(0, 11)),
                Excerpt("Deir al-Zor", Span(0, 11)),
            ),
        ),
    )
    arabic = evidence(2, 6, *held["tharda"], "بحسب ما نشر يوم السبت 17 أيلول")
    rendering = evidence(
        3, 7, *held["flagrant"], 'calls them "a flagrant violation of the cessation of hostilities"'
    )
    friday = evidence(
        4,
        3,
        *held["gatilov"],
        "очередная встреча группы поддержки Сирии намечена на пятницу",
        stance=Stance.CONTRADICTS,
        differences=(
            Difference(
                DifferenceKind.WEEKDAY,
                Relation.DIFFERENT,
                Excerpt("Thursday", Span(0, 8)),
                Excerpt("пятницу", Span(0, 7)),
                "Friday",
            ),
        ),
    )
    began = evidence(
        5,
        5,
        *held["unog"],
        "announced on 9 September by Russia and the US and began on 12 September",
    )

    wrong = verdict(
        3,
        6,
        "refuted",
        "The strikes took place on Saturday 17 September: Central Command and an "
        "Arabic report of the day agree. Only the article’s own outlet says the 16th.",
        evidence=(10, 20),
    )
    friday_verdict = verdict(
        4,
        3,
        "supported",
        "Steinmeier is quoted so; the group did meet on Thursday 22 September.",
        evidence=(40,),
        acknowledged="Supported, though A says Friday.",
        reviewer="M. Okafor",
    )
    judged = {
        1: verdict(5, 1, "supported", "Both ministries say so."),
        2: verdict(6, 2, "not_enough_evidence", "No source at hand counts their meetings."),
        5: verdict(7, 5, "supported", "The UN envoy gives the same day.", evidence=(50, 60)),
        7: verdict(8, 7, "not_checkable", "A judgement: no source could settle “flagrant”."),
        8: verdict(9, 8, "partly_supported"),
    }

    def done(claim: Claim, *linked: Evidence, flag: bool = False) -> DossierClaim:
        given = judged[claim.position]
        state = ReviewState.FLAGGED if flag else ReviewState.REVIEWED
        return DossierClaim(
            claim, Review(claim.id, state, given, given.rationale, linked), (given,)
        )

    return (
        done(talks),
        done(second),
        DossierClaim(
            thursday,
            Review(3, ReviewState.REVIEWED, friday_verdict, friday_verdict.rationale, (friday,)),
            (friday_verdict,),
        ),
        DossierClaim(steinmeier, Review(4, ReviewState.FLAGGED, None, "Ask the ministry.", ())),
        done(truce, began),
        DossierClaim(
            attacks,
            Review(6, ReviewState.REVIEWED, wrong, wrong.rationale, (sixteenth, arabic)),
            (
                verdict(1, 6, "supported", "Sputnik’s own report says so."),
                verdict(2, 6, "", reviewer=""),
                wrong,
            ),
        ),
        done(flagrant, rendering),
        done(crossing, flag=True),
        DossierClaim(topic, Review(9)),
    )


VOID = frozenset({"meta", "br", "link", "hr", "img", "input", "base"})


class Page(HTMLParser):
    """One pass over a page. `article` is the text of all elements with `data-text`."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.article = ""
        self.text = ""
        self.style = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.unbalanced: list[str] = []
        self.headings: list[int] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()
        self.unbalanced += [tag for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if len(named) != len(attrs):
            self.unbalanced.append(f"{tag} with an attribute twice")
        self.tags.append((tag, named))
        if named.get("id"):
            self.ids.append(str(named["id"]))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append((tag, "data-text" in named))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        else:
            self.unbalanced.append("/" + tag)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "style":
            self.style += data
            return
        self.text += data
        if any(exact for _, exact in self._open):
            self.article += data

    def hrefs(self) -> list[str]:
        """Every address that the page links to or uses."""
        return [str(named["href"]) for _, named in self.tags if "href" in named]

    def attribute(self, tag: str, name: str) -> list[str]:
        """This attribute of every such tag that has it."""
        return [str(named[name]) for found, named in self.tags if found == tag and name in named]


@pytest.fixture(scope="session")
def read_page() -> Callable[[str], Page]:
    """Reads a report back as a browser would."""
    return Page


@pytest.fixture(scope="session")
def templates(root: Path) -> Path:
    """The folder of the report's templates."""
    return root / "resources" / "templates"


@pytest.fixture(scope="session")
def setting(root: Path) -> Setting:
    """What every format is given, without an option."""
    return Setting(root / "resources", date(2026, 11, 25))


@pytest.fixture(scope="session")
def set_up(root: Path) -> Callable[..., Setting]:
    """A setting for one format: its usual options, and those given."""

    def make(writer: Writer, **options: str) -> Setting:
        usual = {option.key: option.default for option in writer.FORMAT.options}
        return Setting(root / "resources", date(2026, 11, 25), {**usual, **options})

    return make


@pytest.fixture(scope="session")
def golden(root: Path) -> Callable[[str, str], None]:
    """Holds a text against a file of tests/golden; CLAIMDESK_UPDATE_GOLDEN=1 writes it anew."""

    def check(made: str, name: str) -> None:
        path = root / "tests" / "golden" / name
        if os.environ.get("CLAIMDESK_UPDATE_GOLDEN"):
            path.write_text(made, encoding="utf-8", newline="\n")
        with path.open(encoding="utf-8", newline="") as file:
            assert made == file.read()

    return check


@pytest.fixture(scope="session")
def dossier(sample_text: str) -> Dossier:
    """A review of the sample article, half done, with conflicts."""
    held = make_sources()
    claims = make_claims(sample_text, held)
    return Dossier(
        article=Article(
            id=1,
            title="Lavrov, Kerry Holding Talks in New York, Syria Main Topic Under Discussion",
            text=sample_text,
            digest=sha(sample_text),
            zones=zones_of(sample_text),
            publication=Publication(
                None,
                DateSource.INFERRED,
                date(2016, 9, 21),
                (
                    "“the Wednesday talks”, told as going on: published on a Wednesday",
                    "first Wednesday after September 16: 21 September 2016",
                ),
            ),
            origin="000_78c1eee19aec262e.txt",
            language="en",
            sample=True,
        ),
        claims=claims,
        sources=tuple(source for source, _ in held.values()),
        ledger=Ledger(
            536,
            150,
            3,
            338,
            45,
            (
                place_of(
                    sample_text, "On Tuesday, Lavrov and Kerry had a short bilateral discussion"
                ),
            ),
        ),
        scale=SCALE,
        made="2026-11-24T10:30:00Z",
        app_version="0.1.0",
        scorer="1",
        schema=1,
        passages=tuple(
            Passage(one.passage_id, one.source_id, one.span, one.exact, one.place)
            for claim in claims
            for one in claim.review.evidence
        ),
        copies={source.id: copy for source, copy in held.values()},
    )
