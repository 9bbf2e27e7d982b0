"""Boards: who sits on them, how they decide, and what they leave open."""
