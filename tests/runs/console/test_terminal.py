import json
import os
import subprocess
import sys

import pytest

PAGES = ["ascii", "cp1252", "latin-1", "cp437", "utf-8"]
SCENARIO = """title = "Türkiye 和平 \\u001b[31m"
[levers]
troop_ceiling = 15
"""


def reassure(*arguments, encoding, folder):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "reassure.runs.cli", *arguments], capture_output=True, env=environment, cwd=folder, check=False
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_result_is_told_whatever_the_terminal_can_show(page, tmp_path):
    (tmp_path / "平和.toml").write_text(SCENARIO, encoding="utf-8")
    for arguments in (
        ["play", "平和.toml", "--weeks", "3"],
        ["show", "平和.toml"],
        ["compare", "平和.toml", "--runs", "20", "--weeks", "4"],
    ):
        done = reassure(*arguments, encoding=page, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr and b"\x1b[31m" not in done.stdout
        done.stdout.decode(page)


@pytest.mark.parametrize("page", PAGES)
def test_json_is_json_in_any_code_page(page, tmp_path):
    (tmp_path / "own.toml").write_text(SCENARIO, encoding="utf-8")
    done = reassure("show", "own.toml", "--json", encoding=page, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "和平" in json.dumps(json.loads(done.stdout.decode(page)), ensure_ascii=False)


@pytest.mark.parametrize("page", PAGES)
def test_a_refusal_is_one_line_in_any_code_page(page, tmp_path):
    done = reassure("play", "nirgendwo-平和", encoding=page, folder=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
