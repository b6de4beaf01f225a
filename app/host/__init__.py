"""This computer: folders, settings, logs, crash file, one window a library. Knows nobody."""
