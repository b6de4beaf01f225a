"""Word files come out whole and in order; what is not the article's own is said to be so."""

from __future__ import annotations

import io
import time
from xml.sax.saxutils import escape

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.formats.docx import reader as docx
from app.model.article import WhyLeftOut, ZoneKind
from app.model.work import Cancelled, Work
from tests.extraction.formats.packed import paragraph, run, word, zipped
from tests.extraction.formats.told import hinted, left_out, paragraphs, proposed, refusal

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def read(data: bytes) -> docx.Document:
    return docx.read(data, "report.docx", Work())


def test_a_file_of_a_common_library() -> None:
    made = python_docx.Document()
    made.add_heading("Talks end without a deal", 0)
    said = made.add_paragraph("By Ann Writer. ").add_run("Nobody signed.")
    made.add_comment(said, "Who says so? https://example.org/a.", author="Bea", initials="B")
    made.add_heading("What was said", 1)
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    made.add_paragraph("The room, empty", style="Caption")
    made.sections[0].header.paragraphs[0].text = "Daily Paper"
    made.sections[0].footer.paragraphs[0].text = "Page 1"
    made.core_properties.author = "Ann Writer"
    made.core_properties.language = "en-GB"
    out = io.BytesIO()
    made.save(out)
    found = read(out.getvalue())
    assert paragraphs(found) == [
        "Daily Paper",
        "Talks end without a deal",
        "By Ann Writer. Nobody signed.",
        "What was said",
        "cell 0\tcell 1",
        "cell 2\tcell 3",
        "The room, empty",
        "Page 1",
    ]
    assert hinted(found, ZoneKind.HEADLINE) == ["Talks end without a deal"]
    assert hinted(found, ZoneKind.CAPTION) == ["The room, empty"]
    assert hinted(found, ZoneKind.FURNITURE) == ["Daily Paper", "Page 1"]
    assert (found.title, found.author, found.language) == (
        "Talks end without a deal",
        "Ann Writer",
        "en",
    )
    assert proposed(found) == [
        (
            "comment",
            "Nobody signed.",
            "Bea: Who says so? https://example.org/a.",
            "https://example.org/a",
        )
    ]


def test_notes_stand_at_the_end_and_are_proposed_at_their_place() -> None:
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    found = read(
        word(
            paragraph(
                run("In 2016")
                + '<w:r><w:footnoteReference w:id="2"/></w:r>'
                + run(" they met.")
                + '<w:r><w:endnoteReference w:id="2"/></w:r>'
            ),
            links={"r9": "https://example.org/report"},
            footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
            + note.format(2, paragraph(run("The report, p. 3, www.example.com/x."))),
            endnotes='<w:endnote w:id="2">' + paragraph("See the minutes.") + "</w:endnote>",
        )
    )
    assert paragraphs(found) == [
        "In 2016 they met.",
        "1 The report, p. 3, www.example.com/x.",
        "1 See the minutes.",
    ]
    assert hinted(found, ZoneKind.FURNITURE) == paragraphs(found)[1:]
    assert [(one.kind, one.span.start, len(one.span), one.url) for one in found.proposals] == [
        ("footnote", 7, 0, "www.example.com/x"),
        ("endnote", 17, 0, ""),
    ]


def test_a_note_that_refers_to_itself_ends() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = read(
        word(
            paragraph(run("Words") + reference),
            footnotes=f'<w:footnote w:id="1">{paragraph(run("Note") + reference)}</w:footnote>',
        )
    )
    assert paragraphs(found) == ["Words", "1 Note"]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    found = read(
        word(
            paragraph(
                run("They ")
                + f'<w:ins w:id="1">{run("never ")}</w:ins>'
                + '<w:del w:id="2"><w:r><w:delText>always </w:delText></w:r></w:del>'
                + run("met.")
            )
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            + f"{run('One ')}</w:p>"
            + paragraph("paragraph.")
        )
    )
    assert paragraphs(found) == ["They never met.", "One paragraph."]
    assert found.notices == ("One deletion of the tracked changes was left out.",)
    (deleted,) = found.left_out
    assert (deleted.place, deleted.reason, deleted.text, deleted.words) == (
        len("They never "),
        WhyLeftOut.DELETED,
        "always",
        1,
    )


def test_hidden_words_are_left_out_and_told() -> None:
    style = (
        '<w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    found = read(
        word(
            paragraph(run("Seen ") + run("unseen", "<w:vanish/>") + run("and seen."))
            + paragraph("All unseen.", "Secret")
            + paragraph(run("Shown after all.", '<w:vanish w:val="0"/>'), "Secret"),
            styles=style,
        )
    )
    assert paragraphs(found) == ["Seen and seen.", "Shown after all."]
    assert found.notices == ("Hidden text was left out in 2 places.",)
    assert left_out(found) == [
        ("Seen", "hidden", "unseen"),
        ("Seen and seen.", "hidden", "All unseen."),
    ]


def test_deleted_rows_of_a_table_are_kept_cell_by_cell() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(words))}</w:tc>" for words in ("Total", "40"))
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cells}</w:tr>'
    found = read(
        word(
            paragraph(run("Before."))
            + f"<w:tbl><w:tr>{cells}</w:tr>{gone}</w:tbl>"
            + paragraph(run("After."))
        )
    )
    assert paragraphs(found) == ["Before.", "Total\t40", "After."]
    assert [(one.text, one.words) for one in found.left_out] == [("Total 40", 2)]


