"""Whether a server or a page keeps to tarry/1: named cases that anybody's program can be held against."""
