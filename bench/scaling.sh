#!/usr/bin/env bash
# How much faster N training threads are than one: alternating pairs of runs, and the median of the pairs' ratios.
# bench/scaling.sh CORPUS [THREADS [PAIRS [EPOCHS]]]; compares the wall seconds of the training loop in run.json.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus=${1:?usage: bench/scaling.sh CORPUS [THREADS [PAIRS [EPOCHS]]]} threads=${2:-2} pairs=${3:-5} epochs=${4:-2}
folder=$root/build/scaling
mkdir -p "$folder"

# seconds THREADS: trains, and prints the seconds of the loop.
seconds() {
    "$root/bin/wordloom" train skipgram --input "$corpus" --output "$folder/model" --overwrite --quiet \
        --epochs "$epochs" --threads "$1" > "$folder/log" 2>&1 || { cat "$folder/log" >&2 && exit 1; }
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["training"]["seconds"])' "$folder/model/run.json"
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
