"""The per-user installer for Windows, put together on Linux from Windows' own parts."""
