#!/usr/bin/env bash
# How much faster N training threads are than one: alternating pairs of runs, and the median of the pairs' ratios.
# Compares the wall seconds of the training loop in run.json.
#
#   bench/scaling.sh CORPUS [--threads 2] [--pairs 5] [--epochs 2] [--output build/scaling] [-- OPTIONS OF wordloom train]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus='' threads=2 pairs=5 epochs=2 output=$root/build/scaling extra=()
option_names='threads pairs epochs output'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse "$@"
require_text "$corpus"
mkdir -p "$output"

# seconds THREADS: trains, and prints the seconds of the loop.
seconds() {
    "$root/bin/wordloom" train skipgram --input "$corpus" --output "$output/model" --overwrite --quiet \
        --epochs "$epochs" --threads "$1" "${extra[@]}" > "$output/log" 2>&1 || { cat "$output/log" >&2 && exit 1; }
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["training"]["seconds"])' "$output/model/run.json"
}

for ((pair = 1; pair <= pairs; pair++)); do
    one=$(seconds 1)
    many=$(seconds "$threads")
    echo "$one $many"
done | python3 -c '
import statistics, sys
ratios = []
for line in sys.stdin:
    one, many = map(float, line.split())
    ratios.append(one / many)
    print(f"1 thread {one:.2f} s, several {many:.2f} s, ratio {one / many:.2f}", flush=True)
print(f"median ratio {statistics.median(ratios):.2f} of {len(ratios)} pairs")'
