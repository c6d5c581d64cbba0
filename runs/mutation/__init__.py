"""A mutation check of our own: whether a test says so when a number, a sign, a comparison, a term or a row of the rules is wrong.

The usual tools skip decorated functions, which all our rules are, or count thousands of mutants that any test kills. Here the sites
are drawn by a published seed from both lower floors, file by file; what only raises, or is known to change nothing, does not count.
`python -m reassure.runs.mutation` runs it; nothing in the installed program needs it.
"""
