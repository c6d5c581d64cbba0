"""The store: a folder with a manifest and Parquet shards, one row a future; see docs/batches.md."""
