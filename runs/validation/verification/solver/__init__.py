"""Choices of the capitals held against logit quantal response equilibria that Gambit computes (a dependency of the tests)."""
