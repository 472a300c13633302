"""A fuzzer for every reader, and for the laws of annotation: ``python -m tests.fuzz``.

Inputs are mutations of small valid files, by seed, name and number, so that each can
be made again alone: ``python -m tests.fuzz --only units.tmx --seed 1 --at 4711``.
"""
