"""Numbers in the rules, read from the rules' own syntax trees: which stand behind a term, which are constants, which are bare."""
