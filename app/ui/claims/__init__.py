"""The list of claims and the strip above it: what is done and what is left."""
