"""Colours, sizes of type and the style sheet of every drawing: declared once.

Orange, grey and blue carry the meaning; Russia and Ukraine differ in lightness as well as in hue. `tests/runs/view/drawing` hold
the pairs that must be told apart against simulations of the three kinds of colour blindness; every state is also said in words.
"""

from ....agents.commitment import STATUSES
from ....model.outcomes import RUNGS, WORST

INK = "#20252b"
FAINT = "#5e666f"
"""Text of less weight; 5.6 to 1 on white."""
RULE = "#d5d9dd"
PAPER = "#ffffff"
SEA = "#eef3f6"
LAND = "#f7f5f0"
"""Countries that are no actors here."""
BORDER = "#ffffff"
ACCENT = "#c8102e"

RUSSIA = "#8c2d3f"
UKRAINE = "#f0cc3a"
UKRAINE_INK = "#7a5c00"
"""Ukraine's colour where it must be read as a line or a text on white."""
COALITION = "#1d5288"

STANCES = dict(zip(STATUSES, ("#d0ccc1", "#b9d0e6", "#6d9dc8", "#1d5288"), strict=True))
"""Fill of an ally by its status, from out to in."""
OPPOSED = "#e88f62"
BLOCKING = "#b3541e"

PROMISED, TRUE, BELIEVED = "#5e666f", "#1d5288", "#c8691c"
GAP = "#f6dcc3"
TWIN = "#7b8591"
PAST_BRANCH = "#a6741c"
FOR, AGAINST = "#1d5288", "#c8691c"
"""What speaks for a choice, and for its rival."""

RUNG_COLOURS = dict(
    zip(
        RUNGS,
        ("#f7f0da", "#f6e3b4", "#f3d18a", "#efbb66", "#e8a04c", "#de843f", "#d96f42", "#b9483a", "#9c2f3b", "#7d1f3b", "#4f1130"),
        strict=True,
    )
)
"""From pale to dark, so that the order reads without hue."""

OUTCOME_COLOURS = dict(
    zip((outcome.name for outcome in WORST), ("#6d9dc8", "#f3d18a", "#e8a04c", "#d96f42", "#9c2f3b", "#4f1130"), strict=True)
)

FONT = 'Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif'

TITLE, BODY, SMALL, TINY = 15.0, 13.0, 11.0, 9.5
"""Sizes of type, in pixels at a drawing's own width."""

