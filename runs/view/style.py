"""The page's style sheet, beside that of the drawings: the grid, the controls, a visible focus, a phone's width."""

from .drawing import palette

CSS = (
    palette.CSS
    + f"""
body, .v-application {{ background: {palette.PAPER} !important; font-family: {palette.FONT}; }}
.desk-page {{ color: {palette.INK}; font-size: {palette.BODY}px; }}
.visually-hidden {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }}
.sheet {{ max-width: 1500px; margin: 0 auto; padding: 8px 20px 24px; }}
.sheet > * {{ margin-bottom: 12px; }}
.top {{ display: flex; flex-wrap: wrap; gap: 8px 26px; align-items: end; border-top: 5px solid {palette.ACCENT}; padding-top: 6px; }}
.top .drawing.headline {{ border-top: 0; padding-top: 0; }}
.top > :first-child {{ flex: 1 1 620px; min-width: 0; }}
.top > :last-child {{ flex: 0 1 auto; min-width: 0; }}
.top > details.plan[open] {{ flex-basis: 100%; }}
.desk-page .drawing.headline {{ font-size: {palette.BODY}px !important; line-height: 1.35 !important; letter-spacing: 0 !important; }}
.controls {{ position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: center; gap: 6px 18px; padding: 8px 20px;
  background: {palette.INK}; color: {palette.PAPER}; }}
.controls .buttons {{ display: flex; gap: 6px; }}
.controls .scrub {{ flex: 1 1 280px; display: flex; align-items: center; gap: 12px; }}
.controls .where {{ white-space: nowrap; font-variant-numeric: tabular-nums; min-width: 235px; }}
.controls .day {{ opacity: .8; }}
.controls input[type=range] {{ flex: 1 1 120px; min-width: 100px; accent-color: {palette.UKRAINE}; }}
.controls .switch {{ white-space: nowrap; }}
.desk-page button, .desk-page select, .desk-page input[type=text], .desk-page input[type=search] {{ font: inherit; color: {palette.INK}; background: {palette.PAPER};
  border: 1px solid #8d959d; border-radius: 3px; padding: 5px 10px; min-height: 32px; appearance: auto; }}
.desk-page button {{ cursor: pointer; font-weight: 500; }}
.desk-page button.main {{ background: {palette.UKRAINE}; border-color: {palette.UKRAINE}; min-width: 64px; }}
.desk-page .sheet button.main {{ background: {palette.COALITION}; border-color: {palette.COALITION}; color: {palette.PAPER}; }}
.desk-page button:disabled, .desk-page select:disabled {{ opacity: .5; cursor: default; }}
.desk-page button:hover:enabled {{ filter: brightness(.94); }}
.desk-page :focus-visible {{ outline: 3px solid #f08a24; outline-offset: 2px; border-radius: 2px; }}
.notice {{ display: flex; gap: 12px; align-items: center; justify-content: space-between; padding: 6px 20px; background: #f6f1e4;
  border-left: 6px solid {palette.PAST_BRANCH}; margin-bottom: 8px; }}
.notice.alert {{ background: #fdecea; border-color: {palette.ACCENT}; margin: 0; }}
.failed {{ padding: 10px; background: #fdecea; }}
.columns {{ display: grid; grid-template-columns: minmax(0, 1.75fr) minmax(300px, 1fr); gap: 14px 26px; }}
.columns > * > * + * {{ margin-top: 14px; }}
.slim .ladder svg {{ max-width: 360px !important; }}
.log ol {{ columns: 330px; column-gap: 26px; column-rule: 1px solid {palette.RULE}; }}
.log li {{ break-inside: avoid; }}
.condition {{ border: 0; padding: 0; margin: 6px 0 0; display: flex; flex-wrap: wrap; gap: 2px 16px; }}
.late {{ color: {palette.FAINT}; }}
.actor, .keep {{ display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: end; margin: 8px 0; }}
.actor label, .keep label, .plan label {{ display: flex; flex-direction: column; gap: 2px; color: {palette.FAINT};
  font-size: {palette.SMALL}px; }}
.actor select, .keep input, .plan select, .plan input {{ font-size: {palette.BODY}px; max-width: 100%; }}
.actor label, .keep label, .plan label {{ min-width: 0; max-width: 100%; }}
.keep {{ border-top: 1px solid {palette.RULE}; padding-top: 10px; }}
.keep .wide {{ flex: 1 1 320px; }}
.glossary dl {{ columns: 330px; column-gap: 26px; }}
.glossary dt {{ font-weight: 700; break-after: avoid; }}
.glossary dd {{ margin: 0 0 8px; break-inside: avoid; }}
.glossary summary {{ cursor: pointer; font-weight: 700; padding: 6px 0; }}
.plan {{ border: 1px solid {palette.RULE}; border-radius: 4px; padding: 6px 12px; }}
.plan summary {{ cursor: pointer; font-weight: 700; padding: 2px 0; }}
.plan .mark {{ color: {palette.BLOCKING}; }}
.plan .fields, .plan .do {{ display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: end; margin: 8px 0; }}
.plan .do {{ align-items: center; position: sticky; top: 48px; background: {palette.PAPER}; padding: 6px 0; z-index: 2; }}
.plan .fields .wide {{ flex: 1 1 260px; }}
.plan .fields input {{ width: 130px; }}
.plan .about {{ color: {palette.FAINT}; max-width: 900px; margin: 4px 0; }}
.plan .group {{ border-top: 1px solid {palette.RULE}; padding: 4px 0; }}
.plan .levers {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 10px 24px; padding: 6px 0; }}
.plan .lever .name {{ display: flex; justify-content: space-between; font-weight: 500; }}
.plan .lever label {{ color: {palette.INK}; font-size: {palette.BODY}px; }}
.plan .lever input[type=range] {{ width: 100%; accent-color: {palette.COALITION}; }}
.plan .lever select {{ width: 100%; }}
.plan .lever p {{ margin: 0; color: {palette.FAINT}; font-size: {palette.SMALL}px; line-height: 1.3; }}
.plan .numbers code {{ font-size: {palette.SMALL}px; overflow-wrap: anywhere; }}
.plan .numbers .fields input {{ width: 100%; max-width: 420px; }}
.plan .numbers .lever input {{ width: 100%; }}
.plan .pinned {{ list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 16px; }}
.plan .count {{ color: {palette.FAINT}; margin: 4px 0; }}
.plan .lever.moved {{ box-shadow: -4px 0 0 {palette.BLOCKING}; padding-left: 6px; margin-left: -6px; }}
.plan output {{ font-variant-numeric: tabular-nums; }}
@media (max-width: 1000px) {{
  .columns {{ grid-template-columns: minmax(0, 1fr); }}
}}
@media (max-width: 600px) {{
  .sheet {{ padding: 8px 10px 20px; }}
  .controls {{ padding: 6px 10px; }}
  .controls .buttons {{ width: 100%; }}
  .controls .buttons button {{ flex: 1; padding: 5px 4px; min-height: 40px; }}
  .controls .scrub {{ flex-wrap: wrap; flex-basis: 100%; gap: 2px; }}
  .plan .do {{ position: static; }}
}}
"""
)
