"""Texts and numbers that break programs: what people mistype, paste, or plant."""

from collections.abc import Sequence
from random import Random

HARD = (
    "",
    " ",
    "-",
    "--",
    "=",
    "a=b=c",
    "*",
    "[a-z]?.toml",
    "$x^{2}$",
    "[bold]x[/bold]",
    "%s %d {0}",
    "'; DROP TABLE futures; --",
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b31m",
    "two\nlines\r\n",
    "\u202eright to left",
    "\u2028\x85\x0b",
    "tab\tbed",
    "é e\u0301 ﬁ Ⅻ 🪖",
    "\udcff\udcfe",
    "x" * 300,
    "x" * 5_000,
    "a." * 2_000,
    "[" * 2_000,
    "../..",
    "~",
    "$HOME",
    "C:\\x",
    "null",
    "true",
)
"""Taken literally, each of these is harmless."""

HARD_NUMBERS = (
    *(
        "-1",
        "-0",
        "+1",
        "00",
        "1.5",
        "1e0",
        "1e-400",
        "1e400",
        "nan",
        "-inf",
        "Infinity",
        "1_0",
        "0x1f",
        "0o7",
        "0b1",
        " 7 ",
        "7 8",
    ),
    *("٣", "\uff11", "½", "²", "1,000", "1.000,5", "0x" + "f" * 4_000, "9" * 5_000, "1e" + "9" * 400, "0." + "0" * 400 + "1"),
    *(str(2**power + step) for power in (53, 64, 128) for step in (-1, 0, 1)),
)
"""Almost numbers, and numbers that few kinds of number can hold; none asks for more work than a small one."""


ALPHABETS = ("abc xyz", "=:,@;[]{}<>|&*?'\"`\\/", "\x01\x07\x1b\x7f\x85\x9b", "äß€Жع中🪖\u0301\u200d\u202e\u2028\udc80\ud800\uffff")
"""Letters for texts that nobody thought of: plain, of shells and patterns, that terminals obey, of other scripts and of none."""


def hard_text(random: Random) -> str:
    """One of the texts above, or any text that a command line can carry."""
    if random.random() < 0.6:
        return random.choice((*HARD, *HARD_NUMBERS))
    letters = "".join(random.sample(ALPHABETS, random.randint(1, 4)))
    return "".join(random.choices(letters, k=random.randint(1, 30)))


def number(random: Random, good: Sequence[str]) -> str:
    """Mostly one of the good ones, else one that is hard to read."""
    return random.choice(good if random.random() < 0.9 else HARD_NUMBERS)


def mistyped(random: Random, names: Sequence[str]) -> str:
    """A declared name, now and then with a letter lost, doubled or shouted."""
    name = random.choice(names)
    if random.random() < 0.95:
        return name
    place = random.randrange(len(name))
    return random.choice((name[:place] + name[place + 1 :], name[:place] + name[place] + name[place:], name.upper()))


def mangled(random: Random, content: bytes) -> bytes:
    """Bytes as they were, or with a few flipped, cut out, doubled, put in, or all gone."""
    data = bytearray(content)
    for _ in range(random.choice((0, 0, 0, 1, 2, 3))):
        place = random.randint(0, len(data))
        match random.choice(("flip", "cut", "double", "insert", "end")):
            case "flip" if place < len(data):
                data[place] ^= 1 << random.randrange(8)
            case "cut":
                del data[place : place + random.randint(1, 40)]
            case "double":
                data[place:place] = data[place : place + random.randint(1, 400)]
            case "insert":
                data[place:place] = random.choice((random.randbytes(4), hard_text(random).encode("utf-8", "surrogatepass")))
            case "end":
                del data[place:]
    return bytes(data)
