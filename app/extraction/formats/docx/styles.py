"""What the styles of a Word file say of a paragraph: title, heading, caption, hidden.

Knows no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.extraction.formats.safe_xml import ShortNames

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
#: The names of Word's XML in short, as its schema writes them, for both of its dialects.
NAMES = ShortNames(
    {
        **dict.fromkeys(_WORD, "w"),
        **dict.fromkeys(_RELATIONSHIPS, "r"),
        **dict.fromkeys(_MATH, "m"),
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
        "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
        "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
        "http://purl.oclc.org/ooxml/drawingml/chart": "c",
        "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
        "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
        "urn:schemas-microsoft-com:vml": "v",
    }
)

_LONGEST_CHAIN = 20
_ROLES = {
    "title": "title",
    "headline": "title",
    "heading 1": "heading",
    "caption": "caption",
    "illustration": "caption",
}


def child(element: Any, *path: str) -> Any:
    """The first element down this path of short names, or None."""
    for name in path:
        element = next((one for one in element if NAMES[one.tag] == name), None)
        if element is None:
            return None
    return element


def attribute(element: Any, name: str) -> str:
    """The attribute of this short name, or nothing."""
    return next((value for key, value in element.attrib.items() if NAMES[key] == name), "")


def switched(properties: Any, name: str) -> bool | None:
    """Whether a switch ("w:vanish") is on or off among run properties; None where it is not set."""
    found = None if properties is None else child(properties, name)
    return None if found is None else attribute(found, "w:val") not in {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    hidden: bool | None
    item: tuple[str, str]


def list_item(properties: Any) -> tuple[str, str]:
    """The list ("w:numId") and the level that paragraph properties name; empty where they do not.

    A list "0" says that the paragraph is in none.
    """
    found = None if properties is None else child(properties, "w:numPr")
    if found is None:
        return "", ""
    both = (child(found, name) for name in ("w:numId", "w:ilvl"))
    list_id, level = ("" if one is None else attribute(one, "w:val") for one in both)
    return list_id, level


class Styles:
    """The styles of one file, by their id; `root` is styles.xml, or None where there is none."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, _Style] = {}
        for one in () if root is None else root:
            if NAMES[one.tag] == "w:style":
                name, parent = child(one, "w:name"), child(one, "w:basedOn")
                self._styles[attribute(one, "w:styleId")] = _Style(
                    "" if name is None else attribute(name, "w:val").casefold(),
                    "" if parent is None else attribute(parent, "w:val"),
                    switched(child(one, "w:rPr"), "w:vanish"),
                    list_item(child(one, "w:pPr")),
                )

    def role(self, style_id: str) -> str:
        """ "title", "heading" (of the first level), "caption" or nothing."""
        return next((_ROLES[one.name] for one in self._chain(style_id) if one.name in _ROLES), "")

    def hides(self, style_id: str) -> bool | None:
        """Whether words in this style are hidden; None where it says nothing."""
        chain = self._chain(style_id)
        return next((one.hidden for one in chain if one.hidden is not None), None)

    def item(self, style_id: str) -> tuple[str, str]:
        """The list and level that paragraphs in this style are in; see `list_item`."""
        chain = self._chain(style_id)
        return next((one.item for one in chain if one.item[0]), ("", ""))

    def _chain(self, style_id: str) -> list[_Style]:
        found: list[_Style] = []
        while style_id in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[style_id])
            style_id = found[-1].parent
        return found