CSS = f"""
.drawing {{ font-family: {FONT}; color: {INK}; background: {PAPER}; font-size: {BODY}px; line-height: 1.35; }}
.drawing svg {{ display: block; width: 100%; height: auto; font-family: {FONT}; overflow: hidden; }}
.drawing h2 {{ font-size: {TITLE}px; line-height: 1.25; margin: 0 0 2px; padding-top: 6px; border-top: 1px solid {INK}; }}
.drawing h2, .drawing h3 {{ font-weight: 700; }}
.drawing h2 span {{ font-weight: 400; color: {FAINT}; font-size: {BODY}px; }}
.drawing p {{ margin: 2px 0 6px; }}
.drawing .source, .drawing .note {{ color: {FAINT}; font-size: {SMALL}px; margin: 4px 0 0; }}
.drawing .source {{ font-size: {TINY + 0.5}px; }}
.drawing text {{ fill: {INK}; font-size: {SMALL}px; }}
.drawing text.small {{ font-size: {TINY}px; }}
.drawing text.sector {{ font-size: {BODY - 0.5}px; }}
.drawing text.strong {{ font-weight: 700; }}
.drawing text.faint {{ fill: {FAINT}; }}
.drawing text.light {{ fill: {PAPER}; }}
.drawing text.halo {{ paint-order: stroke; stroke: {PAPER}; stroke-opacity: .85; stroke-width: 2.6px; stroke-linejoin: round; }}
.drawing text.on-dark {{ fill: {PAPER}; paint-order: stroke; stroke: {INK}; stroke-opacity: .55; stroke-width: 2px; }}
.drawing .legend {{ display: flex; flex-wrap: wrap; gap: 2px 12px; font-size: {SMALL}px; color: {INK}; margin: 2px 0 6px; }}
.drawing .legend i {{ display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin-right: 4px; }}
.drawing .legend i.round {{ border-radius: 50%; }}
.drawing [data-actor], .drawing [data-sector] {{ cursor: pointer; }}
.drawing [data-actor]:hover path.country {{ stroke: {INK}; stroke-width: 1.2; }}
.drawing [data-actor]:focus, .drawing [data-sector]:focus {{ outline: none; }}
.drawing [data-actor]:focus-visible, .drawing [data-sector]:focus-visible {{ outline: 2px solid {ACCENT}; outline-offset: 1px; }}
.drawing [data-actor]:focus-visible path.country, .drawing .chosen path.country {{ stroke: {INK}; stroke-width: 1.8; }}
.drawing .grid {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(270px, 1fr)); gap: 10px 20px; }}
.drawing .pair {{ display: flex; flex-wrap: wrap; gap: 12px 20px; }}
.drawing .pair > .wide {{ flex: 3 1 480px; min-width: 0; }}
.drawing .pair > .narrow {{ flex: 2 1 330px; min-width: 0; }}
.drawing figure {{ margin: 0; min-width: 0; }}
.drawing h3 {{ font-size: {BODY}px; margin: 6px 0 2px; }}
.drawing h3 span {{ font-weight: 400; color: {FAINT}; font-size: {SMALL}px; }}
.drawing table {{ border-collapse: collapse; width: 100%; font-size: {SMALL + 0.5}px; }}
.drawing td, .drawing th {{ text-align: left; vertical-align: top; padding: 3px 6px 3px 0; border-bottom: 1px solid {RULE}; }}
.drawing th {{ color: {FAINT}; font-weight: 400; }}
.drawing td.number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
.drawing td.bar {{ width: 170px; min-width: 130px; }}
.drawing td i {{ display: inline-block; width: 10px; height: 10px; margin-right: 5px; }}
.drawing td small {{ color: {FAINT}; font-size: {SMALL}px; }}
.drawing summary {{ cursor: pointer; color: {FAINT}; font-size: {SMALL}px; }}
.drawing ul.acts {{ list-style: none; margin: 6px 0 2px; padding: 0; font-weight: 500; }}
.drawing .note i {{ display: inline-block; width: 22px; vertical-align: 3px; border-top: 2px solid; }}
.drawing .phone {{ display: none; }}
.decision {{ max-width: 760px; }}
.headline {{ border-top: 5px solid {ACCENT}; padding-top: 6px; }}
.headline h1 {{ font-size: 25px; line-height: 1.15; margin: 0; font-weight: 700; letter-spacing: -.01em; }}
.headline p {{ color: {FAINT}; margin: 4px 0 0; }}
.log ol {{ list-style: none; margin: 0; padding: 0; }}
.log li {{ border-bottom: 1px solid {RULE}; padding: 5px 0; }}
.log .when {{ color: {FAINT}; font-size: {SMALL}px; }}
.log .rung {{ display: inline-block; padding: 0 6px; border-radius: 2px; margin-left: 6px; }}
.log p {{ margin: 2px 0; }}
.log .aside {{ color: {FAINT}; font-size: {SMALL + 0.5}px; }}
@media (max-width: 600px) {{
  .drawing .europe text {{ font-size: 19px; }}
  .drawing .europe text.small {{ font-size: 17px; }}
  .drawing .front text, .drawing .front text.small {{ font-size: 14px; }}
  .drawing.strip text, .drawing.strip text.small {{ font-size: 19px; }}
  .drawing.decision > svg text, .drawing.decision > svg text.small {{ font-size: 15px; }}
  .drawing.odds text, .drawing.odds text.small {{ font-size: 13px; }}
  .drawing .desk {{ display: none; }}
  .drawing .note i {{ display: inline-block; width: 22px; vertical-align: 3px; border-top: 2px solid; }}
.drawing .phone {{ display: block; }}
  .drawing .minor {{ display: none; }}
  .headline h1 {{ font-size: 20px; }}
}}
"""
"""The page includes this once; every drawing stands in an element of class `drawing`."""


def ink_on(fill: str) -> str:
    """Black or white, whichever reads better on this colour (relative luminance, WCAG 2)."""
    red, green, blue = (_linear(int(fill[place : place + 2], 16) / 255) for place in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return INK if (luminance + 0.05) / 0.068 > 1.05 / (luminance + 0.05) else PAPER


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
