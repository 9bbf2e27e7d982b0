"""What any draft has to get right: names, terms, days and blanks."""
