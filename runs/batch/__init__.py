"""A batch: an experiment laid out as points, played by threads or a cluster, kept in a store."""
