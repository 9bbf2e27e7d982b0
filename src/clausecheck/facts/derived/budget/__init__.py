"""Budgets: what they come to in each year, and what they leave out."""
