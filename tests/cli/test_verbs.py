"""Every verb on a real library, for people and for machines."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.host import settings

Command = Callable[..., Any]
Meets = Callable[[Any, str], None]

TEXT = """The dam broke

GENEVA (Reuters) – The dam near the town broke on Wednesday and 62 people drowned.

The minister said on Thursday that the dam had been inspected in May.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "dam.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_article_is_taken_in_listed_and_shown(
    claimdesk: Command, meets: Meets, article: Path
) -> None:
    added = claimdesk("article", "add", article, "--published", "2020-05-07", "--json").json()
    meets(added, "claims")
    assert added["article"]["published"]["date"] == "2020-05-07"
    assert added["article"]["published"]["source"] == "reviewer"
    number = added["article"]["id"]
    assert claimdesk("claims", number, "--json").json() == added
    listed = claimdesk("articles", "--json").json()
    meets(listed, "articles")
    assert [one["id"] for one in listed["articles"]] == [number]
    assert str(len(added["claims"])) in claimdesk("articles").out
    shown = claimdesk("claims", number).out
    assert "Published 2020-05-07 (reviewer)." in shown
    for claim in added["claims"]:
        assert claim["statement"].split()[0] in shown


def test_a_file_is_read_and_not_stored(claimdesk: Command, meets: Meets, article: Path) -> None:
    told = claimdesk("claims", article, "--json", "--published", "2020-05-07").json()
    meets(told, "claims")
    text = told["article"]["text"]
    assert (told["article"]["id"], told["article"]["length"]) == (0, len(text))
    assert [claim["id"] for claim in told["claims"]] == [*range(1, len(told["claims"]) + 1)]
    for claim in told["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        for part in claim["parts"]:
            assert text[part["start"] : part["end"]] == part["text"]
    for found in (*told["dates"], *told["names"]):
        assert text[found["start"] : found["end"]] == found["text"]
    assert told["zones"][0]["start"] == 0
    assert told["zones"][-1]["end"] == len(text)
    assert "(not stored)" in claimdesk("claims", article).out
    # Not even an empty library was made for it.
    assert claimdesk("library", "info").status == 2


def test_words_that_a_file_hides_are_listed_and_put_in(
    claimdesk: Command, meets: Meets, tmp_path: Path
) -> None:
    page = tmp_path / "dam.html"
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    page.write_text(
        f"<article>{body}<p hidden>The dam was built in 1962 for the mill.</p></article>",
        encoding="utf-8",
    )
    told = claimdesk("article", "add", page, "--json").json()
    meets(told, "claims")
    (unseen,) = told["left_out"]
    text = told["article"]["text"]
    assert (unseen["number"], unseen["reason"], unseen["words"]) == (1, "hidden", 9)
    assert (unseen["text"], unseen["put_in"]) == ("The dam was built in 1962 for the mill.", None)
    assert (unseen["place"], "1962" in text) == (len(text), False)
    out = claimdesk("claims", 1).out
    assert "[1] 9 words left out (hidden) after “" in out
    assert "The dam was built in 1962 for the mill." in " ".join(out.split())
    more = claimdesk("article", "include-left-out", 1, 1, "--json").json()
    meets(more, "claims")
    where = more["left_out"][0]["put_in"]
    assert more["article"]["text"][where["start"] : where["end"]] == unseen["text"]
    assert more["zones"][-1] == {**where, "zone": "hidden", "included": True}
    assert more["claims"][-1]["quote"] == unseen["text"]
    assert "[1] 9 words put in" in claimdesk("claims", 1).out
    assert "under number 2" in claimdesk("article", "include-left-out", 1, 2).err
    claimdesk("undo")
    assert claimdesk("claims", 1, "--json").json() == told


def test_what_a_file_lost_is_told(claimdesk: Command, meets: Meets, tmp_path: Path) -> None:
    page = tmp_path / "cut.html"
    page.write_text("<html><body><div><p>The harbour bridge opened to traffic on Monday.</p><p")
    told = claimdesk("claims", page, "--json").json()
    meets(told, "claims")
    (notice,) = told["article"]["notices"]
    assert notice.startswith("The page breaks off before its end")
    assert notice in claimdesk("claims", page).out


def test_the_sample_is_opened_matched_decided_and_reported(
    claimdesk: Command, meets: Meets, attacks: int, tmp_path: Path
) -> None:
    answer = claimdesk("match", "--claim", attacks, "--json").json()
    meets(answer, "match")
    assert len(answer["candidates"]) == 5
    first = answer["candidates"][0]
    days = [
        candidate["differences"][0]
        for candidate in answer["candidates"]
        if candidate["differences"] and candidate["differences"][0]["kind"] == "date"
    ]
    assert "different" in {day["state"] for day in days}
    for candidate in answer["candidates"]:
        for pair in candidate["shared"]:
            assert answer["query"][slice(*pair["claim"])]
            assert candidate["text"][slice(*pair["passage"])]
    given = claimdesk(
        "verdict", attacks, "refuted", "--rationale", "Another day.",
        "--evidence", f"{first['passage']}:contradicts", "--reviewer", "Ada", "--json",
    ).json()  # fmt: skip
    meets(given, "verdict")
    assert (given["rating"], given["reviewer"], given["evidence"]) == (
        "refuted", "Ada", [first["passage"]],
    )  # fmt: skip
    report = claimdesk("report", 1, "-o", tmp_path / "r.html")
    assert report.out == f"Saved {tmp_path / 'r.html'}\n"
    assert "Another day." in (tmp_path / "r.html").read_text(encoding="utf-8")
    again = claimdesk("report", 1, "-o", tmp_path / "r.html", "--json").json()
    meets(again, "report")
    assert again["path"].endswith("r (2).html")


def test_steps_are_taken_back_by_another_process(
    claimdesk: Command, meets: Meets, attacks: int
) -> None:
    claimdesk("verdict", attacks, 4)
    undone = claimdesk("undo", "--json").json()
    meets(undone, "history_step")
    assert undone == {"done": True, "label": "Give verdict"}
    assert claimdesk("library", "info", "--json").json()["reviewed"] == 0
    assert claimdesk("redo").out == "Done again: Give verdict.\n"
    assert claimdesk("library", "info", "--json").json()["reviewed"] == 1
    assert claimdesk("redo").out == "Nothing to redo.\n"


def test_verdicts_are_told_on_another_scale(claimdesk: Command, meets: Meets, attacks: int) -> None:
    claimdesk("verdict", attacks, "partly_supported")
    asked = claimdesk("article", "rescale", 1, "fever")
    assert "partly_supported=supports, partly_supported=refutes" in asked.err
    answer = ("--as", "partly_supported=refutes")
    told = claimdesk("article", "rescale", 1, "fever", *answer, "--json").json()
    meets(told, "rescaled")
    assert told["verdicts"] == [
        {
            "claim": attacks,
            "from": {"scale": "five_way", "rating": "partly_supported"},
            "rating": "refutes",
        }
    ]
    again = claimdesk("verdict", attacks, "supports", "--scale", "fever", "--json").json()
    meets(again, "verdict")
    assert (again["scale"], again["rating"]) == ("fever", "supports")
    assert claimdesk("undo").out == "Undone: Give verdict.\n"
    assert claimdesk("undo").out == "Undone: Change scale.\n"
    assert "no answer" in claimdesk("article", "rescale", 1, "fever", "--as", "x").err
    assert "not a rating scale" in claimdesk("verdict", attacks, 1, "--scale", "x").err


def test_the_scale_of_the_settings_holds_here_too(claimdesk: Command, attacks: int) -> None:
    settings.save(replace(settings.load()[0], scale="fever"))
    assert claimdesk("verdict", attacks, "refutes", "--json").json()["scale"] == "fever"


def test_a_scale_of_the_settings_that_is_gone_hinders_nothing(
    claimdesk: Command, attacks: int
) -> None:
    settings.save(replace(settings.load()[0], scale="stars"))
    given = claimdesk("verdict", attacks, "refuted", "--json")
    assert given.json()["scale"] == "five_way"
    assert "There is no rating scale “stars” any more" in given.err


def test_the_library_in_figures(claimdesk: Command, meets: Meets, attacks: int) -> None:  # noqa: ARG001
    info = claimdesk("library", "info", "--json").json()
    meets(info, "library_info")
    assert (info["sources"], info["articles"], info["verdicts"]) == (80, 1, 0)
    assert Path(info["path"]).exists()
    shown = claimdesk("library", "info").out
    assert info["path"] in shown
    assert "80 in" in shown


def test_a_verdict_against_its_evidence_is_kept_and_noted(claimdesk: Command, attacks: int) -> None:
    candidates = claimdesk("match", "--claim", attacks, "--json").json()["candidates"]
    other_day = next(
        one["passage"] for one in candidates if one["differences"][0]["state"] == "different"
    )
    told = claimdesk("verdict", attacks, "supported", "--evidence", other_day)
    assert told.status == 0
    assert told.err.startswith("Note: Supported, though ")
    assert "--acknowledge" in told.err
    kept = claimdesk("verdict", attacks, "supported", "--acknowledge", "--json").json()
    assert kept["acknowledged"] == kept["objection"] != ""


def test_a_verdict_without_a_source_is_noted(claimdesk: Command, attacks: int) -> None:
    told = claimdesk("verdict", attacks, "refuted")
    assert (told.status, told.err) == (0, "Note: Refuted, without a linked source.\n")


def test_sources_and_a_batch(claimdesk: Command, meets: Meets, tmp_path: Path) -> None:
    records = [{"_id": f"d{n}", "title": f"T{n}", "text": f"Dam {n} broke."} for n in range(30)]
    path = tmp_path / "sources.jsonl"
    path.write_text("\n".join(map(json.dumps, [*records, {"_id": "x"}])), encoding="utf-8")
    added = claimdesk("sources", "add", path, "--json")
    meets(added.json(), "sources_added")
    assert added.json() == {
        "added": 30,
        "present": 0,
        "skipped": 1,
        "failed": 0,
        "duplicates": [],
        "passed_over": [
            {"where": "sources.jsonl, line 31", "reason": "It has neither text nor title."}
        ],
        "batch": 1,
        "sources": 30,
    }
    assert "line 31" in added.err
    told = claimdesk("sources", "add", path).out
    assert (
        told == "0 sources added, 30 there already, 1 record skipped; the library has 30 sources.\n"
    )
    listed = claimdesk("sources", "list", "--json").json()
    meets(listed, "sources")
    assert [one["id"] for one in listed["sources"]] == [record["_id"] for record in records]
    assert "T29" in claimdesk("sources", "list").out
    marked = claimdesk("sources", "confidential", records[3]["_id"], "--json").json()
    meets(marked, "source_marked")
    listed = claimdesk("sources", "list", "--json").json()["sources"]
    assert [n for n, one in enumerate(listed) if one["confidential"]] == [3]
    assert claimdesk("sources", "list").out.count("(confidential)") == 1
    assert claimdesk("sources", "confidential", records[3]["_id"], "--off").out.endswith(
        "may be in reports again.\n"
    )
    assert claimdesk("undo").out == "Undone: Source not confidential.\n"
    assert claimdesk("sources", "confidential", "nobody").status != 0

    queries = tmp_path / "queries.jsonl"
    lines = [{"id": n, "text": f"dam {n}"} for n in (7, 3)] + [{"_id": "q", "text": "volcano"}]
    queries.write_text("\n\n".join(map(json.dumps, lines)), encoding="utf-8")
    answers = claimdesk("match", "--batch", queries, "--limit", 3, "--json").out.splitlines()
    read = [json.loads(answer) for answer in answers]
    for one in read:
        meets(one, "match_answer")
    assert [one["id"] for one in read] == [7, 3, "q"]
    assert [one["candidates"][0]["source"]["id"] for one in read[:2]] == ["d7", "d3"]
    assert read[2]["candidates"] == []


def test_a_text_is_matched_for_people(claimdesk: Command, attacks: int) -> None:  # noqa: ARG001
    told = claimdesk("match", "The September 16 attacks near Deir ez-Zor were a violation")
    assert told.status == 0
    assert "≠ date: the source has" in told.out
    assert "80 sources searched" in told.out
    assert claimdesk("match", "zzzyx qqqw").out.startswith("None of the 80 sources")


def test_what_was_judged_before_is_told_apart(claimdesk: Command, attacks: int) -> None:
    said = claimdesk("claims", 1, "--json").json()["claims"]
    statement = next(one["statement"] for one in said if one["id"] == attacks)
    claimdesk("verdict", attacks, "refuted", "--rationale", "Another day.", "--reviewer", "Ada")
    told = claimdesk("match", statement.replace("September 16", "September 17")).out
    sources, _, before = told.partition("Judged before: refuted, ")
    assert "score" in sources
    assert "by Ada" in before
    assert "Rationale: Another day." in before
    assert "≠ date: that claim has" in before
    assert "Judged before" not in claimdesk("match", "The price of tea rose in Haldis").out


def test_what_others_checked_is_told_apart(
    claimdesk: Command, tmp_path: Path, meets: Callable[[Any, str], None]
) -> None:
    review = {
        "@type": "ClaimReview",
        "url": "https://check.example/dam",
        "claimReviewed": "The dam above Orlen broke on 4 May 2020 and 62 people drowned.",
        "datePublished": "2021-05-04T08:00:00Z",
        "author": {"@type": "Organization", "name": "Check Desk"},
        "reviewRating": {"alternateName": "Mostly false", "ratingExplanation": "It held."},
    }
    path = tmp_path / "checks.jsonld"
    path.write_text(json.dumps(review), "utf-8")
    assert claimdesk("sources", "add", path).status == 0
    asked = "The dam above Orlen broke on 6 May 2020 and 62 people drowned."
    answer = claimdesk("match", asked, "--json").json()
    meets(answer, "match")
    [earlier] = answer["earlier"]
    assert (earlier["by"], earlier["rating"]) == ("others", "Mostly false")
    assert (earlier["publisher"], earlier["published"]) == ("Check Desk", "2021-05-04")
    assert (earlier["url"], earlier["rationale"]) == ("https://check.example/dam", "It held.")
    assert answer["candidates"] == []
    told = claimdesk("match", asked).out
    assert "Checked by Check Desk: “Mostly false”, 2021-05-04" in told
    assert "https://check.example/dam" in told
    assert "≠ date: that claim has" in told


def test_options_stand_before_or_after_the_verb(claimdesk: Command, tmp_path: Path) -> None:
    library = tmp_path / "other.claimdesk"
    claimdesk("--library", library, "sample")
    for words in (("--library", library, "articles"), ("articles", "--library", library)):
        assert "Lavrov" in claimdesk(*words).out
    assert claimdesk("articles").status == 2


def test_the_sample_can_be_removed(claimdesk: Command, meets: Meets, attacks: int) -> None:  # noqa: ARG001
    gone = claimdesk("sample", "--remove", "--json").json()
    meets(gone, "sample_removed")
    assert gone == {"sources": 80, "articles": 1, "kept": []}
    assert claimdesk("sources", "list").out == "There are no sources yet.\n"
    assert claimdesk("undo").out == "Undone: Remove sample.\n"
    assert len(claimdesk("sources", "list").out.splitlines()) == 80


def test_control_characters_never_reach_the_terminal(claimdesk: Command, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("The \x1b[2Jdam broke \x9b31mon Wednesday\x07 in Geneva.\n", encoding="utf-8")
    for words in (("claims", path), ("article", "add", path), ("sources", "add", path),
                  ("sources", "list"), ("match", "dam broke")):  # fmt: skip
        told = claimdesk(*words)
        assert told.status == 0
        assert not set("\x1b\x9b\x07") & set(told.out + told.err)


def test_claims_are_made_and_changed_by_hand(
    claimdesk: Command, meets: Meets, article: Path
) -> None:
    added = claimdesk("article", "add", article, "--json").json()
    number, text = added["article"]["id"], added["article"]["text"]
    start = text.index("62 people")
    made = claimdesk("claim", "new", number, start, start + 17, "--json").json()
    meets(made, "claims_changed")
    [claim] = made["changed"]
    assert (claim["quote"], claim["made_by"]) == ("62 people drowned", "reviewer")
    told = claimdesk("claim", "reword", claim["id"], "62 drowned.", "--json").json()
    assert (told["changed"][0]["statement"], told["changed"][0]["reworded"]) == (
        "62 drowned.",
        True,
    )
    first = next(one for one in added["claims"] if "The dam near" in one["quote"])
    halves = claimdesk("claim", "split", first["id"], text.index("and 62"), "--json").json()
    meets(halves, "claims_changed")
    assert [one["quote"] for one in halves["changed"]] == [
        "The dam near the town broke on Wednesday",
        "and 62 people drowned.",
    ]
    ids = [one["id"] for one in halves["changed"]]
    assert ids[0] == first["id"]
    merged = claimdesk("claim", "merge", *ids, "--json").json()
    assert merged["changed"][0]["quote"] == first["quote"]
    gone = claimdesk("claim", "remove", first["id"], "--json").json()
    meets(gone, "claims_changed")
    assert gone["removed"] == first["id"]
    assert claimdesk("claim", "merge", claim["id"]).status == 0
    for _ in range(6):
        assert claimdesk("undo", "--json").json()["done"]
    assert claimdesk("claims", number, "--json").json() == added
    assert claimdesk("claim", "new", number, 5, 5).status == 2


def test_zones_are_put_in_and_left_out(claimdesk: Command, meets: Meets, article: Path) -> None:
    added = claimdesk("article", "add", article, "--json").json()
    number = added["article"]["id"]
    body = next(zone for zone in added["zones"] if zone["zone"] == "body")
    without = claimdesk("article", "exclude", number, body["start"], "--json").json()
    meets(without, "claims")
    assert len(without["claims"]) < len(added["claims"])
    again = claimdesk("article", "include", number, body["start"], body["end"], "--json").json()
    assert again["zones"] == added["zones"]
    assert [one["quote"] for one in again["claims"]] == [one["quote"] for one in added["claims"]]
    assert "No zone" in claimdesk("article", "include", number, body["start"] + 1).err


def test_claims_that_do_not_fit_name_each_other(claimdesk: Command, attacks: int) -> None:
    told = claimdesk("claims", 1, "--json").json()
    beside = {one["id"]: one["inconsistent_with"] for one in told["claims"]}
    first, second = (claim_id for claim_id, others in beside.items() if others)
    assert (beside[first], beside[second]) == ([second], [first])
    assert beside[attacks] == []
    assert f"Claims {first} and {second}: Look here:" in claimdesk("claims", 1).out


def test_a_review_goes_from_one_library_to_another(
    claimdesk: Command, meets: Meets, attacks: int, tmp_path: Path
) -> None:
    claimdesk("verdict", attacks, "refuted", "--evidence", "30:contradicts", "--rationale", "No.")
    dossier = tmp_path / "review.json"
    told = claimdesk("report", 1, "-o", dossier, "--json").json()
    meets(told, "report")
    assert (told["format"], told["warnings"]) == ("json", [])
    library = ("--library", tmp_path / "other.claimdesk")
    taken = claimdesk("import", dossier, *library, "--json").json()
    meets(taken, "review_import")
    assert taken["same"] is True
    assert taken["digest"] == json.loads(dossier.read_text(encoding="utf-8"))["digest"]
    again = claimdesk("import", dossier, *library)
    assert (again.status, "never mixed" in again.err) == (2, True)


@pytest.mark.usefixtures("attacks")
def test_formats_and_their_options_are_listed_and_bad_ones_told(
    claimdesk: Command, meets: Meets, tmp_path: Path
) -> None:
    told = claimdesk("formats", "--json").json()
    meets(told, "formats")
    listed = claimdesk("formats").out
    for one in told["formats"]:
        assert one["key"] in listed
        path = tmp_path / f"r{one['extension']}"
        written = claimdesk("report", 1, "-o", path, "--format", one["key"])
        assert (written.status, written.out) == (0, f"Saved {path}\n")
        assert path.stat().st_size > 0
    for words in (
        ("--format", "wordstar"), ("--option", "copies"), ("--option", "paper=a9"),
        ("--format", "json", "--option", "copies=perhaps"),
    ):  # fmt: skip
        bad = claimdesk("report", 1, "-o", tmp_path / "bad.html", *words)
        assert (bad.status, (tmp_path / "bad.html").exists()) == (2, False)


def test_a_file_that_is_no_dossier_is_told_and_nothing_is_kept(
    claimdesk: Command, tmp_path: Path, article: Path
) -> None:
    other = tmp_path / "odd.json"
    other.write_text('{"format": "claimdesk dossier", "version": 99}', encoding="utf-8")
    for path in (tmp_path / "none.json", tmp_path, article, other):
        bad = claimdesk("import", path)
        assert (bad.status, bad.out) == (2, "")
    assert claimdesk("articles", "--json").json() == {"articles": []}


def test_a_folder_is_added_and_taken_out_as_one(
    claimdesk: Command, meets: Meets, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("The dam broke on Wednesday.", "utf-8")
    (folder / "b.csv").write_text("What,Body\nMill,It was sold.\n", "utf-8")
    (folder / "c.txt").write_text("The dam broke on Wednesday.", "utf-8")
    words = ("sources", "add", folder, "--duplicates", "ask", "--column", "text=Body")
    added = claimdesk(*words, "--column", "title=What", "--json")
    assert added.status == 0
    meets(added.json(), "sources_added")
    told = added.json()
    assert (told["added"], told["batch"], told["failed"]) == (2, 1, 0)
    [alike] = told["duplicates"]
    assert (alike["where"], alike["like"]["id"], alike["added"]) == ("c.txt", "a.txt", False)
    assert "c.txt has the same text as" in added.err
    gone = claimdesk("sources", "remove-batch", "1", "--json")
    meets(gone.json(), "batch_removed")
    assert gone.json() == {"sources": 2, "kept": []}
    assert claimdesk("sources", "remove-batch", "1").out == "0 sources were removed.\n"


def test_a_source_is_written_down(
    claimdesk: Command, meets: Meets, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("sources", "new", "--title", "The dam report", "--publisher", "Ministry of Water")
    dated = (*words, "--date", "5 May 2021", "--kind", "official statement")
    added = claimdesk(*dated, "--link", "https://water.example/dam", "--json")
    meets(added.json(), "sources_added")
    assert (added.json()["added"], added.json()["batch"]) == (1, None)
    [listed] = claimdesk("sources", "list", "--json").json()["sources"]
    assert {key: listed[key] for key in ("title", "publisher", "published", "kind")} == {
        "title": "The dam report", "publisher": "Ministry of Water", "published": "2021-05-05",
        "kind": "official statement",
    }  # fmt: skip
    again = claimdesk(*dated, "--text", "The dam held.", "--duplicates", "ask", "--json")
    assert again.json()["added"] == 0
    assert "has the same title and date as" in again.err
    given = io.TextIOWrapper(io.BytesIO(b"The crack was known in March."))
    monkeypatch.setattr(sys, "stdin", given)
    whole = claimdesk("sources", "new", "--text", "-")
    assert whole.out == "1 source added; the library has 2 sources.\n"
    assert claimdesk("match", "crack known", "--json").json()["candidates"]
    assert claimdesk("undo").out == "Undone: Add source.\n"
    for wrong in (["--link", "javascript:alert(1)"], ["--date", "03/04/2016"], ["--title", " "]):
        told = claimdesk("sources", "new", "--title", "X", *wrong)
        assert (told.status, told.out) == (2, "")
