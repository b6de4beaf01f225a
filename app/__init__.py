"""Claimdesk: a local-first desk for checking an article claim by claim."""

__version__ = "0.1.0"
