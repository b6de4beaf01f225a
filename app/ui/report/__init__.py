"""The report before it leaves: its options, its pages, what to know of it."""
