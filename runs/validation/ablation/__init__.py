"""What each channel of the rules adds: futures without it."""
