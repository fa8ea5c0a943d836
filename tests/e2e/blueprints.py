#!/usr/bin/env python3
"""Writes every blueprint with the command line and lets the referees judge it: `blueprints.py ESTIBA`.

The facts of `../shared/blueprints`, where they are, are checked with `../shared/acceptance/check_export.py`; everywhere, the real
Docker Compose must take the export without a word, and the same blueprint must give the same files but for its secrets.
"""
import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
COMPOSE = os.environ.get("DOCKER_COMPOSE", "docker-compose")
# Secrets are made anew for each export.
SECRET = {".env"}


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120)


def compose_file(folder):
    """The compose file of an export: by its default name, or the one that has another."""
    default = [folder / name for name in ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")]
    others = [file for file in sorted(folder.glob("*.y*ml")) if "\nservices:" in f"\n{file.read_text()}"]
    return next((file for file in [*default, *others] if file.exists()), default[0])


def complaint(estiba, name, folder):
    """What is wrong with a blueprint's export, or nothing."""
    first, second = folder / "first", folder / "second"
    for place in (first, second):
        done = run(estiba, "blueprint", name, place)
        if done.returncode != 0:
            return f"estiba refuses to write it: {done.stderr}"
    differs = set(filecmp.dircmp(first, second).diff_files) - SECRET
    if differs:
        return f"two exports differ in {sorted(differs)}"
    done = run(COMPOSE, "-f", compose_file(first), "--project-directory", first, "config", "--quiet")
    if done.returncode != 0 or done.stderr.strip():
        return f"Docker Compose says: {done.stderr}"
    facts, check = SHARED / f"blueprints/{name}.yaml", SHARED / "acceptance/check_export.py"
    if not (facts.exists() and check.exists()):
        print(f"       {name}: facts skipped, they are not there")
        return None
    done = run(sys.executable, check, first, facts)
    print(f"       {name}: {done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ''}")
    return None if done.returncode == 0 else done.stdout + done.stderr


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    estiba = Path(sys.argv[1]).resolve()
    listed = run(estiba, "blueprint", "--list")
    names = [line.split()[0] for line in listed.stdout.splitlines() if line.strip()]
    if listed.returncode != 0 or not names:
        sys.exit(f"estiba lists no blueprint: {listed.stderr}")
    failed = 0
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            wrong = complaint(estiba, name, Path(folder))
        print(f"{'FAILED' if wrong else 'ok    '} {name}")
        if wrong:
            failed += 1
            print(wrong)
    print(f"blueprint: {len(names) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
