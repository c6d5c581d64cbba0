"""What every command says to a terminal and takes from it."""
