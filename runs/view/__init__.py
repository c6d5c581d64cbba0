"""Watching: one future in the browser, week by week."""
