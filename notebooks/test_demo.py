"""What the demo said of itself, and that its second run changed nothing. GROUNDSWELL_CHECK names its files' folder."""

import json
import os
from pathlib import Path

import pytest

CHECK = os.environ.get("GROUNDSWELL_CHECK")
pytestmark = pytest.mark.skipif(not CHECK, reason="GROUNDSWELL_CHECK is not set: see .ci/run")

# Each run is told of, also one that finds nothing to do.
CHANGING = {"ops.runs"}


def read(name):
    return json.loads((Path(CHECK) / name).read_text())


def test_a_second_run_changes_no_table():
    def hashes(name):
        return {t["name"]: t["hash"] for t in read(name)["tables"] if t["name"] not in CHANGING}

    assert len(hashes("first.json")) >= 9
    assert hashes("first.json") == hashes("second.json")


def test_the_demo_finds_what_was_planted():
    demo = read("demo.json")
    assert {"posts", "rejected", "steps", "trends", "topics", "communities", "truth"} <= demo.keys()
    assert all({"name", "seconds", "rows"} <= step.keys() for step in demo["steps"])
    truth = demo["truth"]
    assert truth["planted"] == 3
    assert truth["found"] == 3
    assert truth["false"] < 10
    assert len(demo["stories"]) >= truth["planted"]


def test_the_export_is_the_table():
    rows = [json.loads(line) for line in (Path(CHECK) / "trends.ndjson").read_text().splitlines()]
    trends = next(t for t in read("second.json")["tables"] if t["name"] == "gold.trends")
    assert len(rows) == trends["rows"]
    assert {"window_start", "term", "observed", "expected", "evidence"} <= rows[0].keys()
