"""The names of OpenDocument's XML in short, as its schema writes them."""

from __future__ import annotations

from typing import Any

from app.extraction.formats.safe_xml import ShortNames

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = ShortNames(
    {
        f"{_OASIS}office:1.0": "office",
        f"{_OASIS}text:1.0": "text",
        f"{_OASIS}table:1.0": "table",
        f"{_OASIS}drawing:1.0": "draw",
        f"{_OASIS}style:1.0": "style",
        f"{_OASIS}meta:1.0": "meta",
        f"{_OASIS}presentation:1.0": "presentation",
        f"{_OASIS}xsl-fo-compatible:1.0": "fo",
        f"{_OASIS}svg-compatible:1.0": "svg",
        "http://www.w3.org/1999/xlink": "xlink",
        "http://www.w3.org/XML/1998/namespace": "xml",
        "http://purl.org/dc/elements/1.1/": "dc",
    }
)


def attribute(element: Any, name: str) -> str:
    """The attribute of this short name, or nothing."""
    return next((value for key, value in element.attrib.items() if NAMES[key] == name), "")
