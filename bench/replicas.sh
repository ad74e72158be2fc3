#!/usr/bin/env bash
# Trains by schedule hogwild with some numbers of replicas, merges and merge rules, one after another, and prints how good
# the vectors are, what moved, and what memory a task takes. See bench/README.md.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
# shellcheck source=bench/measure.sh
source "$bench/measure.sh"

usage() {
    cat << 'HELP'
Usage: bench/replicas.sh CORPUS [OPTION…] [-- OPTIONS OF wordloom train]

  --replicas LIST        1 is one replica, never merged          [1,2,8,32]
  --merges LIST          an epoch                                [10,100]
  --rules LIST           of merging                              [average,adasum,curvature]
  --architecture NAME    skipgram or cbow                        [skipgram]
  --dim N --epochs N                                             [100 3]
  --seeds LIST           a training run for each seed            [1]
  --threads N            of local[N]                             [all cores]
  --data DIR             holds wordsim/ and analogy/             [$WORDLOOM_DATA]
  --output DIR           vectors, logs and figures               [build/replicas]

Rows of the table that the output holds already are not trained again: a run that was stopped goes on.
HELP
}

replicas=1,2,8,32 merges=10,100 rules=average,adasum,curvature architecture=skipgram dim=100 epochs=3 seeds=1
threads=$(getconf _NPROCESSORS_ONLN) data=${WORDLOOM_DATA:-} output=$root/build/replicas corpus='' extra=()
option_names='replicas merges rules architecture dim epochs seeds threads data output'

# train FOLDER SEED OPTION…
train() {
    local folder=$1 seed=$2
    shift 2
    [[ ! -r $folder/model/run.json ]] || return 0
    mkdir -p "$folder"
    measured "$folder" "$root/bin/wordloom" train "$architecture" --input "$corpus" --output "$folder/model" --overwrite \
        --quiet --schedule hogwild --dim "$dim" --epochs "$epochs" --seed "$seed" --threads "$threads" "$@" "${extra[@]}"
    ln -sf model/vectors.txt "$folder/vectors.txt"
    evaluate "$folder"
}

parse "$@"
check_common
mkdir -p "$output"
for seed in ${seeds//,/ }; do
    for count in ${replicas//,/ }; do
        if [[ $count == 1 ]]; then
            train "$output/$architecture-1-0-none-$seed" "$seed"
            continue
        fi
        for merge in ${merges//,/ }; do
            for rule in ${rules//,/ }; do
                train "$output/$architecture-$count-$merge-$rule-$seed" "$seed" \
                    --replicas "$count" --merges "$merge" --merge-rule "$rule"
            done
        done
    done
done
"${PYTHON:-python3}" "$bench/replicas_table.py" "$output"
