"""What the settings change in the window, at once; and what keys change elsewhere, kept at once."""

from __future__ import annotations

from app.ui.commands.physical_keys import PhysicalKeys
from app.ui.deciding import Deciding
from app.ui.evidence.candidates import Candidates
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.settings.preferences import Preferences


class Following:
    """Puts the preferences in force now and whenever one changes."""

    def __init__(
        self,
        preferences: Preferences,
        session: Session,
        appearance: Appearance,
        deciding: Deciding,
        candidates: Candidates,
        keys: PhysicalKeys,
    ) -> None:
        self._preferences, self._session, self._appearance = preferences, session, appearance
        self._deciding, self._candidates, self._keys = deciding, candidates, keys
        self._follow()
        preferences.changed.connect(lambda _: self._follow())
        appearance.changed.connect(self._keep_look)

    def _follow(self) -> None:
        now = self._preferences.now
        self._appearance.set_reading(line_height=now.line_spacing, font=now.reading_font)
        self._deciding.auto_advance = now.auto_advance
        self._deciding.ask_rationale = now.ask_rationale
        self._candidates.show_most(now.candidates)
        self._keys.on = now.physical_keys
        if self._session.read.reviewer != now.reviewer and now.reviewer:
            self._session.sign_as(now.reviewer)

    def _keep_look(self) -> None:
        self._preferences.set(theme=self._appearance.mode, text_size=self._appearance.percent)
