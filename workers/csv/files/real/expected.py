"""What the files of this folder hold, read with Python alone: python3 workers/csv/files/real/expected.py > expected.json"""

import csv
import hashlib
import json
import math
import os
import struct

HERE = os.path.dirname(os.path.abspath(__file__))


def lines(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as file:
        return file.read().split("\n")


def column(name, texts, kind="numeric"):
    present = [float(text) for text in texts if text != "NA"]
    packed = b"".join(struct.pack("<d", value) for value in present)
    return {
        "name": name,
        "type": kind,
        "missing": len(texts) - len(present),
        "min": min(present),
        "max": max(present),
        "mean": math.fsum(present) / len(present),
        "bits": hashlib.sha256(packed).hexdigest(),
    }


def words(name, reason=None):
    return {"name": name, "type": "words", "reason": reason}


def outcome(rows, columns, warnings=(), choice=None, comments=0, **dialect):
    return {
        "choice": choice or {},
        "rows": len(rows),
        "columns": columns,
        "warnings": list(warnings),
        "commentLines": comments,
        "dialect": dialect,
    }


def nist(name):
    rows = [line.split() for line in lines(name)[60:] if line.strip()]
    numbers = [column(f"column_{i + 1}", [row[i] for row in rows]) for i in range(2)]
    choice = {"skip": 60, "header": False, "delimiter": " "}
    return outcome(rows, numbers, [], choice, header=False, skip=60)


def aligned(name, kinds=()):
    rows = [line.split() for line in lines(name) if line.strip()]
    kinds = [*kinds, *["numeric"] * (len(rows[0]) - len(kinds))]
    numbers = [column(f"column_{i + 1}", [row[i] for row in rows], kind) for i, kind in enumerate(kinds)]
    return outcome(rows, numbers, delimiter=" ", header=False)


def degrees():
    with open(os.path.join(HERE, "degrees.csv"), newline="") as file:
        names, *rows = csv.reader(file)
    kinds = ["identifier"] + ["numeric"] * (len(names) - 1)
    columns = [column(name, [row[i] for row in rows], kinds[i]) for i, name in enumerate(names)]
    return outcome(rows, columns, delimiter=",", header=True, decimal=".")


def leap_seconds():
    all_lines = [line for line in lines("leap-seconds.list") if line]
    rows = [line.split() for line in all_lines if not line.startswith("#")]
    columns = [
        column(f"column_{i + 1}", [row[i] for row in rows], kind) if kind else words(f"column_{i + 1}")
        for i, kind in enumerate(["numeric", "identifier", None, "numeric", None, "numeric"])
    ]
    comments = len(all_lines) - len(rows)
    return outcome(rows, columns, ["comment-lines"], comments=comments, delimiter=" ", header=False, comment="#")


def logarithms():
    all_lines = lines("logarithms-hexadecimal.csv")
    rows = [line.split(",") for line in all_lines[1:] if line.strip() and not line.startswith("#")]
    comments = sum(line.startswith("#") for line in all_lines)
    columns = [
        words("dtype"),
        words("input", "hexadecimal"),
        words("output", "hexadecimal"),
        column("ulperrortol", [row[3] for row in rows]),
    ]
    warnings = ["comment-lines", "hexadecimal", "hexadecimal"] + (["blank-lines"] if "" in all_lines[1:-1] else [])
    return outcome(rows, columns, warnings, comments=comments, delimiter=",", header=True, comment="#")


def random_hexadecimal():
    rows = [line.split(", ") for line in lines("random-hexadecimal.csv")[1:] if line]
    columns = [column("seed", [row[0] for row in rows], "identifier"), words("0xdeadbeaf", "hexadecimal")]
    return outcome(rows, columns, ["hexadecimal"], delimiter=",", header=True)


print(
    json.dumps(
        {
            "norris.dat": nist("norris.dat"),
            "sm-ls-07.dat": nist("sm-ls-07.dat"),
            "iris-scientific.txt": aligned("iris-scientific.txt"),
            "whole-numbers.txt": aligned("whole-numbers.txt"),
            "powers.csv": aligned("powers.csv", ["identifier"]),
            "degrees.csv": degrees(),
            "leap-seconds.list": leap_seconds(),
            "logarithms-hexadecimal.csv": logarithms(),
            "random-hexadecimal.csv": random_hexadecimal(),
            "zone1970.tab": {"refused": "no-numeric-column"},
        },
        indent=1,
    )
)
