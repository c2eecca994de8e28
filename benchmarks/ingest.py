"""CPU of landing posts in Delta tables beside that of DuckDB writing the same columns to Parquet.

    python3 -m venv .venv && .venv/bin/pip install duckdb==2.0.1
    .venv/bin/python benchmarks/ingest.py --posts 1000000 --pairs 5
    .venv/bin/python benchmarks/ingest.py --posts 1000000 --pairs 5 --terms

The posts are simulated once. Then both are run in turn, each in a process of its own, after one of each that is not
counted, and the ratio of their CPU seconds (user and system, JVM start and compilation among them) is printed for each
pair, with the median. Both write the frames as they came, and the changes, with zstd. With --terms both write the terms as
well: DuckDB the feed's tags, the words that regular expressions find without addresses, mentions and a few small words, and
their pairs, which is coarser than ours. Groundswell alone looks for repeats, keeps statistics and a log, and can be killed.
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent

DUCKDB = """
import duckdb, sys
source, to, words, terms = sys.argv[1:]
db = duckdb.connect()
db.execute("SET threads = 2")
db.execute(f'''COPY (
    SELECT 'x' AS source, 'file' AS lane, row_number() OVER () AS "offset", json AS payload
    FROM read_ndjson_objects('{source}', ignore_errors = true)
) TO '{to}/raw.parquet' (FORMAT parquet, COMPRESSION zstd)''')
db.execute(f'''COPY (
    SELECT CASE WHEN data.edit_history_tweet_ids[1] <> data.id THEN 'edited' ELSE 'created' END AS op, 'x' AS source,
        coalesce(data.edit_history_tweet_ids[1], data.id) AS post_id, data.id AS version, data.author_id AS author_id,
        data.created_at AS created_at, data.created_at AS received_at, 0 AS late_by, data.lang AS language,
        data.text AS text, list_transform(data.entities.mentions, lambda m: m.username) AS mentions,
        list_transform(data.entities.hashtags, lambda h: h.tag) AS tags,
        list_transform(data.entities.urls, lambda u: u.expanded_url) AS links,
        CASE data.referenced_tweets[1].type WHEN 'retweeted' THEN 'repost' WHEN 'replied_to' THEN 'reply'
            WHEN 'quoted' THEN 'quote' ELSE 'post' END AS kind, {terms}
        'file' AS lane, row_number() OVER () AS "offset"
    FROM (SELECT data, {words} AS words FROM read_ndjson('{source}', ignore_errors = true, columns = {{
        data: 'STRUCT(id VARCHAR, author_id VARCHAR, created_at TIMESTAMPTZ, lang VARCHAR, text VARCHAR,'
            'edit_history_tweet_ids VARCHAR[], referenced_tweets STRUCT(type VARCHAR, id VARCHAR)[],'
            'entities STRUCT(hashtags STRUCT(tag VARCHAR)[], mentions STRUCT(username VARCHAR)[],'
            'urls STRUCT(expanded_url VARCHAR)[]))'
    }}) WHERE data.id IS NOT NULL)
) TO '{to}/changes.parquet' (FORMAT parquet, COMPRESSION zstd)''')
print(db.execute(f"SELECT count(*) FROM '{to}/changes.parquet'").fetchone()[0])
"""


SMALL = (
    "a about after all also am an and any are as at be because been but by can could did do for from get had has have he her"
    " him his how i if in into is it its just like me more my no not now of on one or our out she so some than that the"
    " their them then there they this to up us was we were what when which who will with would you your rt")
WORDS = rf"""list_filter(
    regexp_extract_all(regexp_replace(data.text, '(https?://|[@#])\S+', ' ', 'g'), '\p{{L}}[\p{{L}}\p{{M}}'']*'),
    lambda w: NOT list_contains({SMALL.split()}, lower(w)))"""
TERMS = """list_distinct(list_concat(
    list_transform(data.entities.hashtags, lambda h: {'kind': 'hashtag', 'term': lower(h.tag), 'display': h.tag}),
    list_transform(words, lambda w: {'kind': 'word', 'term': lower(w), 'display': w}),
    list_transform(list_zip(words[:-2], words[2:]), lambda p:
        {'kind': 'phrase', 'term': lower(p[1]) || ' ' || lower(p[2]), 'display': p[1] || ' ' || p[2]}))) AS terms,"""


def cpu_of(command, **more):
    """Runs a command to its end and returns its CPU seconds, those of its children among them, and its output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def groundswell(source, folder):
    lake = folder / "lake"
    cpu, out = cpu_of(
        [HERE / "groundswell", "ingest", "--input", source, "--format", "x", "--lake", lake, "--trigger", "available-now",
         "--json"])
    shutil.rmtree(lake)
    return cpu, json.loads(out)["rows"]["changes"]


def duckdb(source, folder, with_terms):
    to = folder / "duckdb"
    to.mkdir()
    expressions = [WORDS, TERMS] if with_terms else ["NULL", ""]
    cpu, out = cpu_of([sys.executable, "-c", DUCKDB, source, to, *expressions])
    shutil.rmtree(to)
    return cpu, int(out)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--posts", type=int, default=1_000_000)
    options.add_argument("--pairs", type=int, default=5)
    options.add_argument("--terms", action="store_true", help="DuckDB finds terms as well")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "posts.jsonl"
        subprocess.run(
            [HERE / "groundswell", "simulate", "--posts", str(given.posts), "--file", source, "--truth",
             folder / "truth.json"], check=True)
        ratios = []
        for pair in range(-1, given.pairs):
            ours, changes = groundswell(source, folder)
            theirs, rows = duckdb(source, folder, given.terms)
            if pair >= 0:
                ratios.append(ours / theirs)
            print(f"pair {pair}: groundswell {ours:.1f} s ({changes} changes), duckdb {theirs:.1f} s ({rows} rows),"
                  f" ratio {ours / theirs:.2f}", flush=True)
        print(f"median ratio {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f};"
              f" {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
