"""A batch: an experiment laid out as points, played by threads or a cluster, kept in a store.

For notebooks: `from reassure.runs.batch import run, open_store`; see docs/batches.md.
"""

from .notebook import Batch, open_store, run, run_file

__all__ = ["Batch", "open_store", "run", "run_file"]
