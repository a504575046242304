#!/usr/bin/env python3
"""Runs the command over the conformance cases and compares what it prints with what it must print.

usage: conformance.py KPI_JAR [FOLDER]     the folder of cases is ../shared/conformance by default

Each case is a folder with data/ and runs: NAME.args holds the arguments of kpi report one a line, NAME.json the document
it must print. Numbers may differ by 1e-12, indicators stand in the order of the expected document, and indicators that
come after those are left unread. The exit code is 1 if anything differs.
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

TOLERANCE = 1e-12


def run(jar, args_file):
    """What is wrong with one run, or None."""
    data = args_file.parent / "data"
    args = args_file.read_text(encoding="utf-8").splitlines()
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar), "report"]
    done = subprocess.run(
        command + ["--data", str(data), "--format", "json"] + args, capture_output=True, timeout=120, check=False
    )
    stderr = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode != 0:
        return f"exit code {done.returncode}: {stderr[:400]}"
    expected = json.loads(args_file.with_suffix(".json").read_text(encoding="utf-8"))
    try:
        printed = json.loads(done.stdout.decode("utf-8"))
    except ValueError as error:
        return f"printed no JSON: {error}"
    return difference(expected, printed, "")


def difference(expected, printed, where):
    """The first difference of two documents, or None."""
    place = where or "document"
    if is_number(expected) and is_number(printed):
        close = abs(expected - printed) <= TOLERANCE * max(1.0, abs(expected))
        return None if close else f"{place}: expected {expected}, printed {printed}"
    if type(expected) is not type(printed):
        return f"{place}: expected {short(expected)}, printed {short(printed)}"
    if isinstance(expected, list):
        if len(expected) != len(printed):
            return f"{place}: expected {len(expected)} elements, printed {len(printed)}"
        pairs = ((e, p, f"{where}[{i}]") for i, (e, p) in enumerate(zip(expected, printed)))
    elif isinstance(expected, dict):
        names = list(printed)
        if where.endswith(".indicators"):
            names = names[: len(expected)]
            if names != list(expected):
                return f"{place}: expected the order {list(expected)}, printed {names}"
        elif set(names) != set(expected):
            return f"{place}: expected {sorted(expected)}, printed {sorted(names)}"
        pairs = ((expected[name], printed[name], f"{where}.{name}") for name in expected)
    else:
        return None if expected == printed else f"{place}: expected {short(expected)}, printed {short(printed)}"
    return next((found for pair in pairs if (found := difference(*pair)) is not None), None)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def short(value):
    return json.dumps(value, ensure_ascii=False)[:120]


def main(arguments):
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    jar = pathlib.Path(arguments[0])
    here = pathlib.Path(__file__).resolve().parent
    folder = pathlib.Path(arguments[1]) if len(arguments) == 2 else here.parent.parent / "shared" / "conformance"
    if not jar.is_file():
        sys.exit(f"{jar} does not exist, expected the jar of the command")
    runs = sorted(folder.glob("*/*.args"))
    if not runs:
        sys.exit(f"{folder} holds no cases")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for args_file, problem in zip(runs, pool.map(lambda found: run(jar, found), runs)):
            if problem is not None:
                failed += 1
                print(f"{args_file.relative_to(folder).with_suffix('')}: {problem}")
    print(f"{len(runs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
