#!/usr/bin/env bash
# What a schedule runs. 'stream' takes the posts that have landed since the last time and ends; 'nightly' fits models,
# finds the thresholds of alarms anew and maintains the lake.
# A run that ends with 75, as one that finds another at work, keeps no later one from catching up, so it is no failure.
# Where the disk is full none will before there is room: that is one.
#
#   GROUNDSWELL_INPUT      the spool that feeds write to (default: the spool of the demo's lake)
#   GROUNDSWELL_LAKE_ROOT  the lake (default: lake)
set -uo pipefail
cd "$(dirname "$0")/.."

lake=${GROUNDSWELL_LAKE_ROOT:-lake}
input=${GROUNDSWELL_INPUT:-$lake/_demo/spool}

run() {
  local told code
  told=$(./groundswell "$@" --lake "$lake" 2>&1 >&3)
  code=$?
  [ -z "$told" ] || printf '%s\n' "$told" >&2
  case "$code:$told" in
    75:*'No space is left'*) return 75 ;;
    75:*)
      echo "schedule: $1 is left to the next run" >&2
      return 0
      ;;
  esac
  return "$code"
} 3>&1

case "${1:-}" in
  stream)
    run ingest --spool "$input" --trigger available-now &&
      run detect-trends --trigger available-now &&
      run settle-posts --trigger available-now &&
      run score-posts --trigger available-now
    ;;
  nightly)
    run settle-posts --trigger available-now && run fit-tfidf && run fit-topics && run build-graph
    code=$?
    # Needs three days of counts. Without a new threshold the last one holds, so the rest goes on.
    run calibrate-trends || echo "schedule: thresholds stay as they are" >&2
    run maintain --spool "$input" && exit "$code" # whether or not there is something to fit
    ;;
  *)
    echo "usage: $0 stream|nightly" >&2
    exit 2
    ;;
esac
