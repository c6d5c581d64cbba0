"""The minds: what each capital sees, weighs and decides. Imports nothing from the floors above."""
