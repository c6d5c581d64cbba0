"""The uses of the model, room by room; each imports only from those named before it (`tests/test_house.py`).

`console` (terminal, options), `files` (written whole), `numbers` (the declared numbers, read from the rules), `docs_pages`
(generated pages), `mutation` (whether tests object), `ensemble` (many futures, compared), `baseline` (what the rules came to),
`story` (one future in words), `store` (rows on disk), `batch` (experiments played into a store), `validation` (whether the rules
deserve belief: `verification`, `ablation`, `calibration`, `claims`, `effects`, `selfcheck`), `speed` (what they cost), `figures`
(pictures of comparisons), `view` (the browser), `commands` and `cli` (the command line).
"""
