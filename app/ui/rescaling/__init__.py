"""Putting the verdicts of an article on another rating scale: asked on a page of its own."""
