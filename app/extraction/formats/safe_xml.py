"""XML of a stranger's file, parsed without entities, without a DTD and without the network."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from lxml import etree

from app.model.errors import InputError

_CHUNK = 65_536


class _RootReached(Exception):
    """The prolog is over."""


class _Declares(Exception):
    """The prolog declares entities or the like."""


def parse_xml(data: bytes, told: str) -> Any:
    """The root element of `data`.

    Elements may stand 2,048 deep and a text may be as long as the file. Raises InputError, a
    sentence that begins with `told`, for what is no well-formed XML or declares anything in a
    document type: a few lines of such declarations unfold to gigabytes, and no format that is
    read here has a use for them.
    """
    try:
        _look_at_prolog(data)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(data, parser)
    except _Declares:
        raise InputError(f"{told} declares entities, which may hide or swell its text.") from None
    except (etree.XMLSyntaxError, expat.ExpatError, ValueError) as error:
        if "depth" in str(error):
            raise InputError(f"{told} is nested too deep to be read.") from None
        raise InputError(f"{told} is no well-formed XML.") from None
    return root


def _look_at_prolog(data: bytes) -> None:
    """Raise _Declares for a document type with declarations of its own, in any encoding."""

    def begun(_name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise _Declares

    def reached(_name: str, _attributes: dict[str, str]) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = begun
    parser.StartElementHandler = reached
    try:
        for at in range(0, len(data), _CHUNK):
            parser.Parse(data[at : at + _CHUNK], at + _CHUNK >= len(data))
    except _RootReached:
        return


class ShortNames(dict[object, str]):
    """Full names of elements and attributes to short ones ("w:p"), each looked up once.

    Namespaces that are not known give an empty name, so that nothing stands for another.
    """

    def __init__(self, prefixes: dict[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, full: object) -> str:
        short = ""
        if isinstance(full, str) and full.startswith("{"):
            space, _, local = full[1:].partition("}")
            prefix = self._prefixes.get(space)
            short = f"{prefix}:{local}" if prefix else ""
        self[full] = short
        return short
