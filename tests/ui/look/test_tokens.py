"""Themes are read whole or refused with a sentence that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.look.tokens import COLOUR_TOKENS, VERDICT_KEYS, Theme, ThemeError, load_theme


def test_the_shipped_themes_are_whole(theme: Theme) -> None:
    assert tuple(theme.verdicts) == VERDICT_KEYS
    assert all(theme.colour(token).isValid() for token in COLOUR_TOKENS)
    assert len({look.silhouette for look in theme.verdicts.values()}) == len(VERDICT_KEYS)
    assert len({look.underline for look in theme.verdicts.values()}) == len(VERDICT_KEYS)


def test_no_verdict_and_an_unknown_one_look_like_to_review(theme: Theme) -> None:
    assert theme.verdict("") is theme.verdicts["to_review"]
    assert theme.verdict("invented") is theme.verdicts["to_review"]
    with pytest.raises(KeyError):
        theme.colour("name")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('accent = "#A3AFFF"', "", "no colour “accent”"),
        ('accent = "#A3AFFF"', 'accent = "mauve-ish"', "mauve-ish"),
        ("[colours]", "[colours]\nmauve = '#112233'", "unknown colours: mauve"),
        ("[colours]", "[colors]", "no table “colours”"),
        ('underline = "double"', 'underline = "wavy"', "verdicts.refuted"),
        ('silhouette = "square_bar"', "", "verdicts.not_checkable"),
        ("dark = true", "dark = 'yes'", "dark = true"),
        ("[verdicts.refuted]", "[verdicts.wrong]", "no table “refuted”"),
        ('name = "dark"', "name = ", "not valid TOML"),
    ],
)
def test_a_damaged_theme_says_what_is_wrong(
    root: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = (root / "resources" / "themes" / "dark.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "own.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ThemeError, match=said) as error:
        load_theme(tmp_path, "own")
    assert "own.toml" in str(error.value)


def test_a_missing_theme_says_so(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="cannot be read"):
        load_theme(tmp_path, "nowhere")


def test_the_marks_of_the_style_sheet_have_the_theme_s_colours(theme: Theme, root: Path) -> None:
    folder = root / "resources" / "themes" / theme.name
    wanted = {
        "check": theme.on_accent,
        "dot": theme.accent,
        "chevron_down": theme.text_2,
        "chevron_up": theme.text_2,
        "chevron_right": theme.text_2,
        "tick": theme.text_2,
    }
    assert {path.stem for path in folder.glob("*.svg")} == set(wanted)
    for name, colour in wanted.items():
        drawing = (folder / f"{name}.svg").read_text(encoding="utf-8").lower()
        assert colour.name() in drawing
