"""Posts a second that `simulate` writes on one core, in each wire format.

    python3 benchmarks/simulate.py --posts 1000000

The posts go nowhere, so that no disk is measured; the start of the JVM is. Beside each format stands what a copy of as many
bytes by `cat` takes on the same core: how fast the machine is today.
"""

import argparse
import os
import pathlib
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
FORMATS = ["x", "x-v1", "jetstream", "mastodon", "flume", "csv", "json"]
ONE_CORE = ["taskset", "-c", "0"]


def seconds(command):
    began = time.perf_counter()
    subprocess.run([*ONE_CORE, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--posts", type=int, default=1_000_000)
    options.add_argument("--formats", nargs="+", default=FORMATS)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for wire in given.formats:
            simulate = [HERE / "groundswell", "simulate", "--posts", str(given.posts), "--format", wire,
                        "--truth", folder / "truth.json", "--file"]
            sample = folder / "posts.jsonl"
            took = seconds([*simulate, os.devnull])
            seconds([*simulate, sample])
            copied = seconds(["cat", sample])
            size = sample.stat().st_size
            sample.unlink()
            print(f"{wire}: {given.posts / took:,.0f} posts a second, {size / took / 1e6:.0f} MB a second;"
                  f" {took / copied:.0f} times cat", flush=True)


if __name__ == "__main__":
    main()
