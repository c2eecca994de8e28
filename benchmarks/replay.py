"""Speed of deciding all windows of a replay beside a plain count of the same terms in the same windows, by Spark.

    python3 benchmarks/replay.py --posts 1000000 --pairs 3

The posts are simulated and landed once. Then both are run in turn on that lake, each in a process of its own with the same
heap, and for each pair the ratio is printed of the plain count's seconds to those of `detect-trends`: 1 is as fast, 0.5 half
as fast. The plain count explodes the terms that are counted, groups them by width, window, kind and term, and counts posts
and distinct authors, once; it heeds no edit, deletion or late post, knows no decision, and keeps nothing.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
PLAIN = """
SELECT count(*), sum(posts), sum(authors) FROM (
  SELECT width, kind, term, count(*) AS posts, count(DISTINCT author_id) AS authors FROM (
    SELECT width, floor(unix_seconds(created_at) / width) AS window, t.kind, t.term, author_id
    FROM post_changes LATERAL VIEW explode(array(300, 3600)) AS width LATERAL VIEW explode(terms) AS t
    WHERE op <> 'deleted' AND t.kind IN ('hashtag', 'word', 'phrase'))
  GROUP BY width, window, kind, term)
"""


def seconds_of(*arguments):
    begin = time.monotonic()
    done = subprocess.run([HERE / "groundswell", *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True)
    return time.monotonic() - begin, json.loads(done.stdout)


def plain(lake):
    seconds, document = seconds_of("sql", PLAIN, "--lake", lake, "--json")
    return seconds, document


def decided(lake):
    for table in ("term_counts", "trends", "stories"):
        shutil.rmtree(lake / "gold" / table, ignore_errors=True)
    for checkpoint in (lake / "_checkpoints").glob("detect-trends*"):
        shutil.rmtree(checkpoint)
    return seconds_of("detect-trends", "--lake", lake, "--json")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--posts", type=int, default=1_000_000)
    options.add_argument("--pairs", type=int, default=3)
    options.add_argument("--lake", type=pathlib.Path, help="one that has the posts; what was detected is thrown away")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lake = given.lake or folder / "lake"
        if not given.lake:
            source = folder / "posts.jsonl"
            seconds_of("simulate", "--posts", given.posts, "--file", source, "--truth", folder / "truth.json", "--json")
            seconds_of("ingest", "--input", source, "--format", "x", "--lake", lake, "--json")
        ratios = []
        for pair in range(given.pairs):
            theirs, counted = plain(lake)
            ours, done = decided(lake)
            ratios.append(theirs / ours)
            print(f"pair {pair}: plain count {theirs:.1f} s, detect-trends {ours:.1f} s ({done['rows']}), ratio"
                  f" {ratios[-1]:.2f}; plain count says {counted}", flush=True)
        print(f"median ratio {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f};"
              f" {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
