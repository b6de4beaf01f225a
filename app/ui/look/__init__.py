"""How the window looks: tokens, fonts, icons, style sheet and painted text.

Knows nothing of articles, claims or the desk, and never asks for data.
"""
