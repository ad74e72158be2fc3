# Sourced by the side-by-side runs: how a program is measured and its vectors scored. Needs root and data.
# shellcheck shell=bash disable=SC2154

fail() {
    echo "${0##*/}: $*" >&2
    exit 2
}

# measured FOLDER COMMAND…: runs it; its output goes to FOLDER/log, what it took (GNU time) to FOLDER/time.
measured() {
    local folder=$1
    shift
    echo "${0##*/}: $*" >&2
    if ! /usr/bin/time -o "$folder/time" -f '%e %U %S %M' "$@" > "$folder/log" 2>&1 < /dev/null; then
        tail -n 5 "$folder/log" >&2
        fail "${folder##*/} failed; see $folder/log"
    fi
}

# The same measures for everybody's vectors; analogies among the 30,000 most frequent words, as is usual.
evaluate() {
    local folder=$1
    [[ -r $data/wordsim/EN-WS-353-ALL.txt ]] || return 0
    "$root/bin/wordloom" eval similarity --model "$folder/vectors.txt" --resamples 0 --json \
        --data "$data/wordsim/EN-WS-353-ALL.txt" --data "$data/wordsim/EN-RG-65.txt" > "$folder/similarity.json"
    "$root/bin/wordloom" eval analogy --model "$folder/vectors.txt" --restrict-vocab 30000 --json \
        --data "$data/analogy/questions-words.txt" > "$folder/analogy.json"
}
