"""The persons, organisations and places that a text names, and which spellings are one name."""
