"""File to text with zones, text to claims. Knows no store and no window."""
