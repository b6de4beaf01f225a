"""OpenDocument texts come out whole and in order; what is not the article's is said to be so."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from app.extraction.formats.odt import reader as odt
from app.model.article import ZoneKind
from app.model.work import Work
from tests.extraction.formats.packed import flat_opendocument, opendocument, zipped
from tests.extraction.formats.told import hinted, left_out, paragraphs, proposed, refusal


def read(data: bytes) -> odt.Document:
    return odt.read(data, "report.odt", Work())


def test_headings_captions_tables_and_the_record() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
    found = read(
        opendocument(
            '<text:p text:style-name="P1">Talks end</text:p>'
            '<text:h text:outline-level="1">Section</text:h>'
            f"<table:table>{row}</table:table>"
            "<text:list><text:list-item><text:p>first</text:p></text:list-item></text:list>"
            '<text:p text:style-name="Caption">A room</text:p>',
            automatic='<style:style style:name="P1" style:parent-style-name="Title"/>',
            styles="<office:master-styles><style:master-page><style:header><text:p>Head</text:p>"
            "</style:header><style:footer><text:p>Foot</text:p></style:footer>"
            "<style:footer-left><text:p>Foot</text:p></style:footer-left></style:master-page>"
            "</office:master-styles>",
            meta="<dc:title>Template</dc:title><dc:creator>Ann</dc:creator>"
            "<dc:language>de-AT</dc:language>",
        )
    )
    assert paragraphs(found) == [
        *("Head", "Talks end", "Section", "a\tb", "first", "A room", "Foot"),
    ]
    assert hinted(found, ZoneKind.HEADLINE) == ["Talks end"]
    assert hinted(found, ZoneKind.CAPTION) == ["A room"]
    assert hinted(found, ZoneKind.FURNITURE) == ["Head", "Foot"]
    assert (found.title, found.author, found.language) == ("Talks end", "Ann", "de")


def test_notes_comments_and_links() -> None:
    found = read(
        opendocument(
            "<text:p>In 2016"
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>See <text:a xlink:href='https://example.org/n'>it</text:a>."
            "</text:p></text:note-body></text:note> they met. "
            '<office:annotation office:name="c1"><dc:creator>Bea</dc:creator>'
            "<dc:date>2016-09-16</dc:date><text:p>Who says?</text:p></office:annotation>"
            'Nobody signed.<office:annotation-end office:name="c1"/> '
            "<text:a xlink:href='https://example.org/r'>A report</text:a></text:p>"
        )
    )
    assert paragraphs(found) == ["In 2016 they met. Nobody signed. A report", "1 See it."]
    assert hinted(found, ZoneKind.FURNITURE) == ["1 See it."]
    assert proposed(found) == [
        ("footnote", "", "See it.", "https://example.org/n"),
        ("comment", "Nobody signed.", "Bea: Who says?", ""),
        ("link", "A report", "A report", "https://example.org/r"),
    ]
    assert found.proposals[0].span.start == len("In 2016")


def test_what_is_deleted_or_hidden_is_left_out_and_told() -> None:
    found = read(
        opendocument(
            "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>"
            "<office:change-info><dc:creator>Bea</dc:creator></office:change-info>"
            "<text:p>gone</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            "<text:p>Seen <text:change text:change-id='c1'/>"
            '<text:span text:style-name="T1">unseen</text:span>here.</text:p>'
            '<text:section text:display="none"><text:p>Nor this.</text:p></text:section>'
            "<text:p>End.</text:p>",
            automatic='<style:style style:name="T1"><style:text-properties text:display="none"/>'
            "</style:style>",
        )
    )
    assert paragraphs(found) == ["Seen here.", "End."]
    assert found.notices == (
        "One deletion of the tracked changes was left out.",
        "Hidden text was left out in 2 places.",
    )
    assert left_out(found) == [
        ("Seen", "deleted", "gone"),
        ("Seen", "hidden", "unseen"),
        ("Seen here.", "hidden", "Nor this."),
    ]


def test_a_deletion_without_a_sign_at_its_place_is_kept_at_the_end() -> None:
    region = "<text:changed-region{}><text:deletion><text:p>{}</text:p></text:deletion>"
    regions = "".join(
        region.format(key, words) + "</text:changed-region>"
        for key, words in ((" xml:id='a'", "One."), ("", "Two."), ("", "Three."))
    )
    found = read(
        opendocument(
            f"<text:tracked-changes>{regions}</text:tracked-changes>"
            "<text:p>Seen.<text:change text:change-id='a'/></text:p><text:p>End.</text:p>"
        )
    )
    assert paragraphs(found) == ["Seen.", "End."]
    assert left_out(found) == [("Seen.", "deleted", "One."), ("End.", "deleted", "Two.\nThree.")]


def test_blanks_follow_the_rules_of_the_format() -> None:
    found = read(
        opendocument(
            "<text:p>\n   One <text:span> two</text:span>\n  three<text:s text:c='2'/>four"
            "<text:tab/>five<text:line-break/>six</text:p>"
        )
    )
    assert found.text == "One two three  four\tfive\nsix"


def test_boxes_and_shapes_come_after_their_paragraph() -> None:
    found = read(
        opendocument(
            "<text:p>Before <draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box>"
            "</draw:frame><draw:custom-shape><text:p>Shaped.</text:p></draw:custom-shape>after."
            "</text:p><text:p><draw:frame><draw:image/></draw:frame>Next.</text:p>"
        )
    )
    assert paragraphs(found) == ["Before after.", "Boxed.", "Shaped.", "Next."]
    assert "One picture was left out" in found.notices[0]


def test_lists_are_numbered_as_printed() -> None:
    number = (
        '<text:list-level-style-number text:level="{}" style:num-format="{}" '
        'style:num-suffix=")" text:display-levels="{}"/>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('two', '')}{item.format('three', '')}</text:list>"
    found = read(
        opendocument(
            f'<text:list text:style-name="N">{item.format("one", inner)}</text:list>'
            '<text:list text:style-name="N" text:continue-numbering="true">'
            f"{item.format('four', '<text:p>goes on</text:p>')}</text:list>"
            f'<text:list text:style-name="N">{item.format("anew", "")}</text:list>'
            f'<text:list text:style-name="B">{item.format("dot", "")}</text:list>',
            automatic=f'<text:list-style style:name="N">{number.format(1, "I", 1)}'
            f'{number.format(2, "a", 2)}</text:list-style><text:list-style style:name="B">'
            '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>'
            "</text:list-style>",
        )
    )
    assert paragraphs(found) == [
        *("I) one", "I.a) two", "I.b) three", "II) four", "goes on", "I) anew", "• dot"),
    ]


def test_one_piece_of_xml_is_read_as_well() -> None:
    assert read(flat_opendocument("<text:p>Flat.</text:p>")).text == "Flat."


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]))))
def test_every_paragraph_comes_out_whole_and_in_order(words: list[str]) -> None:
    words = [one for one in words if one.strip() and "\ufffe" not in one and "\uffff" not in one]
    body = "".join(f"<text:p>{escape(one)}</text:p>" for one in ["first", *words])
    assert paragraphs(read(opendocument(body))) == ["first", *words]


def test_what_cannot_be_read_is_refused_in_one_sentence() -> None:
    whole = opendocument("<text:p>Words.</text:p>")
    assert "well-formed" in refusal(odt, b"", "a.odt")
    assert "damaged" in refusal(odt, whole[:-40], "a.odt")
    assert "“content.xml” is missing" in refusal(odt, zipped({"mimetype": "x"}), "a.odt")
    assert "no OpenDocument text" in refusal(odt, zipped({"content.xml": "<x/>"}), "a.odt")
    assert "holds no text" in refusal(odt, opendocument("<text:p/>"), "a.odt")
    locked = zipped({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": "?"})
    assert "password" in refusal(odt, locked, "a.odt")
