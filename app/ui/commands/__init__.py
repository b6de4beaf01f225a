"""Everything the reviewer can ask for, once: menu entry, palette entry and key are one command."""
