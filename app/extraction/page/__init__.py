"""A page as zoning sees it: its paragraphs, their looks, body, headline and readers' words."""
