"""The few marks that drawings are made of, as texts. Whatever is said goes through `escape`."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape as _escape

import numpy as np

NARROW, WIDE = set("iljtfr.,:;'|!()[] -"), set("mwMWGOQ%@")


def escape(text: object) -> str:
    """Text made safe to stand in HTML or SVG, also within an attribute."""
    return _escape(str(text), quote=True)


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel, as short as it goes."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, content: object, kind: str = "", anchor: str = "start", fill: str = "") -> str:
    """A line of text. `kind`: classes of the style sheet; `anchor`: start, middle or end."""
    attributes = f' class="{kind}"' if kind else ""
    if anchor != "start":
        attributes += f' text-anchor="{anchor}"'
    if fill:
        attributes += f' style="fill:{fill}"'
    return f'<text x="{number(x)}" y="{number(y)}"{attributes}>{escape(content)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1.0, dash: str = "") -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'stroke="{stroke}" stroke-width="{width:g}"{dashed}/>'
    )


def rect(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """A rectangle; `more` are further attributes."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(max(0.0, width))}" height="{number(height)}" fill="{fill}"'
        f"{' ' + more if more else ''}/>"
    )


def circle(x: float, y: float, radius: float, fill: str, more: str = "") -> str:
    """A circle; its radius is kept to a hundredth, since its area says something."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{radius:.2f}" fill="{fill}"{" " + more if more else ""}/>'


def path(data: str, fill: str = "none", stroke: str = "none", width: float = 1.0, more: str = "") -> str:
    """A path from its `d`."""
    return f'<path d="{data}" fill="{fill}" stroke="{stroke}" stroke-width="{width:g}"{" " + more if more else ""}/>'


def through(x: Iterable[float], y: Iterable[float]) -> str:
    """The `d` of a line through points; where y is not a number the line is broken."""
    pieces = []
    pen = "M"
    for across, down in zip(np.asarray(x, float).tolist(), np.asarray(y, float).tolist(), strict=True):
        if down != down:
            pen = "M"
            continue
        pieces.append(f"{pen}{across:.1f},{down:.1f}")
        pen = "L"
    return "".join(pieces)


LARGEST = 1.4
"""How much larger than drawn a picture may grow: beyond, its type would shout."""


def outline(x: Iterable[float], y: Iterable[float]) -> str:
    """The `d` of a closed outline, to a tenth of a pixel, in relative steps: half as long as in places."""
    tenths = np.rint(10 * np.column_stack([np.asarray(x, float), np.asarray(y, float)])).astype(int)
    steps = np.diff(tenths, axis=0)
    told = " ".join(f"{_tenth(across)},{_tenth(down)}" for across, down in steps[np.any(steps != 0, axis=1)].tolist())
    return f"M{_tenth(int(tenths[0, 0]))},{_tenth(int(tenths[0, 1]))}l{told}z"


def _tenth(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if value < 0 else digits


def svg(width: float, height: float, title: str, content: Iterable[str], kind: str = "", largest: float = LARGEST) -> str:
    """A picture with its text alternative, which grows and shrinks with its place; of class `pickable` if parts can be chosen."""
    named = f' class="{kind}"' if kind else ""
    role = "group" if "pickable" in kind else "img"  # what stands in an image is hidden from those who do not see it
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" role="{role}" '
        f'style="max-width:{largest * width:.0f}px" aria-label="{escape(title)}"{named}>{"".join(content)}</svg>'
    )


def group(content: Iterable[str], title: str = "", kind: str = "", data: Mapping[str, object] | None = None) -> str:
    """A group with a title that shows on pointing at it. What carries data can also be reached by keyboard."""
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in (data or {}).items())
    if data:
        attributes += ' tabindex="0" role="button"'
        attributes += f' aria-label="{escape(title)}"' if title else ""
    if kind:
        attributes += f' class="{kind}"'
    told = f"<title>{escape(title)}</title>" if title else ""
    return f"<g{attributes}>{told}{''.join(content)}</g>"


def heading(title: str, rest: str = "") -> str:
    """A drawing's title: the matter in bold, and what is shown of it."""
    return f"<h2>{escape(title)}{f' <span>{escape(rest)}</span>' if rest else ''}</h2>"


def drawing(kind: str, content: Iterable[str]) -> str:
    """The element that a drawing stands in."""
    return f'<div class="drawing {kind}">{"".join(content)}</div>'


def legend(entries: Sequence[tuple[str, str]], shape: str = "") -> str:
    """Colours and what they mean."""
    kind = f' class="{shape}"' if shape else ""
    items = (f'<span><i{kind} style="background:{colour}"></i>{escape(name)}</span>' for name, colour in entries)
    return f'<div class="legend">{"".join(items)}</div>'


def width_of(content: str, size: float) -> float:
    """About how wide a text is in a sans-serif face, in pixels; rather too wide than too narrow."""
    ems = sum(0.32 if sign in NARROW else 0.88 if sign in WIDE else 0.68 if sign.isupper() else 0.57 for sign in content)
    return ems * size


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places moved as little as it takes to lie a gap apart between two bounds, in the same order.

    For labels at the ends of lines. If there is no room for all, the gap shrinks.
    """
    if not places:
        return []
    gap = min(gap, (high - low) / max(1, len(places) - 1)) if len(places) > 1 else gap
    order = sorted(range(len(places)), key=lambda index: places[index])
    blocks: list[list[float]] = []  # each: sum of wished-for tops, how many
    for rank in order:
        wished = min(max(places[rank], low), high)
        blocks.append([wished, 1.0])
        while len(blocks) > 1 and _top(blocks[-2], gap) + gap * blocks[-2][1] > _top(blocks[-1], gap):
            last = blocks.pop()
            blocks[-1][0] += last[0] - gap * blocks[-1][1] * last[1]
            blocks[-1][1] += last[1]
    tops = [_top(block, gap) + gap * step for block in blocks for step in range(int(block[1]))]
    for rank in range(len(tops) - 1, -1, -1):  # a block may have been pushed past a bound
        tops[rank] = min(tops[rank], high if rank == len(tops) - 1 else tops[rank + 1] - gap)
    for rank in range(len(tops)):
        tops[rank] = max(tops[rank], low if rank == 0 else tops[rank - 1] + gap)
    moved = [0.0] * len(places)
    for rank, top in zip(order, tops, strict=True):
        moved[rank] = top
    return moved


def _top(block: list[float], gap: float) -> float:
    """Where a block of labels begins so that they lie as near as possible to their wished-for places."""
    return block[0] / block[1]
