"""Stores that lose their process, their disk or their cluster: one of each that is quick; dozens by hand."""

import shutil
from random import Random

import pytest

from reassure.runs.reliability import disks
from reassure.runs.reliability.killing import kill
from reassure.runs.reliability.ordeal import ended, halved, reference, shards_in
from reassure.runs.reliability.writers import two_writers

SMALL = ("batch", "limited_reassurance_force", "--runs", "4000", "--weeks", "26", "--seed", "7")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        for module in ("ordeal", "killing", "disks"):
            patch.setattr(f"reassure.runs.reliability.{module}.BATCH", SMALL)
        yield reference(tmp_path_factory.mktemp("undisturbed"))


@pytest.mark.parametrize("number", range(3))
def test_a_killed_command_loses_and_doubles_nothing(undisturbed, tmp_path, number):
    ordeal = kill(number, 1, undisturbed, tmp_path / "store")
    assert ordeal.well, ordeal


def test_two_writers_do_no_harm(undisturbed, tmp_path):
    ordeal = two_writers(0, 1, undisturbed, tmp_path / "store")
    assert ordeal.well, ordeal


@pytest.mark.skipif(not disks.can_mount(), reason="nothing can be mounted here")
def test_a_full_disk_and_a_read_only_one_lose_nothing(undisturbed, tmp_path):
    for name, suffer in (("full", disks.full_disk), ("read-only", disks.read_only_disk)):
        (tmp_path / name).mkdir()
        ordeal = suffer(undisturbed, tmp_path / name)
        assert ordeal.well, ordeal


def test_what_is_lost_doubled_or_different_is_seen(undisturbed, tmp_path):
    def at_the_end(folder):
        return ended("", "", 0, folder, undisturbed.batch, (0, ""))

    shutil.copytree(undisturbed.batch, tmp_path / "whole")
    assert at_the_end(tmp_path / "whole").well
    halved(undisturbed.batch, tmp_path / "half", Random(1))
    assert at_the_end(tmp_path / "half").lost > 0
    first = shards_in(tmp_path / "whole")[0]
    shutil.copyfile(first, first.with_name("again.parquet"))
    twice = at_the_end(tmp_path / "whole")
    assert twice.doubled > 0 and not twice.equal and not twice.well
    assert not ended("", "", 0, undisturbed.batch, undisturbed.batch, (2, "no")).well
