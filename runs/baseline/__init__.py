"""The baseline: what the rules and values of a commit come to for one seed, kept in a file so that a change of rules is seen."""
