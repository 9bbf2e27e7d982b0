"""The command line: `main` and one module a verb. Nothing else in the package knows click."""
