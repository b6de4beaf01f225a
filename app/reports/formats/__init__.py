"""The formats of a report, a module each, all of one small interface. Knows no desk."""
