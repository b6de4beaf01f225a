"""XML that declares anything is refused before it is parsed."""

from __future__ import annotations

import pytest

from app.extraction.formats.safe_xml import ShortNames, parse_xml
from app.model.errors import InputError


@pytest.mark.parametrize(
    "declared",
    [
        "<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/passwd'> %b;]>",
        "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_are_refused(declared: str, encoding: str) -> None:
    with pytest.raises(InputError, match=r"^a\.docx declares entities"):
        parse_xml(f"{declared}<a>&b;</a>".encode(encoding), "a.docx")


def test_a_named_type_alone_is_harmless() -> None:
    root = parse_xml(b"<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><!-- c --><a>b</a>", "a.docx")
    assert root.text == "b"


@pytest.mark.parametrize("data", [b"", b"<a>", b"no", b"<a>\xff</a>", b"<a></b>"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"well-formed XML\.$"):
        parse_xml(data, "a.docx")


def test_names_in_short() -> None:
    names = ShortNames({"urn:a": "a"})
    assert [names[one] for one in ("{urn:a}p", "{urn:b}p", "p", len)] == ["a:p", "", "", ""]
