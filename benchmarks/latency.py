"""From the end of a window to its trends in the table, of a feed that goes on.

    python3 benchmarks/latency.py --rate 500 --minutes 21

Posts without trends are written into a spool as fast as in life, `ingest` and `detect-trends` follow it, each in a process
of its own on this machine. For each window of five minutes the seconds are printed from its end, as the feed's clock has it,
to the commit of gold.trends that decides it; ten of them are the wait for what comes late.
"""

import argparse
import datetime
import json
import math
import os
import pathlib
import re
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
WIDTH = 300
DELAY = 10
LEAST_WINDOWS = 2
AFTERWARDS = 150


def start(name, *arguments, folder):
    log = (folder / f"{name}.out").open("wb")
    return subprocess.Popen([HERE / "groundswell", name, *arguments], stdout=log, stderr=subprocess.STDOUT)


def first_received(spool, writer):
    """Waits for the first frame; returns its time as the feed has it and as this machine does."""
    while True:
        for segment in sorted(spool.glob("*.ndjson")):
            found = re.search(rb'"received_at":\s*(\d+)', segment.open("rb").readline())
            if found:
                return int(found[1]) / 1e6, time.time()
        if writer.poll() is not None:
            raise SystemExit("simulate ended without a frame")
        time.sleep(0.02)


def decided_through(commit):
    """The moment through which a commit decides, and when it was written."""
    through = None
    for line in commit.read_text().splitlines():
        action = json.loads(line)
        if "txn" in action:
            through = action["txn"]["version"] / 1e6
    return through, commit.stat().st_mtime


def utc(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%H:%M:%S")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rate", type=int, default=500, help="posts a second")
    options.add_argument("--minutes", type=float, default=21)
    options.add_argument("--trigger", default="1s")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        spool, lake = folder / "spool", folder / "lake"
        posts = int(given.rate * 60 * given.minutes)
        writer = start(
            "simulate", "--spool", spool, "--truth", folder / "truth.json", "--profile", "null", "--posts", str(posts),
            "--days", str(given.minutes / 1440), "--pace", "1", folder=folder)
        jobs = []
        try:
            feed_start, wall_start = first_received(spool, writer)
            print("feed begins at", utc(feed_start), flush=True)
            jobs.append(start("ingest", "--spool", spool, "--lake", lake, "--trigger", given.trigger, folder=folder))
            while not (lake / "ops/frontiers/_delta_log").is_dir():
                time.sleep(0.2)
            jobs.append(start("detect-trends", "--lake", lake, "--trigger", given.trigger, folder=folder))
            time.sleep(max(0, wall_start + 60 * given.minutes + AFTERWARDS - time.time()))
        finally:
            for process in [writer, *jobs]:
                process.terminate()
            for process in [writer, *jobs]:
                process.wait()
        commits = sorted(
            moment for moment in map(decided_through, (lake / "gold/trends/_delta_log").glob("*.json")) if moment[0])
        feed_end = feed_start + 60 * given.minutes
        seconds = []
        end = (math.floor(feed_start / WIDTH) + 1) * WIDTH
        while end + DELAY < feed_end:
            written = [at for through, at in commits if through >= end + DELAY]
            if written:
                seconds.append(min(written) - (wall_start + end - feed_start))
                print(f"window to {utc(end)}: {seconds[-1]:.1f} s", flush=True)
            else:
                print(f"window to {utc(end)}: not decided", flush=True)
                seconds.append(math.inf)
            end += WIDTH
        if len(seconds) < LEAST_WINDOWS:
            raise SystemExit("too few windows: name more --minutes")
        ordered = sorted(seconds)
        rank = math.ceil(0.95 * len(ordered)) - 1
        print(f"{len(ordered)} windows: median {ordered[len(ordered) // 2]:.1f} s, p95 {ordered[rank]:.1f} s, longest"
              f" {ordered[-1]:.1f} s; {given.rate} posts a second, {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
