"""One reader for each format of file: bytes in, Document out. Each runs where it can be killed."""
