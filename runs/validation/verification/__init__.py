"""The rules held against what can be known of them: exact results, a game solver, signs, extremes, the article's claims."""
