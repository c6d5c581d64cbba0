"""What each lever and each uncertainty does to each outcome, from the low to the high end of its range, and what moves nothing."""
