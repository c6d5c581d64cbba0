import os
import subprocess
import sys

import pytest

from reassure.runs.store.lock import alone
from reassure.runs.store.refusal import StoreError

HOLD = "import sys, pathlib, time; from reassure.runs.store.lock import alone\nwith alone(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX locks")
def test_a_second_process_is_refused_and_a_killed_one_lets_go(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=f"is being written by process {holder.pid} on "), alone(tmp_path):
            pass
        holder.kill()
    with alone(tmp_path):
        pass
