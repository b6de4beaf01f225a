"""Every verb of the trade, once: the one door for window and command line. Knows no face."""
