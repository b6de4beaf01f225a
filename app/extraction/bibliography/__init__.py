"""Bibliographic files become References: RIS, BibTeX, CSL-JSON, tables, ClaimReview."""
