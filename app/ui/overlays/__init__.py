"""What opens over the window and closes with Esc: the palette and the key overview."""
