"""What the reviewer chooses, and the page where it is chosen."""
