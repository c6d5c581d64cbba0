"""A parent process that holds the heavy libraries and none of our modules, and forks a child for every mutant.

Run as a script with the folder of the copy and the libraries to hold. It reads a line of JSON a request and answers with one:

    {"module": "reassure.agents.ukraine", "source": "...", "files": ["tests/..."], "only": ["tests/...::test_x"],
     "without": ["tests/...::test_slow"], "patience": 20, "limit": 300, "keep": false}
    {"end": "done", "tests": {"tests/...::test_x": 0.1}, "failures": [["tests/...::test_y", "asserts", "assert 1 == 2"]],
     "reached": {"tests/...::test_x": ["agents/ukraine.py weigh"]}, "at": "tests/...::test_x", "code": 0}

`end` is "done", "hung" (one test took longer than `patience` seconds of the processor), "late" (all took longer than `limit`) or
"died". `only` may be null for every test. `reached` is told if the module records what is reached (`reach.py`).
None of our modules may be imported here by name: the child must find them unread.
"""

import importlib
import importlib.util
import json
import os
import select
import signal
import sys
import time
from pathlib import Path
from typing import Any

ASLEEP = 10
"""How many times as long by the clock: then a child waits for something that does not come."""


def beside(name):
    """A file of this folder, read by its path."""
    spec: Any = importlib.util.spec_from_file_location(f"mutation_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


child, watch = beside("child"), beside("watch")


def fork(request):
    """Fork a child for a request; its process and the end of the pipe that it tells through."""
    ours, its = os.pipe()
    number = os.fork()
    if number:
        os.close(its)
        return number, ours
    os.close(ours)
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def tell(event):
        os.write(its, (json.dumps(event) + "\n").encode())

    try:
        child.play(request, tell, [watch.Watch(tell, request), watch.Reach(tell)])
    finally:
        os._exit(0)


def answer(request):
    """What became of the tests with this mutant in place."""
    number, pipe = fork(request)
    result = {"end": "died", "tests": {}, "failures": [], "reached": {}, "at": ""}
    begun = last = time.monotonic()
    waiting = b""
    try:
        while True:
            patient, limited = last + ASLEEP * request["patience"], begun + ASLEEP * request["limit"]
            ready = select.select([pipe, sys.stdin], [], [], max(0.0, min(patient, limited) - time.monotonic()))[0]
            if sys.stdin in ready:
                sys.exit()  # whoever asked is no more: nothing else comes before the answer
            if not ready:
                result["end"] = "hung" if patient <= limited else "late"
                return result
            piece = os.read(pipe, 65536)
            if not piece:
                return result
            *lines, waiting = (waiting + piece).split(b"\n")
            for line in lines:
                last = time.monotonic()
                take(result, json.loads(line))
    finally:
        try:
            os.killpg(number, signal.SIGKILL)
        except OSError:
            os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        os.close(pipe)


def take(result, event):
    """One thing told by the child."""
    if "begins" in event:
        result["at"] = event["begins"]
    elif "test" in event:
        result["tests"][event["test"]] = result["tests"].get(event["test"], 0.0) + event["seconds"]
    elif "fails" in event:
        result["failures"].append(event["fails"])
    elif "reached" in event:
        result["reached"][event["reached"]] = event["rules"]
    else:
        result.update(event)


def serve(copy, libraries):
    """Hold the libraries, then answer requests until there are none."""
    sys.dont_write_bytecode = True
    for library in libraries:
        try:
            importlib.import_module(library)
        except ImportError:
            continue
    os.chdir(copy)
    sys.path.insert(0, copy)
    os.environ["PYTHONPATH"] = copy
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    out = os.fdopen(os.dup(1), "w")
    while line := sys.stdin.readline():
        print(json.dumps(answer(json.loads(line))), file=out, flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2:])
