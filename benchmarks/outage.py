"""Ten minutes of outage of one feed beside another that goes on: what is masked, and what alarms.

    python3 benchmarks/outage.py --pace 4

The simulator's profile `outage` (500 posts a second of X for an hour, of which 35:20 to 45:20 are lost) and a second feed
(Bluesky, with a vocabulary of its own) are written into two lanes of a spool, `--pace` times as fast as in life, and
`ingest` and `detect-trends` follow them, each in a process of its own on this machine. It prints the hole as the truth has
it and as ops.gaps does, the coverage of each window around it as `interest` tells it, and what alarmed. Then it counts a
copy of the lake anew that knows of no hole, to show what the mask is good for. It ends with an error if the hole is another
than the truth's, if another window than those that it touches is masked, or if anything alarmed: nothing is planted.
"""

import argparse
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
SECONDS = 3600
LANES = ("x", "bluesky")
WIDTH = 300
MARGIN = datetime.timedelta(seconds=WIDTH)
LATEST_EDGE_SECONDS = 2
PATIENCE_SECONDS = 600


def start(name, *arguments, folder, log=None):
    out = (folder / f"{log or name}.out").open("wb")
    return subprocess.Popen([HERE / "groundswell", name, *map(str, arguments)], stdout=out, stderr=subprocess.STDOUT)


def groundswell(*words):
    done = subprocess.run([HERE / "groundswell", *map(str, words)], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def rows(lake, query):
    return json.loads(groundswell("sql", "--lake", lake, "--json", "--limit", "1000", query))["rows"]


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(datetime.timezone.utc)


def utc(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def write_feeds(folder, given):
    """Starts both feeds, which end by themselves."""
    feeds = [("x", "outage", "x", given.rate, given.seed), ("bluesky", "null", "jetstream", given.other, given.seed + 1)]
    return [
        start(
            "simulate", "--spool", folder / "spool" / lane, "--truth", folder / f"{lane}.json", "--profile", profile,
            "--format", form, "--posts", rate * SECONDS, "--days", SECONDS / 86400, "--pace", given.pace, "--seed", seed,
            folder=folder, log=f"simulate-{lane}")
        for lane, profile, form, rate, seed in feeds]


def await_true(holds, processes, until, folder):
    """Waits until something holds; ends where a process has failed before, or it takes too long."""
    while not holds():
        failed = [process.args[1] for process in processes if process.poll() not in (None, 0)]
        if failed or time.monotonic() > until:
            raise SystemExit(f"{failed or 'nothing'} failed, or it took too long; see the .out files in {folder}")
        time.sleep(0.2)


def follow(folder, writers, trigger, pace):
    """Lets the jobs go on until both feeds have ended, and then to their end."""
    lake, spool = folder / "lake", folder / "spool"
    until = time.monotonic() + SECONDS / pace + PATIENCE_SECONDS
    jobs = []
    try:
        await_true(lambda: all(list((spool / lane).glob("*.ndjson")) for lane in LANES), writers, until, folder)
        jobs.append(start("ingest", "--spool", spool, "--lake", lake, "--trigger", trigger, folder=folder))
        await_true((lake / "ops/frontiers/_delta_log").is_dir, writers + jobs, until, folder)
        jobs.append(start("detect-trends", "--lake", lake, "--trigger", trigger, folder=folder))
        await_true(lambda: all(writer.poll() == 0 for writer in writers), writers + jobs, until, folder)
        if any(job.poll() is not None for job in jobs):
            raise SystemExit(f"a job ended by itself; see the .out files in {folder}")
    finally:
        for process in [*writers, *jobs]:
            process.terminate()
        for process in [*writers, *jobs]:
            process.wait()
    groundswell("ingest", "--spool", spool, "--lake", lake, "--trigger", "available-now")
    groundswell("detect-trends", "--lake", lake, "--trigger", "available-now")
    return lake


def without_hole(lake, copy):
    """Counts the posts of a lake anew in one that knows of no hole."""
    copy.mkdir()
    shutil.copytree(lake / "silver", copy / "silver")
    (copy / "ops").mkdir()
    shutil.copytree(lake / "ops/frontiers", copy / "ops/frontiers")
    groundswell("detect-trends", "--lake", copy, "--trigger", "available-now")
    return copy


def alarms(lake):
    return rows(
        lake,
        "SELECT count(DISTINCT kind, term) AS terms, count(DISTINCT window_start, kind, term) AS alarms,"
        " min(window_start) AS first, max(window_start) AS last FROM trends WHERE alarmed")[0]


def coverages(lake, hole):
    """The coverage of the windows around the hole, by start, from the card of the hashtag that most authors wrote."""
    term = rows(
        lake,
        "SELECT term FROM term_counts WHERE kind = 'hashtag' AND scope = 'all' GROUP BY term"
        " ORDER BY sum(authors) DESC, term LIMIT 1")[0]["term"]
    first, last = (edge.timestamp() // WIDTH * WIDTH for edge in (hole[0] - MARGIN, hole[1] + 2 * MARGIN))
    told = groundswell(
        "interest", "--lake", lake, "--by", "5m", "--from", utc(first), "--to", utc(last), "#" + term, "--json")
    return {moment(point["window_start"]).timestamp(): point["coverage"] for point in json.loads(told)["rows"]}


def is_as_it_should_be(hole, found, coverage, told):
    first, last = (edge.timestamp() for edge in hole)
    if len(found) != 1 or found[0]["source"] != "x" or not found[0]["to_received"] or told["alarms"]:
        return False
    edges = zip((found[0]["from_received"], found[0]["to_received"]), hole)
    masked = {start for start, share in coverage.items() if share < 1}
    touched = {start for start in coverage if start < last and start + WIDTH > first}
    return masked == touched and all(
        abs((moment(edge) - true).total_seconds()) <= LATEST_EDGE_SECONDS for edge, true in edges)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rate", type=int, default=500, help="posts a second of the feed that has the outage")
    options.add_argument("--other", type=int, default=100, help="posts a second of the feed that goes on")
    options.add_argument("--pace", type=float, default=3)
    options.add_argument("--trigger", default="3s")
    options.add_argument("--seed", type=int, default=3)
    options.add_argument("--folder", type=pathlib.Path, help="where everything is kept; else it is thrown away")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or pathlib.Path(name) / "outage"
        folder.mkdir()
        lake = follow(folder, write_feeds(folder, given), given.trigger, given.pace)
        planted = json.loads((folder / "x.json").read_text())["outages"][0]
        hole = moment(planted["start"]), moment(planted["end"])
        print("outage of the truth:", *hole, flush=True)
        found = rows(lake, "SELECT source, from_received, to_received FROM gaps ORDER BY from_received")
        for gap in found:
            print("ops.gaps:", *gap.values(), flush=True)
        print(*rows(lake, "SELECT source, count(*) AS frames FROM raw_posts GROUP BY source ORDER BY source"), flush=True)
        coverage = coverages(lake, hole)
        for window, share in coverage.items():
            print(f"window of {utc(window)}: coverage {share:.3f}", flush=True)
        told = alarms(lake)
        print("alarms:", told, flush=True)
        print("alarms if nobody knew of the hole:", alarms(without_hole(lake, folder / "blind")), flush=True)
        print(f"{given.rate} and {given.other} posts a second, {given.pace} times as fast as life, {os.cpu_count()} cores")
    if not is_as_it_should_be(hole, found, coverage, told):
        sys.exit("not as it should be")


if __name__ == "__main__":
    main()
