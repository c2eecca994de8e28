"""Five million new hashtags in ten minutes: what memory the jobs take, and what they still count right.

    python3 benchmarks/cardinality.py --seed 1

The simulator's profile `flood` is landed and decided, each in a process of its own. Printed are their seconds, their peaks
of resident memory, and how many of the 50 hashtags with the most authors of each decided window of five minutes are among
the 50 of gold.term_counts, with as many authors. What is true is counted here, from the frames, by nothing of Groundswell's.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
TOP = 50
WIDTH = 300
ONCE = re.compile("zq[a-z]{6}")
COUNTED = f"""
SELECT date_format(window_start, "yyyy-MM-dd'T'HH:mm") AS window, term, max_by(authors, decided_at) AS authors
FROM term_counts WHERE kind = 'hashtag' AND scope = 'all' AND window_width = {WIDTH} AND NOT term RLIKE '^{ONCE.pattern}$'
GROUP BY ALL
"""


def run(*arguments):
    """Runs a command; returns its document, its seconds and its peak of resident memory in MB."""
    begin = time.monotonic()
    process = subprocess.Popen([HERE / "groundswell", *map(str, arguments), "--json"], stdout=subprocess.PIPE)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{arguments[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return json.loads(printed), time.monotonic() - begin, usage.ru_maxrss / 1024


def window_of(moment):
    hour, minute = int(moment[11:13]), int(moment[14:16])
    return f"{moment[:11]}{hour:02}:{minute - minute % (WIDTH // 60):02}"


def authors_of(frames):
    """Returns the authors of each hashtag by window, and how many hashtags there are."""
    authors, tags = collections.defaultdict(lambda: collections.defaultdict(set)), set()
    with open(frames, encoding="utf-8") as lines:
        for line in lines:
            post = json.loads(line)["data"]
            window = window_of(post["created_at"])
            for tag in {each["tag"].lower() for each in post.get("entities", {}).get("hashtags", ())}:
                tags.add(tag)
                if not ONCE.fullmatch(tag):
                    authors[window][tag].add(post["author_id"])
    return {window: {tag: len(who) for tag, who in of.items()} for window, of in authors.items()}, len(tags)


def counted_in(document):
    """Returns the authors of each hashtag by window, as last decided."""
    counts = collections.defaultdict(dict)
    for row in document["rows"]:
        counts[window_of(row["window"])][row["term"]] = row["authors"]
    return counts


def recall(true, counted):
    """Returns how many of the most used are among the most counted, with as many authors; of equals any."""
    most, least = last_of_top(true), last_of_top(counted)
    right = [tag for tag, n in true.items() if n >= most and counted.get(tag) == n and n >= least]
    return min(TOP, len(right)) / min(TOP, len(true))


def last_of_top(authors):
    return sorted(authors.values(), reverse=True)[:TOP][-1] if authors else 0


def flood(folder, seed, options):
    lake, frames = folder / "lake", folder / "posts.jsonl"
    made, _, _ = run("simulate", "--profile", "flood", "--seed", seed, "--set", "simulate.faults=0", "--file", frames,
                     "--truth", folder / "truth.json")
    true, tags = authors_of(frames)
    for step in (("ingest", "--input", frames, "--format", "x"), ("detect-trends",)):
        _, seconds, resident = run(*step, "--lake", lake, *options)
        print(f"  {step[0]}: {seconds:.0f} s, at most {resident:,.0f} MB resident", flush=True)
    counted = counted_in(run("sql", COUNTED, "--limit", 1_000_000, "--lake", lake)[0])
    print(f"  {tags:,} hashtags in {made['posts']:,} posts; the last windows are still open")
    for window in sorted(true)[: 1 + sorted(true).index(max(counted))]:
        print(f"  top-{TOP} recall of {window}: {recall(true[window], counted[window]):.2f}"
              f" ({len(counted[window]):,} counted of {len(true[window]):,} that are not of the flood)")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--set", action="append", default=[], help="a setting of the jobs")
    given = options.parse_args()
    settings = [word for each in given.set for word in ("--set", each)]
    print(f"{os.cpu_count()} cores, GROUNDSWELL_MEMORY {os.environ.get('GROUNDSWELL_MEMORY', '2560m')}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        flood(pathlib.Path(name), given.seed, settings)


if __name__ == "__main__":
    main()
