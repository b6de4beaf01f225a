"""Sources coming into the library through the window."""
