"""The draft against the NHS Standard Contract: references, precedence, local terms."""
