"""What the rules cost, in seconds and beside other ways of playing them."""
