"""The nouns of the trade and its rules, as frozen dataclasses. Knows nobody."""
