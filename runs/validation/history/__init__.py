"""The library of historical cases, and how well the model orders and dates what became of them."""
