"""Seconds to forget an author of many posts in a lake of more, and what is left of them.

    python3 benchmarks/forget.py --posts 1000000 --theirs 1000

Simulated posts and those of one author, spread evenly among them, are landed from a spool and settled; then the author is
forgotten. It prints the seconds of `forget` as a process, start and all, those of the job alone, and in how many files
below the lake and the spool the author's id, the id of a post or a word of theirs is still found: in the bytes as they are
stored, and, where pyarrow is there, in the rows of Parquet files. It ends with an error if it is any.
"""

import argparse
import json
import os
import pathlib
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
AUTHOR = "7700000000000000077"
FIRST = 1_800_000_000_000_000_000
WORD = "zebrafinch"


def groundswell(*words):
    done = subprocess.run([HERE / "groundswell", *map(str, words), "--json"], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def line_of_theirs(number, received):
    created = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(received / 1e6))
    post = str(FIRST + number)
    frame = {"data": {"id": post, "text": f"{WORD} number {number} #{WORD}", "author_id": AUTHOR, "created_at": created,
                      "edit_history_tweet_ids": [post]}}
    return json.dumps({"received_at": received, "source": "x", "format": "x", "payload": json.dumps(frame)}) + "\n"


def spread(source, target, every, theirs):
    """Copies a spool's lines, with a line of the author's behind each so many; returns the number of these."""
    written = 0
    target.mkdir()
    for segment in sorted(source.glob("*.ndjson")):
        with segment.open() as lines, (target / segment.name).open("w") as out:
            for number, line in enumerate(lines):
                out.write(line)
                if number % every == 0 and written < theirs:
                    out.write(line_of_theirs(written, json.loads(line)["received_at"]))
                    written += 1
    return written


def rows(file):
    try:
        import pyarrow.parquet
    except ImportError:
        return b""
    return b"\n".join(str(batch.to_pylist()).encode() for batch in pyarrow.parquet.ParquetFile(file).iter_batches())


def left(folders, words):
    found = 0
    for folder in folders:
        for file in folder.rglob("*"):
            if file.is_file():
                held = file.read_bytes() + (rows(file) if file.suffix == ".parquet" else b"")
                found += any(word in held for word in words)
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--posts", type=int, default=20_000, help="of the whole lake, about")
    options.add_argument("--theirs", type=int, default=1_000, help="of the author")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lake, spool = folder / "lake", folder / "spool"
        groundswell("simulate", "--posts", given.posts, "--spool", folder / "source", "--truth", folder / "truth.json")
        theirs = spread(folder / "source", spool, max(1, given.posts // given.theirs - 1), given.theirs)
        landed = groundswell("ingest", "--spool", spool, "--lake", lake)["rows"]
        groundswell("settle-posts", "--lake", lake)
        words = [AUTHOR.encode(), str(FIRST + 1).encode(), WORD.encode()]
        before = left((lake, spool), words)
        began = time.monotonic()
        told = groundswell("forget", "--author", f"x/{AUTHOR}", "--spool", spool, "--lake", lake)
        seconds = time.monotonic() - began
        after = left((lake, spool), words)
        print(f"{landed['frames']} frames, {theirs} of the author: {seconds:.1f} s, of which the job {told['seconds']:.1f}; "
              f"found in {before} files before and {after} after; {os.cpu_count()} cores")
        if after:
            raise SystemExit(1)


if __name__ == "__main__":
    main()
