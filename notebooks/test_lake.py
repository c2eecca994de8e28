"""Opens every table of a lake the way an analyst's tools do. GROUNDSWELL_LAKE says where the lake is."""

import os
from pathlib import Path

import polars as pl
import pytest
from deltalake import DeltaTable

LAKE = Path(os.environ.get("GROUNDSWELL_LAKE", Path(__file__).parent.parent / "lake"))
TABLES = sorted(log.parent for log in LAKE.glob("*/*/_delta_log"))


def test_the_lake_has_tables():
    layers = {path.parent.name for path in TABLES}
    assert layers == {"bronze", "silver", "gold", "ops"}, f"no whole lake at {LAKE}"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}.{path.name}")
def test_every_reader_can_open(path):
    table = DeltaTable(str(path))
    assert table.protocol().min_reader_version == 1
    assert not table.protocol().reader_features

    columns = [field.name for field in table.schema().fields]
    assert all(name.isascii() and name == name.lower() for name in columns)

    actions = pl.DataFrame(table.get_add_actions(flatten=True))
    counted = int(actions["num_records"].sum()) if actions.height else 0
    assert pl.read_delta(table).height == counted


def test_times_are_utc():
    trends = pl.read_delta(str(LAKE / "gold" / "trends"))
    assert trends.schema["window_start"] == pl.Datetime("us", "UTC")
