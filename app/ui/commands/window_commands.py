"""The commands of files, views and help, and Esc, which always leads back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.ui.commands.command import Command
from app.ui.look.appearance import Appearance


@dataclass(frozen=True)
class WindowActs:
    """What the window can be asked for."""

    open_article: Callable[[], object]
    paste_article: Callable[[], object]
    open_sample: Callable[[], object]
    remove_sample: Callable[[], object]
    sample_is_here: Callable[[], bool]
    close_article: Callable[[], object]
    article_is_open: Callable[[], bool]
    file_says: Callable[[], object]
    file_said_something: Callable[[], bool]
    ask_day: Callable[[], object]
    add_sources: Callable[[], object]
    add_folder: Callable[[], object]
    paste_source: Callable[[], object]
    write_source: Callable[[], object]
    export: Callable[[], object]
    preview: Callable[[], object]
    settings: Callable[[], object]
    open_palette: Callable[[], object]
    show_keys: Callable[[], object]
    show_about: Callable[[], object]
    next_pane: Callable[[int], object]
    to_pane: Callable[[int], object]
    back: Callable[[], object]
    accept: Callable[[], object]
    quit: Callable[[], object]


def file_commands(acts: WindowActs) -> list[Command]:
    """Articles, sources and the report."""
    is_open = acts.article_is_open
    return [
        Command("open-article", "Open article…", "File", ("Ctrl+O",), acts.open_article,
                icon="file", group="Article"),
        Command("paste-article", "New article from clipboard", "File", ("Ctrl+V",),
                acts.paste_article, icon="paste", group="Article"),
        Command("open-sample", "Open the sample article", "File", ("Ctrl+Shift+O",),
                acts.open_sample, icon="sample"),
        Command("remove-sample", "Remove the sample", "File", (), acts.remove_sample,
                icon="close", available=acts.sample_is_here),
        Command("close-article", "Close article", "File", ("Ctrl+W",), acts.close_article,
                available=is_open, section=True),
        Command("settings", "Settings…", "File", ("Ctrl+,",), acts.settings, icon="gear",
                group="App", section=True),
        Command("quit", "Quit", "File", ("Ctrl+Q",), acts.quit, section=True),
        Command("publication-date", "Set publication date…", "Claim", (), acts.ask_day,
                icon="calendar", available=is_open),
        Command("file-says", "What the file says", "Library", ("P",), acts.file_says,
                icon="info", group="Article", available=acts.file_said_something),
        Command("add-sources", "Add sources…", "Library", ("Ctrl+Shift+N",), acts.add_sources,
                icon="plus", group="Evidence"),
        Command("add-folder", "Add a folder of sources…", "Library", ("Ctrl+Alt+N",),
                acts.add_folder, icon="folder", group="Evidence"),
        Command("paste-source", "Add source from clipboard", "Library", ("Ctrl+Shift+V",),
                acts.paste_source, icon="paste", group="Evidence"),
        Command("write-source", "Write down a source…", "Library", ("Ctrl+Shift+W",),
                acts.write_source, icon="edit", group="Evidence"),
        Command("preview", "Preview report…", "Report", ("Ctrl+P",), acts.preview, icon="eye",
                group="Report", available=is_open),
        Command("export", "Export report", "Report", ("Ctrl+E",), acts.export, icon="export",
                group="Report", available=is_open),
    ]  # fmt: skip


def view_commands(acts: WindowActs, appearance: Appearance) -> list[Command]:
    """How the window looks, and moving between its panes."""

    def mode(name: str) -> Callable[[], None]:
        return lambda: appearance.set_mode(name)  # type: ignore[arg-type]

    def chosen(name: str) -> Callable[[], bool]:
        return lambda: appearance.mode == name

    names = (
        ("system", "Look like the system"),
        ("light", "Light"),
        ("dark", "Dark"),
        ("contrast", "High contrast"),
    )
    looks = [
        Command(f"theme-{name}", title, "View", (), mode(name), icon="eye",
                checked=chosen(name), section=name == "system")
        for name, title in names
    ]  # fmt: skip
    panes = [
        Command(f"pane-{number}", f"Go to the {name}", "Go", (f"Ctrl+{number}",),
                lambda number=number: acts.to_pane(number - 1), section=number == 1)  # type: ignore[misc]
        for number, name in enumerate(("article", "claims", "candidates"), 1)
    ]  # fmt: skip
    return [
        Command("larger", "Larger text", "View", ("Ctrl++", "Ctrl+="), appearance.larger,
                icon="plus", group="App"),
        Command("smaller", "Smaller text", "View", ("Ctrl+-",), appearance.smaller, group="App"),
        Command("normal-size", "Normal text size", "View", ("Ctrl+0",),
                lambda: appearance.set_percent(100), group="App"),
        *looks,
        *panes,
        Command("next-pane", "Next pane", "Go", ("F6",), lambda: acts.next_pane(1), group="Move"),
        Command("previous-pane", "Previous pane", "Go", ("Shift+F6",),
                lambda: acts.next_pane(-1), group="Move"),
        Command("back", "Back", "Go", ("Esc",), acts.back, section=True),
        Command("link-highlighted", "Link highlighted source", "Evidence", ("Return", "Enter"),
                acts.accept, icon="link", group="Evidence"),
        Command("palette", "Commands, claims, sources", "Help", ("Ctrl+K",), acts.open_palette,
                icon="search", group="App"),
        Command("keys", "All keys", "Help", ("?",), acts.show_keys, icon="info", group="App"),
        Command("about", "About Claimdesk", "Help", (), acts.show_about, section=True),
    ]  # fmt: skip
