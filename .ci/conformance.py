#!/usr/bin/env python3
"""Runs the command over the cases that lie beside the checkout, and compares what it prints with what it must print.

usage: conformance.py KPI_JAR SHARED [PATTERN]     SHARED holds the folders conformance-next and cases

conformance-next/FOLDER/NAME.args holds the arguments one a line, the first a subcommand if it has no leading dash, and
NAME.json the document that must be printed. Numbers may differ by 1e-12, indicators stand in the order of the expected
document, and with --indicators they are exactly those; without, indicators that come after them are left unread. The cases
of cases/ are compared as its cases.py does.

.ci/pending.txt has patterns of cases that fail as yet. The exit code is 1 if another case fails, one of them passes, or a
pattern names no case. With a PATTERN only the cases that match it run.
"""

import concurrent.futures
import fnmatch
import importlib.util
import json
import os
import pathlib
import shlex
import sys

from command import Command

TOLERANCE = 1e-12
PENDING = pathlib.Path(__file__).resolve().parent / "pending.txt"


def document_problem(command, args_file):
    """What is wrong with a case whose document is known, or None."""
    words = args_file.read_text(encoding="utf-8").splitlines()
    subcommand = [] if words[0].startswith("-") else [words.pop(0)]
    code, out, err = command.run(
        args_file.parent, (subcommand or ["report"]) + ["--data", "data", "--format", "json"] + words
    )
    if code != 0:
        return f"exit code {code}: {err.strip()[:300]}"
    expected = json.loads(args_file.with_suffix(".json").read_text(encoding="utf-8"))
    try:
        printed = json.loads(out)
    except ValueError as error:
        return f"printed no JSON: {error}"
    return Comparison("--indicators" in words, bool(subcommand)).difference(expected, printed, "")


class Comparison:
    """How a document is compared: whether indicators are exactly the expected ones, and whether it may say more of its terms."""

    def __init__(self, exact, free_terms):
        self.exact = exact
        self.free = {"where", "by"} if free_terms else set()

    def difference(self, expected, printed, where):
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
            if where.endswith("indicators"):
                names = names if self.exact else names[: len(expected)]
                if names != list(expected):
                    return f"{place}: expected the order {list(expected)}, printed {names}"
            elif set(names) - self.free != set(expected) - self.free or set(expected) - set(names):
                return f"{place}: expected {sorted(expected)}, printed {sorted(names)}"
            pairs = ((expected[name], printed[name], f"{where}.{name}") for name in expected)
        else:
            return None if expected == printed else f"{place}: expected {short(expected)}, printed {short(printed)}"
        return next((found for pair in pairs if (found := self.difference(*pair)) is not None), None)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def short(value):
    return json.dumps(value, ensure_ascii=False)[:120]


def checked_problem(command, folder, checks):
    """What is wrong with a case that is held against the checks of its folder, or None."""
    for cmd in sorted(folder.glob("cmd*")):
        name, *arguments = shlex.split(cmd.read_text(encoding="utf-8"))
        assert name == "kpi", f"{cmd} does not begin with kpi"
        check = folder / cmd.name.replace("cmd", "check")
        alternatives = json.loads(check.with_suffix(".json").read_text(encoding="utf-8"))
        answer = command.run(folder, arguments)
        reasons = ["; ".join(checks.unmet(wanted, *answer)) for wanted in alternatives]
        if "" not in reasons:
            return f"{cmd.name}: expected " + " OR ".join(reasons)
    return None


def cases(command, shared):
    """Of each case its name, and what finds out what is wrong with it."""
    folder = shared / "conformance-next"
    for args in sorted(folder.glob("*/*.args")):
        name = f"{folder.name}/{args.relative_to(folder).with_suffix('').as_posix()}"
        yield name, lambda args=args: document_problem(command, args)
    folder = shared / "cases"
    if folder.is_dir():
        spec = importlib.util.spec_from_file_location("cases", folder / "cases.py")
        checks = importlib.util.module_from_spec(spec)
        sys.dont_write_bytecode = True
        spec.loader.exec_module(checks)
        for case in sorted(found.parent for found in folder.glob("*/cmd")):
            yield f"{folder.name}/{case.name}", lambda case=case: checked_problem(command, case, checks)


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    jar, shared = (pathlib.Path(argument).resolve() for argument in arguments[:2])
    wanted = arguments[2] if len(arguments) == 3 else "*"
    if not jar.is_file():
        sys.exit(f"{jar} does not exist, expected the jar of the command")
    lines = [line.split("#")[0].strip() for line in PENDING.read_text(encoding="utf-8").splitlines()]
    patterns = [line for line in lines if line]
    with Command(jar) as command, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [case for case in cases(command, shared) if fnmatch.fnmatchcase(case[0], wanted)]
        if not found:
            sys.exit(f"{shared} holds no cases {wanted}")
        problems = list(pool.map(lambda case: case[1](), found))
    names = [name for name, _ in found]
    failures = 0
    pending = 0
    for name, problem in zip(names, problems):
        is_pending = any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
        pending += is_pending and problem is not None
        if is_pending == (problem is None):
            failures += 1
            print(f"{name}: {problem or f'passes, and is pending all the same: take it out of {PENDING.name}'}")
    unused = [pattern for pattern in patterns if wanted == "*" and not fnmatch.filter(names, pattern)]
    for pattern in unused:
        print(f"{PENDING.name}: {pattern} names no case")
    print(f"{problems.count(None)} passed, {pending} pending, {failures} otherwise than they should be")
    return 1 if failures or unused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
