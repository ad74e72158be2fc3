#!/usr/bin/env bash
# Measures what a gigabyte, a word and a cell cost on this machine, and works out what 1, 10 and 100 TB take: the tables
# of docs/TERABYTES.md. Leave the machine alone meanwhile; 100 MB of text take some five minutes on two cores.
#
#   bench/unit_costs.sh CORPUS [--threads N] [--output DIR] [-- OPTIONS OF unit_costs.py]
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
# shellcheck source=bench/measure.sh
source "$bench/measure.sh"
corpus='' threads=$(getconf _NPROCESSORS_ONLN) output=$root/build/unit-costs extra=()
option_names='threads output'
parse "$@"
require_text "$corpus"
rm -rf "$output"
mkdir -p "$output"
run() {
    local name=$1
    shift
    mkdir -p "$output/$name"
    measured "$output/$name" "$root/bin/wordloom" "$@" --output "$output/$name/result" --driver-memory 3g --quiet
}
run counts cooccur --input "$corpus" --master "local[$threads]"
run glove train glove --cooccurrence "$output/counts/result" --epochs 5 --threads "$threads"
run skipgram train skipgram --input "$corpus" --epochs 3 --sample 1e-3 --threads "$threads"
python3 "$bench/unit_costs.py" "$output/counts/result" "$output/glove/result" "$output/skipgram/result" \
    ${extra[@]+"${extra[@]}"}
