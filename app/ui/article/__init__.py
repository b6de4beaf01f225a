"""The article pane: the text under check and the sources read in context."""
