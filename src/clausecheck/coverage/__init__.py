"""How much of what a contract for integrated care has to settle a draft states, element by element."""
