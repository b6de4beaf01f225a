"""What is read out of plain text: words, sentences, dates, names, amounts. Pure functions."""
