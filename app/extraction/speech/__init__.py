"""Who says what in an article of English news. Rules only, no model."""
