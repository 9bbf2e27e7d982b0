"""The draft as a whole: its parties, form, dates, model and promises."""
