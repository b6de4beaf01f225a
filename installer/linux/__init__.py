"""Packages for Linux: .deb, .rpm, and an archive with an install script."""
