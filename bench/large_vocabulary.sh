#!/usr/bin/env bash
# Builds a vocabulary of so many words (20 million) with a driver of 1 GB, and counts pairs with it, on a standalone cluster
# of this machine with two executors of 2 GB. Prints seconds and the peak memory of every process. Every word occurs once or
# twice, the worst case for merging and for the join.
#
#   bench/large_vocabulary.sh [--words 20000000] [--folder DIR]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
words=20000000 folder=$root/build/large-vocabulary corpus=''
option_names='words folder'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse_own "$@"
export WORDLOOM_STANDALONE=$folder/cluster SPARK_LOCAL_IP=127.0.0.1
# shellcheck source=bench/peaks.sh
source "$root/bench/peaks.sh"
trap 'stop_peaks; "$root/bin/standalone" stop' EXIT

# Numbers of nine digits are words of nine bytes; the first half occurs twice.
{
    seq 100000000 $((100000000 + words - 1))
    seq 100000000 $((100000000 + words / 2 - 1))
} | paste -d ' ' - - - - - - - - - - - - - - - - - - - - > "$folder/text"
ls -l "$folder/text"

master=$("$root/bin/standalone" start --workers 2 --memory 2g)
start_peaks "$folder/peaks" "$master"
options=(--master "$master" --driver-memory 1g --executor-memory 2g --conf spark.executor.cores=1)

timed() {
    local start=$SECONDS
    "$@"
    echo "$((SECONDS - start)) s"
}

rm -rf "$folder/vocabulary" "$folder/counts"
timed "$root/bin/wordloom" vocab --input "$folder/text" --output "$folder/vocabulary" --min-count 1 "${options[@]}"
timed "$root/bin/wordloom" cooccur --input "$folder/text" --vocab "$folder/vocabulary" --window 1 --output "$folder/counts" \
    "${options[@]}"
peaks "$folder/peaks"
