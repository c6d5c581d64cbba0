"""Many futures and what they show: playing them, counting them, setting them side by side."""
