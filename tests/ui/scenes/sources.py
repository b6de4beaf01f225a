"""What the pictures show of sources coming in, and of the question before quitting."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop

from app.ui.sources.importing import Phase
from app.ui.wiring import Wiring
from tests.ui.scenes.stage import decide_some, run, settle


def _papers(place: Path, count: int) -> Path:
    """A folder of reports, some of which cannot be read, and one that is nearly another."""
    place.mkdir()
    for number in range(count):
        told = f"In village {number} some {number + 7} people saw the dam break on 4 May."
        (place / f"report {number}.txt").write_text(f"Report {number}\n\n{told}", "utf-8")
    story = " ".join(f"On day {n} the crews of the boats went out {n} times." for n in range(9))
    for name in ("dam.txt", "dam, second edition.txt"):
        (place / name).write_text(f"The night at the dam\n\n{story}", "utf-8")
    for name in ("scan 1.png", "scan 2.png", "cover.jpg"):
        (place / name).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (place / "empty note.txt").write_bytes(b"")
    return place


def import_many(wiring: Wiring) -> None:
    """In the midst of an import, which rests while the picture is made."""
    decide_some(wiring)
    papers = _papers(wiring.session.read.path.parent / "papers", 6_000)
    wiring.adding.add_files([papers])
    loop = QEventLoop()
    wiring.importing.ticked.connect(lambda: wiring.importing.pace.rate and loop.quit())
    loop.exec()
    wiring.importing.pause()


def import_running(wiring: Wiring) -> None:
    import_many(wiring)
    wiring.importing.phase = Phase.RUNNING  # as it looked a moment before
    wiring.importing.changed.emit()


def import_done(wiring: Wiring) -> None:
    """Over, with the list of what was skipped."""
    decide_some(wiring)
    wiring.adding.add_files([_papers(wiring.session.read.path.parent / "papers", 40)])
    settle(wiring)
    wiring.adding.leave_all()
    wiring.import_panel.show_skipped.click()
    wiring.import_panel.list.topLevelItem(0).setExpanded(True)


def import_done_at_start(wiring: Wiring) -> None:
    wiring.adding.add_files([_papers(wiring.session.read.path.parent / "papers", 40)])
    settle(wiring)


def ask_duplicate(wiring: Wiring) -> None:
    decide_some(wiring)
    wiring.adding.add_files([_papers(wiring.session.read.path.parent / "papers", 4)])
    settle(wiring)
    wiring.importing.close()


def map_table(wiring: Wiring) -> None:
    decide_some(wiring)
    path = wiring.session.read.path.parent / "press cuttings 2016.csv"
    path.write_text(
        "No,Headline,Paper,Day,Full wording,Seen by,Link\n"
        "1,Dam breaks above the town,The Courier,2016-05-04,"
        "Sixty-two people were brought to safety.,Ada,https://courier.example/1\n"
        "2,Crack was known,The Post,2016-05-06,Engineers had warned of it.,Bert,\n",
        "utf-8",
    )
    wiring.adding.add_files([path])
    settle(wiring)


def write_source_down(wiring: Wiring) -> None:
    """A source half written down, and why it cannot be added yet."""
    decide_some(wiring)
    run(wiring, "write-source")
    form = wiring.import_panel.form
    for name, told in (("Title", "Statement of the air force"), ("Publisher", "Ministry"),
                       ("Date", "03/04/2016")):  # fmt: skip
        form.fields[name].setText(told)
    form.add.click()


def write_source_at_start(wiring: Wiring) -> None:
    run(wiring, "write-source")


def source_written_down(wiring: Wiring) -> None:
    """What was added stands on top, and is not linked."""
    write_source_down(wiring)
    wiring.import_panel.form.fields["Date"].setText("18 September 2016")
    wiring.import_panel.form.add.click()


def ask_before_quitting(wiring: Wiring) -> None:
    """The window is closed in the midst of an import."""
    import_many(wiring)
    wiring.window.close()
