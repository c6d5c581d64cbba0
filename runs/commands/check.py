"""`reassure check`: whether a store is as it was written, to the last bit."""

from __future__ import annotations

from collections import Counter

import typer

from ...agents.names import printable
from ..console.options import JsonOption, StoreArgument
from ..console.terminal import console, note, write_json


def check(folder: StoreArgument, json: JsonOption = False) -> None:
    """Read every bit of a batch and name what is damaged, of another batch, missing, unfinished or stray.

    Exit status 1 if there is anything of the kind. To be asked before another program reads the files.
    """
    from ..console.progress import progress_bar
    from ..store.examination import findings
    from ..store.store import Store

    store = Store(folder, note)
    with progress_bar(json) as progress:
        task = progress.add_task("Reading futures", total=store.futures)
        found = list(findings(store, lambda read: progress.advance(task, read)))
    shards = len(store.manifest.shards)
    if json:
        told = [{"kind": each.kind, "file": each.file, "says": each.says} for each in found]
        write_json({"folder": str(folder), "futures": store.futures, "shards": shards, "well": not found, "found": told})
    else:
        out = console()
        for each in found:
            out.print(printable(each.says), soft_wrap=True)
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in Counter(each.kind for each in found).items())
        read = f"{store.futures:,} futures in {len(store.shards):,} of {shards:,} files read, every bit"
        out.print(f"{read}: {kinds or 'nothing is amiss'}.", soft_wrap=True)
    if found:
        raise typer.Exit(1)
