"""The verdict dock: what is linked, what is not covered, and the five keys that decide."""
