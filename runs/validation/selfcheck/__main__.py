"""`python -m reassure.runs.validation.selfcheck`: writes down the bits of the rules as they are."""

import json

from ...ensemble.compiling import ensure_compiled
from ...files.whole import write_whole
from .bits import PLACE, made

if __name__ == "__main__":
    ensure_compiled()
    write_whole(PLACE, json.dumps(made(), indent=1) + "\n")
    print(PLACE)
