"""Whether it holds under bad input and sudden death: a seeded fuzzer of everything people type or hand over, and kills.

`python -m reassure.runs.reliability --out docs/reliability.md` runs both and writes the page. Needs the extra `test`.
"""
