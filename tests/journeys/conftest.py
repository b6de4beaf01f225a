"""Journeys sit at the real window."""

from tests.window import appearance, reviewer, sit_down

__all__ = ["appearance", "reviewer", "sit_down"]
