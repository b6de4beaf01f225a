"""The evidence pane: what the library holds for the current claim."""
