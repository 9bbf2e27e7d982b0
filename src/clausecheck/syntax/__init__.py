"""Syntax: from text to lines, and from the text behind a label to the parts of its value."""
