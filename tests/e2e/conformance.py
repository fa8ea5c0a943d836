#!/usr/bin/env python3
"""The command line against recorded answers of Docker Compose, in the cases about options: `conformance.py ESTIBA`.

What the engine makes of all cases is tested natively, in one process; a process a case would take many minutes. A case passes if
verdict, model and YAML are those of Docker Compose; of several faults it names one at random, so messages do not count here.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

RUNNER = Path(__file__).resolve().parents[2].parent / "shared/conformance/run.py"
CASES = "^(cli|profiles|gotest)-"
FIGURES = ("verdict", "model", "yaml", "warnings")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.NamedTemporaryFile("r") as report:
        subprocess.run([sys.executable, RUNNER, sys.argv[1], "--only", CASES, "--json", report.name], check=False)
        rows = [json.loads(line) for line in Path(report.name).read_text().splitlines() if line]
    missed = [row["id"] for row in rows if not all(row.get(figure, True) for figure in FIGURES)]
    for name in missed:
        print(f"FAILED {name}")
    print(f"conformance: {len(rows) - len(missed)} passed, {len(missed)} failed")
    sys.exit(1 if missed or not rows else 0)


if __name__ == "__main__":
    main()
