"""One future in words: what each capital decided and why, what happened, where it turned."""
