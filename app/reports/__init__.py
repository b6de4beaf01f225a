"""Reports: a dossier in every format it leaves the desk in. Knows no store and no window."""
