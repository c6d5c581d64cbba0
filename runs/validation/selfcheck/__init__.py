"""Whether this machine plays the very futures that every other plays.

It holds hashes that come with the program against those made here, and finds where a difference begins.
"""
