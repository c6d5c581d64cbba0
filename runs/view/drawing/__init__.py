"""Drawings of a future as SVG and HTML texts: pure functions of its weeks, which fetch nothing and keep no state."""
