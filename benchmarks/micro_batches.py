"""Cost of a micro-batch of ingest on a lake of many commits beside that on a young one.

    python3 benchmarks/micro_batches.py --commits 5000 --batches 60

A spool grows in three steps, each landed by a process of its own, in batches of a few posts: the first makes the young
lake's batches, the second ages the lake, the third makes the old one's. Of the first and the third, which are equally
cold, the median time from commit to commit is compared over their later halves, and the CPU seconds of the whole
process, start and compilation among them.
"""

import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent
LINES_A_BATCH = 12


class Spool:
    """A spool's one segment, to which the frames of another one are given piece by piece."""

    def __init__(self, source, folder):
        self.frames = (line for segment in sorted(source.glob("*.ndjson")) for line in segment.open("rb"))
        self.segment = folder / "000000000001.ndjson"
        folder.mkdir()

    def grow(self, batches):
        """Appends what makes as many batches, and returns the bytes of one."""
        lines = [next(self.frames) for _ in range(batches * LINES_A_BATCH)]
        with self.segment.open("ab") as out:
            out.writelines(lines)
        return sum(map(len, lines)) // batches


def land(spool, lake, bytes_a_batch):
    """Lands what is new; returns the number of batches and the CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [HERE / "groundswell", "ingest", "--spool", spool, "--lake", lake, "--trigger", "available-now", "--set",
         f"ingest.max-bytes-per-batch={bytes_a_batch}", "--json"],
        check=True, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout)["rows"]["batches"], cpu


def seconds_a_batch(lake, batches):
    """Returns the median time between the newest commits of the query, over half as many as the batches."""
    commits = [file for file in lake.glob("_checkpoints/ingest/**/commits/*") if file.name.isdigit()]
    times = [file.stat().st_mtime for file in sorted(commits, key=lambda file: int(file.name))[-batches // 2:]]
    return statistics.median(later - earlier for earlier, later in zip(times, times[1:]))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--commits", type=int, default=5000, help="of the old lake's tables, about")
    options.add_argument("--batches", type=int, default=60, help="that are compared")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(
            [HERE / "groundswell", "simulate", "--posts", str((given.commits + 3 * given.batches) * LINES_A_BATCH),
             "--spool", folder / "source", "--truth", folder / "truth.json"],
            check=True, stdout=subprocess.DEVNULL)
        spool = Spool(folder / "source", folder / "spool")
        lake = folder / "lake"
        measured = []
        landed = 0
        for batches, is_measured in ((given.batches, True), (given.commits - given.batches, False), (given.batches, True)):
            made, cpu = land(folder / "spool", lake, spool.grow(batches))
            landed += made
            median = seconds_a_batch(lake, made)
            print(f"to commit {landed}: {made} batches, {median * 1000:.0f} ms a batch, {cpu:.1f} CPU s", flush=True)
            if is_measured:
                measured.append((median, cpu))
        (young, young_cpu), (old, old_cpu) = measured
        print(f"ratio {old / young:.2f} by time, {old_cpu / young_cpu:.2f} by CPU; {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
