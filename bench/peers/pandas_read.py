"""Reads a CSV with pandas' C engine; with --profile also what Basin tells of each column; with --exact the nearest doubles."""
import json
import resource
import sys
import time

import pandas

*options, path = sys.argv[1:]


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


before = peak()
processor, began = time.process_time(), time.perf_counter()
precision = "round_trip" if "--exact" in options else None
table = pandas.read_csv(path, engine="c", float_precision=precision)
if "--profile" in options:
    table.describe()
    table.nunique()
wall, cpu = time.perf_counter() - began, time.process_time() - processor
print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak(), "before": before}))
