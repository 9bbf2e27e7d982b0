"""Broken drafts: how they are made, and how well they are read."""
