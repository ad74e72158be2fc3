#!/usr/bin/env bash
# Counts co-occurrences and trains GloVe with Wordloom and with Stanford's programs, one after another, and prints what
# each took and how good its vectors are. See bench/README.md.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
# shellcheck source=bench/measure.sh
source "$bench/measure.sh"

usage() {
    cat << 'HELP'
Usage: bench/glove.sh CORPUS [OPTION…] [-- OPTIONS OF wordloom train glove]

  --programs LIST        of stanford, wordloom                   [both, where GLOVE names Stanford's]
  --steps LIST           of count, train, whole                  [count,train]
  --window N --min-count N                                       [10 5]
  --memory LIST          gigabytes that counting may take        [4]
  --blocks LIST          Wordloom's P; 0: its default            [0]
  --dim N --epochs N --x-max X                                   [100 10 10]
  --threads N            of each program                         [all cores]
  --seeds LIST           a training run for each seed            [1]
  --data DIR             holds wordsim/ and analogy/             [$WORDLOOM_DATA]
  --output DIR           counts, vectors, logs and figures       [build/glove]

Steps: count is vocab_count, cooccur and shuffle against wordloom cooccur, with each --memory; train is glove against
wordloom train glove on the counts of the first --memory; whole is wordloom train glove on the text, in one process.

Environment: GLOVE, the folder of Stanford's four binaries.
HELP
}

programs='' steps=count,train window=10 min_count=5 memory=4 blocks=0 dim=100 epochs=10 x_max=10 seeds=1
threads=$(getconf _NPROCESSORS_ONLN) data=${WORDLOOM_DATA:-} output=$root/build/glove corpus='' extra=()
option_names='programs steps window min-count memory blocks dim epochs x-max threads seeds data output'

check() {
    check_common
    [[ -n $programs ]] || programs=$(installed)
    [[ $programs != *stanford* || -x ${GLOVE:-}/cooccur ]] || fail "GLOVE is not the folder of Stanford's binaries"
    programs=${programs//,/ } seeds=${seeds//,/ } memory=${memory//,/ } blocks=${blocks//,/ } steps=${steps//,/ }
}

installed() {
    local found=wordloom
    if [[ -x ${GLOVE:-}/cooccur ]]; then found="stanford $found"; else
        echo "glove.sh: no Stanford GloVe: GLOVE names no folder with its binaries" >&2
    fi
    echo "$found"
}

# fresh NAME: an empty folder for a run; its name is the row of the table.
fresh() {
    rm -rf "${output:?}/$1"
    mkdir -p "$output/$1"
    echo "$output/$1"
}

# The three programs read one file and write another: a shell around each does the redirection and is measured with it.
count_stanford() {
    local gigabytes=$1 folder
    folder=$(fresh "count-stanford-vocab_count-0")
    vocabulary=$folder/vocab.txt
    # shellcheck disable=SC2016 # the inner shell expands these
    measured "$folder" bash -c '"$0"/vocab_count -min-count "$1" -verbose 0 < "$2" > "$3"' \
        "$GLOVE" "$min_count" "$corpus" "$vocabulary"
    folder=$(fresh "count-stanford-cooccur-$gigabytes")
    local cells=$folder/cooccurrence.bin
    # shellcheck disable=SC2016
    measured "$folder" bash -c '"$0"/cooccur -memory "$1" -vocab-file "$2" -window-size "$3" -symmetric 1 -verbose 0 \
        -overflow-file "$4" < "$5" > "$6"' \
        "$GLOVE" "$gigabytes" "$vocabulary" "$window" "$folder/overflow" "$corpus" "$cells"
    folder=$(fresh "count-stanford-shuffle-$gigabytes")
    # shellcheck disable=SC2016
    measured "$folder" bash -c '"$0"/shuffle -memory "$1" -verbose 0 -temp-file "$2" -seed 1 < "$3" > "$4"' \
        "$GLOVE" "$gigabytes" "$folder/temporary" "$cells" "$folder/shuffled.bin"
    stat -c %s "$folder/shuffled.bin" > "$output/count-stanford-cooccur-$gigabytes/bytes"
    rm "$cells"
}

# GloVe has no limit on the length of a line, so neither has Wordloom here; the heap is the memory, like for like.
count_wordloom() {
    local gigabytes=$1 p folder
    for p in $blocks; do
        folder=$(fresh "count-wordloom-p$p-$gigabytes")
        measured "$folder" "$root/bin/wordloom" cooccur --input "$corpus" --output "$folder/counts" --quiet \
            --window "$window" --min-count "$min_count" --blocks "$p" --max-sentence-length 1000000 \
            --driver-memory "${gigabytes}g" --master "local[$threads]"
    done
}

train_stanford() {
    local gigabytes=$1 seed=$2 folder
    folder=$(fresh "train-stanford-glove-$seed")
    measured "$folder" "$GLOVE/glove" -save-file "$folder/vectors" -threads "$threads" -x-max "$x_max" -iter "$epochs" \
        -vector-size "$dim" -binary 0 -model 2 -seed "$seed" -verbose 0 \
        -input-file "$output/count-stanford-shuffle-$gigabytes/shuffled.bin" \
        -vocab-file "$output/count-stanford-vocab_count-0/vocab.txt"
    stat -c %s "$output/count-stanford-shuffle-$gigabytes/shuffled.bin" > "$folder/bytes"
    evaluate "$folder"
}

train_wordloom() {
    local gigabytes=$1 seed=$2 p folder
    for p in $blocks; do
        folder=$(fresh "train-wordloom-p$p-$seed")
        measured "$folder" "$root/bin/wordloom" train glove --output "$folder/model" --quiet --threads "$threads" \
            --cooccurrence "$output/count-wordloom-p$p-$gigabytes/counts" --seed "$seed" --dim "$dim" \
            --epochs "$epochs" --x-max "$x_max" "${extra[@]}"
        ln -sf model/vectors.txt "$folder/vectors.txt"
        evaluate "$folder"
    done
}

whole_wordloom() {
    local gigabytes=$1 seed=$2 p folder
    for p in $blocks; do
        folder=$(fresh "whole-wordloom-p$p-$seed")
        measured "$folder" "$root/bin/wordloom" train glove --input "$corpus" --output "$folder/model" --quiet \
            --window "$window" --min-count "$min_count" --blocks "$p" --max-sentence-length 1000000 \
            --threads "$threads" --seed "$seed" --dim "$dim" --epochs "$epochs" --x-max "$x_max" "${extra[@]}"
        ln -sf model/vectors.txt "$folder/vectors.txt"
        evaluate "$folder"
    done
}

parse "$@"
check
measure_empty
first=${memory%% *}
for step in $steps; do
    for program in $programs; do
        case $step in
            count) for gigabytes in $memory; do "count_$program" "$gigabytes"; done ;;
            train) for seed in $seeds; do "train_$program" "$first" "$seed"; done ;;
            whole) [[ $program != wordloom ]] || for seed in $seeds; do whole_wordloom "$first" "$seed"; done ;;
            *) fail "unknown step $step; see --help" ;;
        esac
    done
done
"${PYTHON:-python3}" "$bench/glove_table.py" --epochs "$epochs" "$output"
