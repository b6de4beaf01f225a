"""The backups of the library: seen, looked into, put back."""
