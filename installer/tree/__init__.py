"""The one-folder tree with its own Python and Qt, from which every package is made."""
