"""Annotations by the W3C model: a stranger finds every quotation at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.model.dossier import Dossier
from app.reports.formats import web_annotation
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

#: The motivations that the Web Annotation vocabulary defines.
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def items_of(dossier: Dossier, setting: Setting) -> list[dict[str, Any]]:
    told = json.loads(web_annotation.render(dossier, setting))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (told["type"], told["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items: list[dict[str, Any]] = told["first"]["items"]
    assert told["total"] == len(items)
    return items


def test_golden(dossier: Dossier, setting: Setting, golden: Callable[[str, str], None]) -> None:
    golden(web_annotation.render(dossier, setting).decode("utf-8"), "report.annotations.jsonld")


def test_every_annotation_is_one_by_the_model(dossier: Dossier, setting: Setting) -> None:
    items = items_of(dossier, setting)
    assert len({item["id"] for item in items}) == len(items) == 9 + 5
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert item["target"]
        for body in item.get("body", []):
            assert body.get("purpose") in MOTIVATIONS
            assert body.get("type") == "TextualBody" or body["id"] in {i["id"] for i in items}


def test_every_quotation_stands_at_its_place(dossier: Dossier, setting: Setting) -> None:
    texts = {f"urn:sha256:{dossier.article.digest}": dossier.article.text}
    texts |= {f"urn:sha256:{s.digest}": dossier.copies[s.id] for s in dossier.sources}
    found = 0
    for item in items_of(dossier, setting):
        for target in item["target"]:
            source = target["source"]
            text = texts[source if isinstance(source, str) else source["id"]]
            quote, place = target["selector"]
            start, end = place["start"], place["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
            found += 1
    assert found == 9 + 2 + 5  # claims, mentions, evidence


def test_an_article_with_an_address_is_named_by_it(dossier: Dossier, setting: Setting) -> None:
    assert [w.rule for w in web_annotation.warnings(dossier, setting)] == ["no address"]
    on_the_web = replace(dossier, article=replace(dossier.article, url="https://n.example/a"))
    assert web_annotation.warnings(on_the_web, setting) == ()
    first = items_of(on_the_web, setting)[0]
    assert first["target"][0]["source"] == "https://n.example/a"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back(dossier: Dossier, setting: Setting, text: str) -> None:
    items = items_of(hostile(dossier, text), setting)
    assert len(items) == 9 + 5
    for item in items:
        for target in item["target"]:
            source = target["source"] if isinstance(target, dict) else target
            if isinstance(source, dict):
                assert source["id"] == "urn:sha256:unknown"
                assert str(source.get("canonical", "http")).startswith("http")
                assert target["selector"][0]["exact"] == text
