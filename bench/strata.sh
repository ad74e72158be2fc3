#!/usr/bin/env bash
# Trains skip-gram on text by strata over numbers of blocks and cycles, and by Hogwild with the same rates, and prints
# quality against bytes. See bench/README.md.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
# shellcheck source=bench/measure.sh
source "$bench/measure.sh"

usage() {
    cat << 'HELP'
Usage: bench/strata.sh CORPUS [OPTION…] [-- OPTIONS OF wordloom train skipgram]

  --blocks LIST          P                                       [1,2,8,32,128]
  --cycles LIST          in all                                  [3,6,12,24]
  --runs LIST            instead of all pairs of both: P:C,P:C…  []
  --dim N --epochs N --sample X --min-count N                    [100 3 1e-3 5]
  --rate X --row-rate-count C                                    [0.05 1000]
  --threads N            of each run                             [all cores]
  --seeds LIST           a run of each kind for each seed        [1]
  --hogwild LIST         rates of Hogwild, 0.05 and the like; the first beside --row-rate-count, others without it
                                                                 [0.05,0.025]
  --data DIR             holds wordsim/ and analogy/             [$WORDLOOM_DATA]
  --output DIR           vectors, logs and figures               [build/strata]

Folders of runs that are there already are kept: delete one to run it again.
HELP
}

blocks=1,2,8,32,128 cycles=3,6,12,24 runs='' dim=100 epochs=3 sample=1e-3 min_count=5 rate=0.05 row_rate_count=1000
threads=$(getconf _NPROCESSORS_ONLN) seeds=1 hogwild=0.05,0.025 data=${WORDLOOM_DATA:-} output=$root/build/strata
corpus='' extra=()
option_names='blocks cycles runs dim epochs sample min-count rate row-rate-count threads seeds hogwild data output'

# train NAME OPTION…: one run, unless it was made before; its evaluation, unless that was.
train() {
    local folder=$output/$1
    shift
    if [[ ! -s $folder/vectors.txt ]]; then
        rm -rf "$folder"
        mkdir -p "$folder"
        measured "$folder" "$root/bin/wordloom" train skipgram --input "$corpus" --output "$folder/model" --quiet \
            --dim "$dim" --epochs "$epochs" --sample "$sample" --min-count "$min_count" --threads "$threads" "$@" \
            "${extra[@]}"
        ln -sf model/vectors.txt "$folder/vectors.txt"
    fi
    [[ -s $folder/analogy.json ]] || evaluate "$folder"
}

parse "$@"
check_common
if [[ -z $runs ]]; then
    for p in ${blocks//,/ }; do for c in ${cycles//,/ }; do runs+="$p:$c,"; done; done
fi
for seed in ${seeds//,/ }; do
    count=$row_rate_count
    for r in ${hogwild//,/ }; do
        train "hogwild-r$r-$seed" --schedule hogwild --seed "$seed" --rate "$r" --row-rate-count "$count"
        count=0
    done
    for run in ${runs//,/ }; do
        train "strata-p${run%:*}-c${run#*:}-$seed" --schedule strata --blocks "${run%:*}" --cycles "${run#*:}" \
            --seed "$seed" --rate "$rate" --row-rate-count "$row_rate_count"
    done
done
"${PYTHON:-python3}" "$bench/strata_table.py" "$output"
