"""Whether the rules deserve belief: each room holds them against something outside."""
