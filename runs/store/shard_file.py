"""A shard's file: written so that it can prove what it is of and that it is whole, and believed only when it has."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from ...model.bounded_file import CannotReadError, content_of
from ..console.command_line import command
from .manifest import RULES, Manifest
from .refusal import DamagedError, ForeignError
from .seal import KEY, UNSEALED, has_seal, is_whole, sealed
from .shards import FUTURES, Shard

LEVEL = 1
"""Of Zstandard: the drawn numbers do not compress further at any."""
LARGEST = 2**28
"""Bytes of a shard; that of most rows and all columns takes a sixth of it."""
UNREADABLE = (OSError, ValueError, KeyError, pa.ArrowException)
"""What comes of a file that is no Parquet, or damaged."""


def encode(table: pa.Table, labels: Mapping[str, str]) -> bytes:
    """A shard as the bytes of its file: the same for the same rows and labels, with a checksum for every page and for the whole."""
    sink = pa.BufferOutputStream()
    pq.write_table(
        table.replace_schema_metadata({**labels, KEY: UNSEALED}),
        sink,
        compression="zstd",
        compression_level=LEVEL,
        use_dictionary=[field.name for field in table.schema if field.type != pa.float64()],
        write_page_checksum=True,
        write_statistics=["point", "run"],
    )
    return sealed(sink.getvalue().to_pybytes())


def read(
    folder: Path, manifest: Manifest, shard: Shard, schema: pa.Schema | None, columns: Sequence[str] | None = None
) -> pa.Table:
    """The rows of a shard, by point and run; `columns`: only these, in the order of the schema.

    Raises DamagedError if a bit of its file is not as it was written, ForeignError if it is not of this store.
    """
    file = proven(folder, manifest, shard, schema)
    try:
        table = file.read(columns=None if columns is None else list(columns))
    except UNREADABLE as error:
        raise damaged(folder, shard, str(error)) from None
    return table.replace_schema_metadata()


def proven(folder: Path, manifest: Manifest, shard: Shard, schema: pa.Schema | None) -> pq.ParquetFile:
    """A shard's file, opened once its checksum, its labels and the number of its rows are right, and its columns those of `schema`.

    Without a schema it may have any columns. Raises as `read`.
    """
    try:
        content = content_of(folder / FUTURES / shard.name, LARGEST)
    except FileNotFoundError:
        raise damaged(folder, shard, "it is not there any more") from None
    except CannotReadError as error:
        raise DamagedError(str(error)) from None
    if has_seal(content) and not is_whole(content):
        raise damaged(folder, shard, "its checksum does not fit: something in it is not as it was written")
    try:
        file = pq.ParquetFile(pa.BufferReader(_handed_over(content)), page_checksum_verification=True)
        found = file.schema_arrow.remove_metadata()
    except UNREADABLE as error:
        raise damaged(folder, shard, str(error)) from None
    _refuse_foreign(folder, manifest, shard, file.metadata.metadata or {})
    if manifest.checksum and not has_seal(content):
        raise damaged(folder, shard, "it has no checksum")
    if schema is not None and found != schema:
        raise foreign(folder, shard, "its columns are not those of this batch")
    if file.metadata.num_rows != shard.rows:
        raise damaged(folder, shard, f"it has {file.metadata.num_rows} rows, not {shard.rows}")
    return file


def _handed_over(content: bytes) -> pa.Buffer:
    """The same bytes in memory of Arrow's own: its threads may still let go of them when Python has begun to end, and must not ask
    Python then, which would end them in turn, and the process with "terminate called".
    """
    stream = pa.BufferOutputStream()
    stream.write(content)
    return stream.getvalue()


def examine(folder: Path, manifest: Manifest, shard: Shard, schema: pa.Schema | None) -> None:
    """Read a whole shard, every bit of it, and see that each row is the future that belongs there. Raises as `read`."""
    rows = read(folder, manifest, shard, schema)
    points = np.repeat(np.arange(shard.first_point, shard.first_point + shard.points), shard.runs)
    runs = np.tile(np.arange(shard.first_run, shard.first_run + shard.runs), shard.points)
    if not (np.array_equal(rows["point"], points) and np.array_equal(rows["run"], runs)):
        raise damaged(folder, shard, "its rows are not in their places")


def _refuse_foreign(folder: Path, manifest: Manifest, shard: Shard, found: Mapping[bytes, bytes]) -> None:
    """Raise ForeignError, saying whose it is, if the labels of a shard are not those that it has in this store."""
    for key, right in manifest.labels(shard).items():
        told = found.get(key.encode())
        if told is None and not manifest.checksum and key != RULES:
            continue  # older versions told of no more than the rules
        if told is None:
            raise foreign(folder, shard, f"it has no label {key}")
        if told != right.encode():
            told_so = told.decode(errors="replace")
            raise foreign(folder, shard, f"it is of {key.removeprefix('reassure.')} {told_so}, not {right}")


def damaged(folder: Path, shard: Shard, reason: str) -> DamagedError:
    """The refusal of a damaged shard."""
    told = reason.splitlines()[0].rstrip(".") if reason else "unreadable"
    path = folder / FUTURES / shard.name
    return DamagedError(f"{path} is damaged: {told}; '{command('resume', folder)}' plays its futures again")


def foreign(folder: Path, shard: Shard, reason: str) -> ForeignError:
    """The refusal of another batch's shard."""
    path = folder / FUTURES / shard.name
    return ForeignError(f"{path} is not of this batch: {reason}; move it away, and '{command('resume', folder)}' plays its futures")
