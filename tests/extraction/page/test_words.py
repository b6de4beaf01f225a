"""Single lines are told apart by their wording."""

from __future__ import annotations

import pytest

from app.extraction.page.words import Sort, count_words, look_at, title_share


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("Published: 12:30, 21 September 2016", Sort.DATE),
        ("Sunday, August 2, 2015", Sort.DATE),
        ("3 hours ago", Sort.DATE),
        ("2016年9月21日 12:30", Sort.DATE),
        ("21 сентября 2016, 12:30", Sort.DATE),
        ("May says Brexit means Brexit", Sort.TITLE),
        ("By John Smith", Sort.BYLINE),
        ("(Reporting by Ann Reed in Oslo and Tom Li; Editing by Jo Ray)", Sort.BYLINE),
        ("(Adds the governor's comments, quote)", Sort.FURNITURE),
        ("This article was amended on 3 May 2021 to correct a name.", Sort.FURNITURE),
        ("Correction (4 June): An earlier version misstated the year.", Sort.FURNITURE),
        ("Anmerkung der Redaktion: Das Datum wurde berichtigt.", Sort.FURNITURE),
        ("Correction of the river bed will cost 4 million euros.", Sort.PROSE),
        ("This article was written in 1921 by a priest.", Sort.PROSE),
        ("By 2020 half of us will work at home", Sort.TITLE),
        ("By the river, two men were seen.", Sort.PROSE),
        ("© Getty Images/ Lena Ford", Sort.CREDIT),
        ("Smoke rises over the old harbour on Friday. Photo: Reuters", Sort.CAPTION),
        ("© 2016 Reuters. All rights reserved.", Sort.FURNITURE),
        ("Share on Twitter", Sort.FURNITURE),
        ("Share prices fall in Tokyo", Sort.TITLE),
        ("Search for survivors goes on", Sort.TITLE),
        ("Home secretary resigns over leak", Sort.TITLE),
        ("We use cookies to improve your experience.", Sort.FURNITURE),
        ("Подписывайтесь на наш канал", Sort.FURNITURE),
        ("Related articles", Sort.RELATED),
        ("Read also: Kerry meets Lavrov", Sort.LINK),
        ("12 Comments", Sort.COMMENTS),
        ("Show new comments (0)", Sort.COMMENTS),
        ("Kommentare (3)", Sort.COMMENTS),
        ("talks, Kerry, Sergei Lavrov, United States", Sort.TAGS),
        ("Tags: bridges", Sort.TAGS),
        ("#syria #kerry", Sort.TAGS),
        ("Lavrov, Kerry Holding Talks in New York, Syria Main Topic", Sort.TITLE),
        ("Posted on June 19, 2014 by Marta", Sort.DATE),
        ("Publié le 14 septembre 2020 à 18h32, mis à jour le 15 septembre 2020 à 9h10", Sort.DATE),
        ("Δημοσιεύτηκε: 03 Αυγούστου 2020, 12:40", Sort.DATE),
        ("Budget of March 2020 under attack", Sort.TITLE),
        ("Home > News > Local", Sort.FURNITURE),
        ("Wexham 6 5 0 1 15", Sort.ROW),
        ("港大橋、1年ぶりに通行再開　補修費は38億円", Sort.TITLE),
        ("2019年の約1万8000台から減少している。", Sort.PROSE),
        ("Brigg 0-0 Harlow", Sort.ROW),
        ("Fenboy wrote at 10:22", Sort.WRITER),
        ("Boats off Port-Lançon on Monday. LUC DERRIEN / LE COURRIER", Sort.CAPTION),
        ("The minister, Helen Abara, said:", Sort.HALF_PROSE),
        ("İLGİLİ HABER", Sort.RELATED),
        ("Διαβάστε επίσης: Κλείνουν τα ιατρεία", Sort.LINK),
        ("댓글 12", Sort.COMMENTS),
        ("These cookies need your consent and help our partners with their work.", Sort.CONSENT),
        ("May 11, 2017 Updated May 12, 2017", Sort.DATE),
        ("La place, mardi. MARC DELAUNAY / L’ÉCHO DU CENTRE", Sort.CAPTION),
        ("Lees ook: De brug is weer open", Sort.LINK),
        ("Mest läst just nu", Sort.RELATED),
        ("Reach her at 555-0143 or on the harbour any morning.", Sort.FURNITURE),
        ("You are receiving this email because you signed up.", Sort.FURNITURE),
        ("View in browser: https://post.example/1", Sort.FURNITURE),
        ("* * *", Sort.RULE),
        ("سيجتمع الوزراء غدا.", Sort.PROSE),
        ("会谈主题是叙利亚。", Sort.PROSE),
    ],
)
def test_a_line_is_what_it_looks_like(line: str, sort: Sort) -> None:
    assert look_at(line).sort is sort


def test_headings_bullets_and_words() -> None:
    assert look_at("## Comments (2)").heading
    assert look_at("## Comments (2)").sort is Sort.COMMENTS
    assert look_at("• avatar").bullet
    assert count_words("会谈主题") == 2 + 1
    assert title_share("Five Bridges That Never Opened") == 1.0
