"""The library: one SQLite file with sources, articles, claims, reviews and their history."""
