import os

import pytest

from reassure.model.bounded_file import CannotReadError, content_of


def test_a_file_is_read_up_to_its_bound(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert content_of(tmp_path / "a", 5) == b"12345"
    with pytest.raises(CannotReadError, match="larger than 4 bytes"):
        content_of(tmp_path / "a", 4)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_nothing_is_waited_for_and_nothing_read_without_end(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, wrong in (
        (tmp_path / "pipe", "is not a regular file"),
        (tmp_path, "is a folder"),
        ("/dev/zero", "not a regular file"),
    ):
        with pytest.raises(CannotReadError, match=wrong):
            content_of(tmp_path / path, 1)


def test_what_is_not_there_is_left_to_the_caller(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    for path in (tmp_path / "b", tmp_path / "a" / "b"):
        with pytest.raises(FileNotFoundError):
            content_of(path, 1)
    with pytest.raises(CannotReadError):
        content_of(tmp_path / "a\0b", 1)
