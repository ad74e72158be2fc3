#!/usr/bin/env bash
# How much faster N training threads are than one: alternating pairs of runs, and the median of the pairs' ratios.
# Compares the wall seconds of the training loop in run.json.
#
#   bench/scaling.sh CORPUS [--threads 2] [--pairs 5] [--epochs 2] [--apart yes] [--output build/scaling] [-- OPTIONS OF wordloom train]
#
# On a virtual machine bench/thread_scaling.sh tells more: it looks where the cores are.
#
# With --apart yes each round also runs N processes of one thread at once, which share no model: what N cores of this
# machine do beside each other at best, when memory, clock and neighbours are all that they share.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus='' threads=2 pairs=5 epochs=2 apart=no output=$root/build/scaling extra=()
option_names='threads pairs epochs apart output'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse "$@"
require_text "$corpus"
mkdir -p "$output"

# seconds THREADS NAME: trains, and prints the seconds of the loop.
seconds() {
    "$root/bin/wordloom" train skipgram --input "$corpus" --output "$output/$2" --overwrite --quiet \
        --epochs "$epochs" --threads "$1" "${extra[@]}" > "$output/$2.log" 2>&1 || { cat "$output/$2.log" >&2 && exit 1; }
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["training"]["seconds"])' "$output/$2/run.json"
}

# The mean seconds of processes that run at once.
seconds_apart() {
    local process processes=()
    for ((process = 1; process <= threads; process++)); do
        seconds 1 "apart-$process" > "$output/apart-$process.seconds" &
        processes+=($!)
    done
    for process in "${processes[@]}"; do
        wait "$process"
    done
    cat "$output"/apart-*.seconds | awk '{ sum += $1 } END { print sum / NR }'
}

for ((pair = 1; pair <= pairs; pair++)); do
    one=$(seconds 1 model)
    many=$(seconds "$threads" model)
    alone=''
    [[ $apart != yes ]] || alone=$(seconds_apart)
    echo "$one $many $alone"
done | THREADS=$threads python3 -c '
import os, statistics, sys
threads = int(os.environ["THREADS"])
ratios, apart = [], []
for line in sys.stdin:
    one, many, *processes = map(float, line.split())
    ratios.append(one / many)
    text = f"1 thread {one:.2f} s, several {many:.2f} s, ratio {one / many:.2f}"
    if processes:
        apart.append(threads * one / processes[0])
        text += f"; processes of one thread {processes[0]:.2f} s each, {apart[-1]:.2f}"
    print(text, flush=True)
print(f"median ratio {statistics.median(ratios):.2f} of {len(ratios)} pairs"
      + (f"; processes {statistics.median(apart):.2f}" if apart else ""))'