def test_links_and_the_results_of_fields() -> None:
    found = read(
        word(
            paragraph(
                f'<w:hyperlink r:id="r1">{run("The report")}</w:hyperlink>'
                + run(" of page ")
                + FIELD.format("begin")
                + '<w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
                + FIELD.format("separate")
                + run("three")
                + FIELD.format("end")
                + f'<w:fldSimple w:instr=" PAGE ">{run(" (3)")}</w:fldSimple>'
            )
            + paragraph(FIELD.format("begin") + run("never closed"))
            + paragraph("Still here."),
            links={"r1": "https://example.org/a"},
        )
    )
    assert paragraphs(found) == ["The report of page three (3)", "Still here."]
    assert proposed(found) == [
        ("link", "The report", "The report", "https://example.org/a"),
        ("link", "three", "three", "https://example.org/b"),
    ]


def test_signs_breaks_and_hyphens() -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F061"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    found = read(word(paragraph(inside)))
    assert found.text == "a\tb\nc\u2011deα□"
    assert found.notices == ("One sign of a picture font stands as “□”.",)


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed.')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = read(word(paragraph(run("Before ") + drawing + run("after.")) + paragraph("Next.")))
    assert paragraphs(found) == ["Before after.", "Boxed.", "Next."]


def test_cells_of_several_paragraphs_are_read_one_by_one() -> None:
    cell = "<w:tc>{}</w:tc>"
    inner = (
        f"<w:tbl><w:tr>{cell.format(paragraph('x'))}{cell.format(paragraph('y'))}</w:tr></w:tbl>"
    )
    row = cell.format(paragraph("One.") + paragraph("Two.")) + cell.format(inner + paragraph("z"))
    found = read(word(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>" + paragraph("After.")))
    assert paragraphs(found) == ["One.", "Two.", "x\ty", "z", "After."]


def test_lists_are_numbered_as_printed() -> None:
    level = (
        '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>'
        "</w:lvl>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        + level.format(0, 3, "decimal", "%1.")
        + level.format(1, 1, "lowerLetter", "%1%2)")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
        + level.format(0, 1, "bullet", "\uf0b7")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    )

    def item(words: str, number: int, depth: int = 0) -> str:
        place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
        return f"<w:p><w:pPr><w:numPr>{place}</w:numPr></w:pPr>{run(words)}</w:p>"

    styles = (
        '<w:style w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="2"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    body = (
        item("one", 1)
        + item("two", 1, 1)
        + item("three", 1, 1)
        + "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
        + item("four", 1)
        + item("five", 1, 1)
        + paragraph("dot", "L")
        + item("anew", 3)
        + item("no list", 0)
    )
    assert paragraphs(read(word(body, styles=styles, numbering=numbering))) == [
        *("3. one", "3a) two", "3b) three", "4. four", "4a) five", "• dot", "3. anew", "no list"),
    ]


def test_the_strict_dialect_and_readings_above_words() -> None:
    reading = f"<w:rt>{run('とうきょう')}</w:rt>"
    ruby = f"<w:r><w:ruby>{reading}<w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>"
    data = word(paragraph(run("In ") + ruby))
    assert read(data).text == "In 東京(とうきょう)"
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = f"<w:document xmlns:w='{space}'><w:body>{paragraph('Strict.')}</w:body></w:document>"
    assert read(zipped({"word/document.xml": strict})).text == "Strict."


def test_heads_that_no_section_shows_are_not_read() -> None:
    shown = "".join(f'<w:headerReference r:id="header{number}"/>' for number in (1, 2))
    found = read(
        word(
            paragraph("Body.") + f"<w:sectPr>{shown}</w:sectPr>",
            header1=paragraph("Head"),
            header2=paragraph("Head"),
            header3=paragraph("Unused"),
        )
    )
    assert paragraphs(found) == ["Head", "Body."]


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1))
)
def test_every_paragraph_comes_out_whole_and_in_order(words: list[str]) -> None:
    words = [one for one in words if one.strip() and "\ufffe" not in one and "\uffff" not in one]
    data = word("".join(f"<w:p>{run(escape(one))}</w:p>" for one in ["first", *words]))
    assert paragraphs(read(data)) == ["first", *words]


def test_what_is_no_word_file_is_refused_in_one_sentence() -> None:
    whole = word(paragraph("Words."))
    assert "damaged" in refusal(docx, b"", "a.docx")
    assert "damaged" in refusal(docx, whole[: len(whole) // 2], "a.docx")
    assert "damaged" in refusal(docx, b"%PDF-1.7 and so on", "a.docx")
    assert "no Word file" in refusal(docx, zipped({"xl/workbook.xml": "<x/>"}), "a.docx")
    assert "well-formed" in refusal(docx, zipped({"word/document.xml": "<w:p>"}), "a.docx")
    assert "holds no text" in refusal(docx, word(paragraph(" ")), "a.docx")


def test_an_entity_bomb_is_refused() -> None:
    levels = "".join(
        f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" if n else "<!ENTITY e0 'ha'>" for n in range(12)
    )
    bomb = f"<!DOCTYPE d [{levels}]><w:document xmlns:w='x'>&e11;</w:document>"
    for data in (bomb.encode(), bomb.encode("utf-16")):
        assert "entities" in refusal(docx, zipped({"word/document.xml": data}), "a.docx")


def test_a_text_of_eleven_megabytes_and_deep_nesting_are_read() -> None:
    begun = time.perf_counter()
    assert len(read(word(paragraph("Long words. " * 950_000))).text) > 11_000_000
    deep = "<w:sdt><w:sdtContent>" * 500 + paragraph("Deep.") + "</w:sdtContent></w:sdt>" * 500
    assert read(word(deep)).text == "Deep."
    assert "well-formed" in refusal(docx, word("<w:sdt>" * 100_000), "a.docx")
    assert time.perf_counter() - begun < 10


def test_reading_can_be_called_off() -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        docx.read(word(paragraph("Words.")), "a.docx", work)
