#!/usr/bin/env python3
"""Runs the command over real exports and compares what it prints with the figures published with them.

usage: figures.py KPI_JAR DATA_FOLDER

An export that is not in the folder is left out, and said to be. The exit code is 1 if a figure differs.
"""

import json
import pathlib
import subprocess
import sys

ALL_TIME = ["--from", "2000-01-01", "--to", "2030-01-01"]


def report(jar, *args):
    """The JSON document and the lines on stderr of one run."""
    command = ["java", "-jar", str(jar), "report", "--format", "json", *map(str, args)]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    stderr = done.stderr.decode("utf-8")
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\nexit code {done.returncode}\n{stderr}")
    return json.loads(done.stdout.decode("utf-8")), stderr.splitlines()


def zoho(jar, data):
    """Quotes as proposals: 866 won and 444 lost, less the two of each that were changed before they were created."""
    document, account = report(jar, "--data", data, "--source", "zoho", "--lenient", *ALL_TIME)
    indicators = document["indicators"]
    acceptance = indicators["proposal-acceptance-rate"]
    set_aside = [line for line in account if line.startswith("Quotes.csv:") and "decided_at" in line and "is before" in line]
    yield "quotes set aside", 4, len(set_aside)
    yield "quotes won, lost, open", (864, 442, 1690), (acceptance["hits"], acceptance["misses"], acceptance["open"])
    yield "won amount", "89066200.00", indicators["revenue"]["amount"]
    yield "won deals", 1425, indicators["contracts"]["count"]
    yield "outbound calls", 540, indicators["calls"]["count"]
    yield "events", 2978, indicators["meetings"]["count"]
    for file, rows in {"Calls": 4100, "Events": 2978, "Leads": 3900, "Quotes": 3000, "Potentials": 3632}.items():
        yield f"rows of {file}", True, f"{file}.csv: {rows} rows read" in account
    yield "calls made", True, "    4100 calls made" in account


def zoho_deals(jar, data):
    """Deals as proposals."""
    document, _ = report(jar, "--data", data, "--source", "zoho-deals", *ALL_TIME)
    acceptance = document["indicators"]["proposal-acceptance-rate"]
    yield "deals won, lost, open", (1425, 485, 1722), (acceptance["hits"], acceptance["misses"], acceptance["open"])
    yield "win rate", 0.7461, round(document["indicators"]["win-rate"]["rate"], 4)
    yield "won amount", "89066200.00", document["indicators"]["revenue"]["amount"]


def zoho_by_a_mapping_of_ones_own(jar, data):
    """The printed mapping, given back, reads the same."""
    printed = subprocess.run(["java", "-jar", str(jar), "mapping", "zoho-deals"], capture_output=True, check=True)
    mapping = pathlib.Path("target/zoho-deals.yaml")
    mapping.parent.mkdir(exist_ok=True)
    mapping.write_bytes(printed.stdout)
    built_in, _ = report(jar, "--data", data, "--source", "zoho-deals", *ALL_TIME)
    own, _ = report(jar, "--data", data, "--mapping", mapping, *ALL_TIME)
    yield "report by the printed mapping", built_in, own


def main():
    jar, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    checks = [("zoho_crm_demo", zoho), ("zoho_crm_demo", zoho_deals), ("zoho_crm_demo", zoho_by_a_mapping_of_ones_own)]
    passed = failed = 0
    for export, check in checks:
        data = folder / export
        if not data.is_dir():
            print(f"{export}: left out, it is not there")
            continue
        for what, expected, found in check(jar, data):
            if expected == found:
                passed += 1
            else:
                failed += 1
                print(f"{export}, {what}: expected {expected}, found {found}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
