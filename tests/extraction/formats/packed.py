"""Files of zipped XML made by hand for tests: DOCX, ODT and EPUB."""

from __future__ import annotations

import io
import zipfile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODT_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("meta", "meta"),
    )
)
_ODT_SPACES += (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, *, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file of this body; `parts` ("footnotes", "header1", …) are the insides of others."""
    related = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in parts
    )
    related += "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{url}" '
        'TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    roots = {"header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="d" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}'
        "</Relationships>",
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    for name, inside in parts.items():
        root = roots.get(name.rstrip("0123456789"), name)
        files[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inside}</w:{root}>"
    return zipped(files)


def paragraph(inside: str, style: str = "") -> str:
    """A paragraph of Word; an inside without tags is its words."""
    if "<" not in inside:
        inside = run(inside)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inside}</w:p>"


def run(words: str, properties: str = "") -> str:
    """A run of Word; `words` is already escaped."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def opendocument(body: str, *, styles: str = "", meta: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text of this body; `styles` and `meta` are the insides of their parts."""
    files: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_ODT_SPACES}><office:automatic-styles>"
        f"{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
    }
    if styles:
        files["styles.xml"] = (
            f"<office:document-styles {_ODT_SPACES}>{styles}</office:document-styles>"
        )
    if meta:
        files["meta.xml"] = (
            f"<office:document-meta {_ODT_SPACES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>"
        )
    return zipped(files)


def flat_opendocument(body: str) -> bytes:
    """An OpenDocument text in one piece of XML."""
    return (
        f'<?xml version="1.0"?><office:document {_ODT_SPACES}><office:body><office:text>{body}'
        "</office:text></office:body></office:document>"
    ).encode()
