"""The visible text of a page, block by block, as a browser shows it."""

from __future__ import annotations

import pytest

from app.extraction.formats.html.blocks import TextBlocks, take_apart
from app.extraction.formats.html.tree import parse_markup
from app.model.article import WhyLeftOut


def apart(markup: str) -> TextBlocks:
    return take_apart(parse_markup(markup))


def texts(markup: str) -> list[str]:
    return [block.text for block in apart(markup).blocks]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>One\n  two</p>three<div>4<p>5</p>6</div>", ["One two", "three", "4", "5", "6"]),
        ("<ul><li>a<li>b <b>bold</b></ul>", ["a", "b bold"]),
        ("one<br>two<br/>three", ["one\ntwo\nthree"]),
        ("one<br><br>two<br> <br>three", ["one", "two", "three"]),
        ("<pre>a\n  b\r\nc</pre>", ["a\n  b\nc"]),
        ("<p>a&nbsp;b&shy;c\u200bd&amp;&lt;&hearts;</p>", ["a\u00a0b\u00adc\u200bd&<♥"]),
        ("<p>W<b>or</b>d H<sub>2</sub>O</p>", ["Word H2O"]),
        ("<p><span>Read more</span><a href=x>Tunnel</a></p>", ["Read more Tunnel"]),
        ("<p><span>un</span><span>sung</span> <span>H</span><span>E</span></p>", ["unsung HE"]),
        ("<p><span>月曜日</span><span>橋</span></p>", ["月曜日橋"]),
        ("<custom-card>one</custom-card><custom-card>two</custom-card>", ["one", "two"]),
        ("<select><option>a<option>b</select>", ["a\nb"]),
        ("<details><summary>more</summary>words</details>", ["more", "words"]),
        ("<dl><dt>term<dd>meaning</dl>", ["term", "meaning"]),
        ("<p>5 < 6 and a<b</p>", ["5 < 6 and a"]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks_and_blanks(markup: str, blocks: list[str]) -> None:
    assert texts(markup) == blocks


def test_rows_of_a_table_of_data_stay_rows() -> None:
    markup = (
        "<table><caption>Cars</caption><thead><tr><th>Year</th><th>a day</th></tr></thead>"
        "<tr><td><p>2019</p></td><td>12,000<br>(about)</td></tr><tr><td>2020<td></tr></table>"
    )
    assert texts(markup) == ["Cars", "Year\ta day\n2019\t12,000 (about)\n2020"]


def test_cells_that_lay_a_page_out_are_blocks() -> None:
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    assert texts(f"<table><tr><td>Menu</td><td><p>One</p>{inner}</td></tr></table>") == [
        "Menu",
        "One",
        "1\t2",
    ]
    assert texts(f"<table><tr><td>Menu<td>{'long ' * 200}</table>")[0] == "Menu"
    assert texts("<table><tr><td>alone</td></tr><tr><td>too</td></tr></table>") == ["alone", "too"]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script>", "<style>x</style>", "<template>x</template>",
        "<noscript>x</noscript>", "<iframe>x</iframe>", "<div hidden>x<p>x</p></div>",
        "<p style='color: red; DISPLAY : none'>x</p>", "<p style='visibility:hidden'>x</p>",
        "<span class='icon sr-only'>x</span>", "<img alt=x>", "<video>x</video>", "<!-- x -->",
        "<svg><title>x</title><path d=x /></svg>", "<dialog>x</dialog>", "<input value=x>",
        "<datalist><option>x</datalist>", "<?php x ?>",
    ],
)  # fmt: skip
def test_what_a_browser_does_not_show_is_not_taken(unseen: str) -> None:
    assert texts(f"<p>before</p>{unseen}<p>after</p>") == ["before", "after"]


@pytest.mark.parametrize(
    "seen",
    [
        "<p aria-hidden=true>x</p>", "<dialog open>x</dialog>", "<button>x</button>",
        "<textarea>x</textarea>", "<svg><text>x</text></svg>", "<p style='color:none'>x</p>",
        "<unknown>x</unknown>", "<label>x</label>", "<center><font>x</font></center>",
    ],
)  # fmt: skip
def test_what_a_browser_shows_is_taken(seen: str) -> None:
    assert texts(f"<p>before</p>{seen}<p>after</p>") == ["before", "x", "after"]


def test_links_know_their_places() -> None:
    (block,) = apart(
        "<p> <a href=u>One</a> and <a href=v><b>t</b>wo </a>.<a name=n>x</a></p>"
    ).blocks
    assert [(block.text[one.start : one.end], one.address) for one in block.links] == [
        ("One", "u"),
        ("two ", "v"),
    ]
    assert 0.4 < block.linked < 0.6


def test_a_link_around_blocks_links_each_of_them() -> None:
    blocks = apart("<a href=u><h3>Title</h3><p>Words</p></a><p>free</p>").blocks
    assert [block.linked for block in blocks] == [1.0, 1.0, 0.0]


def test_hidden_characters_are_counted() -> None:
    found = apart("<p>seen</p><div hidden>four <b>more</b></div><script>x</script>")
    assert found.unseen_length == 8


def test_hidden_words_are_kept_with_the_block_they_stand_behind() -> None:
    found = apart(
        "<p style='display:none'>First <i hidden>of all</i></p>"
        "<p>Seen <span class='sr-only'>Spoken</span> and seen.</p><dialog><p>One</p><p>Two"
        "<script>code</script></p></dialog>   <p>End</p><div hidden> &nbsp; </div>"
    )
    assert [block.text for block in found.blocks] == ["Seen and seen.", "End"]
    assert [(one.after, one.reason, one.text) for one in found.unseen] == [
        (0, WhyLeftOut.HIDDEN, "First of all"),
        (1, WhyLeftOut.SPOKEN, "Spoken"),
        (1, WhyLeftOut.HIDDEN, "One\n\nTwo"),
    ]


def test_words_for_browsers_without_scripts_and_for_scripts_to_show_are_kept() -> None:
    found = apart(
        "<p>Seen</p><noscript><p>Turn <b>scripts</b> on.</p><style>p {}</style></noscript>"
        "<template><p>Behind the wall</p><script>x</script></template><div hidden>a"
        "<template>b</template></div>"
    )
    assert [block.text for block in found.blocks] == ["Seen"]
    assert [(one.after, one.text) for one in found.unseen] == [
        (1, "Turn scripts on."),
        (1, "Behind the wall"),
        (1, "a"),
    ]


def test_boxes_tell_where_a_block_stands() -> None:
    found = apart("<article><div class=byline><p>By Lena Ford</p></div></article>")
    box, chain = found.blocks[0].box, []
    while box >= 0:
        chain.append(found.boxes[box].tag)
        box = found.boxes[box].parent
    assert chain == ["p", "div", "article", "body", "html"]


def test_a_cell_with_paragraphs_is_a_column_of_the_page() -> None:
    cell = "<td>Hall opens<br><br>It cost 11 million.<br> <br>It is fine.</td>"
    assert texts(f"<table><tr><td>Home<br>World</td>{cell}</tr></table>") == [
        "Home\nWorld",
        "Hall opens",
        "It cost 11 million.",
        "It is fine.",
    ]
