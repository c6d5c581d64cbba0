"""Games and laws with a known answer, put to the very rules that contain them: X1 to X15 of the evidence."""
