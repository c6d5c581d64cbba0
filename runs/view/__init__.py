"""The browser: a future watched week by week."""
