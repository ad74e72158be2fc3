#!/usr/bin/env bash
# What share of training by strata goes into everything but training: rotating blocks between two executors, reading
# pairs, starting tasks. Trains skip-gram on made-up text (ids drawn by Zipf's law) for one cycle in a local cluster, then
# on a text that has every id once, whose blocks are as large and nearly empty of pairs; prints both and their ratio.
#
#   bench/rotation.sh [--words 500000] [--tokens 200000000] [--dim 200] [--blocks 8] [--folder DIR]
#                     [--executor-memory 4096]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
words=500000 tokens=200000000 dim=200 blocks=8 folder=$root/build/rotation executor_memory=4096 corpus=''
option_names='words tokens dim blocks folder executor-memory'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse_own "$@"
# shellcheck source=bench/large/jar.sh
source "$root/bench/large/jar.sh"
build_large_jar "$folder"

# train TOKENS: sets seconds, which training on a text of so many took.
train() {
    rm -rf "$folder/model" "$folder"/.model.* "$folder/shards"
    "$root/bin/wordloom" spark-class org.apache.spark.deploy.SparkSubmit \
        --master "local-cluster[2,1,$executor_memory]" --class LargeModel --driver-memory 1g \
        --conf spark.executor.memory="${executor_memory}m" --conf spark.ui.enabled=false --jars "$jar" "$folder/large.jar" \
        "$words" "$1" "$dim" "$blocks" 1 "$folder" begin 2> "$folder/log" | tee "$folder/out" | grep '^trained' ||
        { tail -n 20 "$folder/log" >&2 && exit 1; }
    seconds=$(sed -n 's/^trained in \([0-9.]*\) s.*/\1/p' "$folder/out")
}

train "$tokens"
full=$seconds
train "$words"
empty=$seconds
awk -v full="$full" -v empty="$empty" -v strata="$blocks" 'BEGIN {
    printf "%.0f s, %.1f s with nearly empty blocks (%.2f s a stratum): %.1f %%\n", full, empty, empty / strata, 100 * empty / full
}'
