"""The bundle and disk image for macOS; made on a Mac only."""
