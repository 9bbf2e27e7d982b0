"""How the words of a draft are gone through, and what they say of themselves."""
