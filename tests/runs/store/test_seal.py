import pytest

from reassure.runs.store.seal import MARK, UNSEALED, has_seal, is_whole, sealed

OPEN = b"pages" + MARK + UNSEALED.encode() + b"footer"


def test_every_bit_of_a_sealed_file_counts():
    whole = sealed(OPEN)
    assert has_seal(whole) and is_whole(whole) and len(whole) == len(OPEN)
    for bit in range(8 * len(whole)):
        harmed = bytearray(whole)
        harmed[bit // 8] ^= 1 << bit % 8
        assert not (has_seal(bytes(harmed)) and is_whole(bytes(harmed)))
    assert not is_whole(whole + b"\0") and not is_whole(whole[:-1])


def test_what_has_no_room_for_a_seal_is_not_sealed():
    for content in (b"", b"pages", OPEN.replace(b"0", b"1"), sealed(OPEN)):
        with pytest.raises(ValueError, match="no room"):
            sealed(content)
    assert not has_seal(b"pages")
