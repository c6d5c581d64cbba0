"""The commands of `reassure`, one a file: each reads its options, asks the lower floors, and prints. `group` puts them together."""
