"""Runs the oracle on each folder of an export named on a line of stdin, and prints its answer on a line.

Where an exposure has fewer complete rows than the model has columns, the oracle stops with an IndexError; what it would
say is too_few. Such a model is answered so here, and "oracle stopped" stands in place of its columns. Where a covariate is there for one row alone, that
row's leverage is 1 and the oracle divides nothing by nothing; what came of it, if not a number, is "not finite" here.
"""
import json, math, pathlib, sys

sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
import oracle

estimate = oracle.estimate


def careful(*model):
    try:
        return estimate(*model)
    except IndexError:
        return "too_few", ["oracle stopped"], []


def finite(value):
    if isinstance(value, dict):
        return {key: finite(it) for key, it in value.items()}
    if isinstance(value, list):
        return [finite(it) for it in value]
    return "not finite" if isinstance(value, float) and not math.isfinite(value) else value


oracle.estimate = careful
for line in sys.stdin:
    folder = pathlib.Path(line.rstrip("\n"))
    said = oracle.findings(oracle.read(folder / "daily.csv"), oracle.read(folder / "data-dictionary.csv"))
    print(json.dumps(finite(said)), flush=True)
