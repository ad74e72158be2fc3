#!/usr/bin/env bash
# Builds a vocabulary of so many words (20 million) with a driver of 1 GB, and encodes with it, on a standalone cluster of
# this machine with two executors of 2 GB. Prints seconds and the peak memory of every process. Every word occurs once or
# twice, the worst case for merging and for the join.
#
#   bench/large_vocabulary.sh [WORDS] [FOLDER]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly words=${1:-20000000} work=${2:-$(dirname "${BASH_SOURCE[0]}")/../build/large-vocabulary}
mkdir -p "$work"
export WORDLOOM_STANDALONE=$work/cluster SPARK_LOCAL_IP=127.0.0.1
# shellcheck source=bench/peaks.sh
source "$root/bench/peaks.sh"
trap 'stop_peaks; "$root/bin/standalone" stop' EXIT

# Numbers of nine digits are words of nine bytes; the first half occurs twice.
{
    seq 100000000 $((100000000 + words - 1))
    seq 100000000 $((100000000 + words / 2 - 1))
} | paste -d ' ' - - - - - - - - - - - - - - - - - - - - > "$work/text"
ls -l "$work/text"

master=$("$root/bin/standalone" start --workers 2 --memory 2g)
start_peaks "$work/peaks" "$master"
options=(--master "$master" --driver-memory 1g --executor-memory 2g --conf spark.executor.cores=1)

timed() {
    local start=$SECONDS
    "$@"
    echo "$((SECONDS - start)) s"
}

rm -rf "$work/vocabulary" "$work/counts"
timed "$root/bin/wordloom" vocab --input "$work/text" --output "$work/vocabulary" --min-count 1 "${options[@]}"
peaks "$work/peaks"
