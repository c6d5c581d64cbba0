"""The uses: command line, batches, analysis, pictures."""
