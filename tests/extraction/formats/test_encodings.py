"""Bytes become the characters they were, in the encodings that texts of many languages come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.formats.encodings import decode, decode_surely, guess
from tests.extraction.formats.site_shapes import ARABIC, GERMAN, JAPANESE, RUSSIAN

POLISH = "Minister powiedział w środę, że rozmowy będą trwać. Żadna ze stron nie chce odejść."
CZECH = "Ministr ve středu řekl, že jednání budou příští týden pokračovat. Obě strany souhlasí."
HUNGARIAN = (
    "A külügyminiszter szerdán közölte, hogy a tárgyalások jövő héten folytatódnak; őszintén."
)
TURKISH = "Dışişleri Bakanı çarşamba günü görüşmelerin süreceğini söyledi. Şehir değişmedi."
GREEK = "Ο υπουργός Εξωτερικών δήλωσε την Τετάρτη ότι οι συνομιλίες θα συνεχιστούν."
HEBREW = "שר החוץ אמר ביום רביעי כי השיחות יימשכו בשבוע הבא וכי הצדדים הסכימו על הפסקת אש."
SIMPLE = "外交部长周三表示，谈判将于下周继续进行。他说，双方已就停火达成协议，这是多年来的第一次。"
TRADITIONAL = (
    "外交部長週三表示，談判將於下週繼續進行。他說，雙方已就停火達成協議，這是多年來的第一次。"
)
KOREAN = "외교부 장관은 수요일 협상이 다음 주에도 계속될 것이라고 말했다. 양측은 휴전에 합의했다."
FRENCH = "Le président a déclaré mercredi à Genève que « les pourparlers » continueront à Noël."
SPANISH = "El ministro dijo el miércoles que las conversaciones continuarán mañana en España."
DANISH = "Ministeren sagde onsdag, at forhandlingerne fortsætter på færøerne i næste uge."
CAFE = "They met in a café at noon."
ENGLISH = "“It’s over,” the minister said — and left the café for £5."
TEXTS = [
    (" ".join(RUSSIAN.body), "cp1251"), (RUSSIAN.body[0], "koi8-r"), (POLISH, "cp1250"),
    (POLISH, "iso8859-2"), (CZECH, "cp1250"), (HUNGARIAN, "cp1250"), (TURKISH, "cp1254"),
    (GREEK, "cp1253"), (HEBREW, "cp1255"), (" ".join(ARABIC.body), "cp1256"), (SIMPLE, "gb18030"),
    (TRADITIONAL, "big5"), (" ".join(JAPANESE.body), "shift_jis"), (JAPANESE.body[0], "euc_jp"),
    (KOREAN, "euc_kr"), (FRENCH, "cp1252"), (SPANISH, "cp1252"), (DANISH, "cp1252"),
    (" ".join(GERMAN.body), "cp1252"), (ENGLISH, "cp1252"),
    (CAFE, "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), TEXTS)
@pytest.mark.parametrize("times", [1, 20])
def test_an_encoding_that_is_not_told_is_guessed_and_named(
    text: str, encoding: str, times: int
) -> None:
    data = "\n".join([text] * times).encode(encoding)
    assert decode_surely(data) is None
    found = guess(data)
    assert found.text == "\n".join([text] * times)
    (notice,) = found.notices
    assert notice.startswith("The file does not say its encoding; it was read as ")


@pytest.mark.parametrize(("text", "encoding"), TEXTS)
def test_an_encoding_that_is_told_is_taken(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), encoding)
    assert (found.text, found.notices) == (text, ())


def test_utf8_is_known_whatever_is_told() -> None:
    for declared in ("iso-8859-1", "shift_jis", "utf-16", "nonsense", ""):
        assert decode(POLISH.encode(), declared).text == POLISH


def test_the_encoding_told_is_read_as_browsers_do() -> None:
    assert decode(ENGLISH.encode("cp1252"), "ISO-8859-1").text == ENGLISH
    assert decode("镕".encode("gbk"), "gb2312").text == "镕"
    assert decode("①".encode("cp932"), "Shift_JIS").text == "①"


def test_an_encoding_that_cannot_be_is_not_believed() -> None:
    data = (POLISH * 3).encode("cp1250")
    found = decode(data, "ascii")
    assert decode(data, "utf-8").text == POLISH * 3
    assert len(found.text) == len(data)


def test_seven_bits_are_read_as_told() -> None:
    assert decode(JAPANESE.body[0].encode("iso2022_jp"), "iso-2022-jp").text == JAPANESE.body[0]


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-8", "gb2312", "utf-16", "utf-7", "hex", "idna"]),
)
def test_any_bytes_become_some_text(data: bytes, declared: str) -> None:
    assert isinstance(decode(data, declared).text, str)


# A NUL behind the mark of UTF-16 makes it that of UTF-32.
@given(st.text(max_size=200).filter(lambda text: not text.startswith("\x00")))
def test_utf8_and_what_bears_a_mark_comes_back_exactly(text: str) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        found = decode(text.encode(encoding, "ignore"))
        assert found.text == text.encode(encoding, "ignore").decode(encoding)
