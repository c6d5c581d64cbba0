"""The world: one record of state, the turn, the front, the ladder, the Mesa model."""
