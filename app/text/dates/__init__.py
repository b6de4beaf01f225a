"""The days, months, years and weekdays that a text names, and which day each means."""
