"""Claim and passages in, ranked and explained matches out. Knows no database."""
