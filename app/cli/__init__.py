"""The command line: the desk's verbs without a window. Knows no tool behind the desk."""
