#!/usr/bin/env bash
# Trains the same vectors with Wordloom and other programs, one after another, and prints what each took and how good
# its vectors are. See bench/README.md.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
# shellcheck source=bench/measure.sh
source "$bench/measure.sh"

usage() {
    cat << 'HELP'
Usage: bench/peers.sh CORPUS [OPTION…] [-- OPTIONS OF wordloom train]

  --programs LIST        of wordloom, gensim, fasttext, word2vec        [those that are installed]
  --architecture NAME    skipgram or cbow                               [skipgram]
  --loss NAME            ns (negative sampling) or hs                   [ns]
  --dim N --window N --negative N --epochs N --min-count N --sample X   [100 5 5 3 5 1e-3]
  --rate X               initial learning rate                          [skipgram 0.025, cbow 0.05]
  --rates P=X,…          another rate for some programs, as wordloom=0.2,gensim=0.05
  --threads N            of each program                                [all cores]
  --seeds LIST           a run for each seed; the table has the means   [1]
  --data DIR             holds wordsim/ and analogy/                    [$WORDLOOM_DATA]
  --output DIR           vectors, logs and figures                      [build/peers]

Environment: WORD2VEC, the binary of word2vec.c; PYTHON, a Python that has gensim.
HELP
}

programs='' architecture=skipgram loss=ns dim=100 window=5 negative=5 epochs=3 min_count=5 sample=1e-3 rate='' rates=''
threads=$(getconf _NPROCESSORS_ONLN) seeds=1 data=${WORDLOOM_DATA:-} output=$root/build/peers corpus='' extra=()
option_names='programs architecture loss dim window negative epochs min-count sample rate rates threads'
option_names+=' seeds data output'

check() {
    check_common
    [[ $architecture == skipgram || $architecture == cbow ]] || fail "--architecture is skipgram or cbow"
    [[ $loss == ns || $loss == hs ]] || fail "--loss is ns or hs"
    [[ -n $rate ]] || { [[ $architecture == skipgram ]] && rate=0.025 || rate=0.05; }
    find_python
    [[ -n $programs ]] || programs=$(installed)
    programs=${programs//,/ } seeds=${seeds//,/ }
    require_programs
}

# What was asked for by name and is missing is told before hours are spent on the others.
require_programs() {
    local program
    for program in $programs; do
        case $program in
            wordloom) ;;
            gensim) [[ -n $python ]] || fail "gensim cannot be imported by ${PYTHON:-python3}: name another by PYTHON" ;;
            fasttext) command -v fasttext > /dev/null || fail "fasttext is not on the PATH" ;;
            word2vec) [[ -x ${WORD2VEC:-} ]] || fail "WORD2VEC names no binary of word2vec.c" ;;
            *) fail "--programs knows wordloom, gensim, fasttext and word2vec, not $program" ;;
        esac
    done
}

find_python() {
    local candidate
    python=''
    for candidate in "${PYTHON:-}" python3 /usr/bin/python3; do
        if [[ -n $candidate ]] && "$candidate" -c 'import gensim' 2> /dev/null; then
            python=$candidate
            return
        fi
    done
}

installed() {
    local found=wordloom
    if [[ -n $python ]]; then found+=' gensim'; else echo "peers: no gensim (Debian: python3-gensim)" >&2; fi
    if command -v fasttext > /dev/null; then found+=' fasttext'; else echo "peers: no fasttext (Debian: fasttext)" >&2; fi
    if [[ -x ${WORD2VEC:-} ]]; then found+=' word2vec'; else echo "peers: no word2vec.c: WORD2VEC names no binary" >&2; fi
    echo "$found"
}

rate_of() {
    [[ ",$rates" =~ ,$1=([^,]+) ]] && echo "${BASH_REMATCH[1]}" || echo "$rate"
}

run_wordloom() {
    local folder=$1 seed=$2 options=()
    [[ $loss == ns ]] && options=(--negative "$negative") || options=(--hs)
    measured "$folder" "$root/bin/wordloom" train "$architecture" --input "$corpus" --output "$folder/model" \
        --overwrite --dim "$dim" --window "$window" --epochs "$epochs" --min-count "$min_count" --sample "$sample" \
        --rate "$(rate_of wordloom)" --threads "$threads" --seed "$seed" --quiet "${options[@]}" "${extra[@]}"
    ln -sf model/vectors.txt "$folder/vectors.txt"
}

run_gensim() {
    local folder=$1 seed=$2 options=()
    [[ $loss == ns ]] || options=(--hs)
    measured "$folder" "$python" "$bench/gensim_train.py" "$corpus" "$folder/vectors.txt" \
        --architecture "$architecture" --dim "$dim" --window "$window" --negative "$negative" --epochs "$epochs" \
        --min-count "$min_count" --sample "$sample" --rate "$(rate_of gensim)" --threads "$threads" --seed "$seed" \
        "${options[@]}"
}

run_fasttext() {
    local folder=$1 seed=$2
    measured "$folder" fasttext "$architecture" -input "$corpus" -output "$folder/vectors" -minn 0 -maxn 0 \
        -dim "$dim" -ws "$window" -neg "$negative" -loss "$loss" -epoch "$epochs" -minCount "$min_count" -t "$sample" \
        -lr "$(rate_of fasttext)" -thread "$threads" -seed "$seed"
    mv "$folder/vectors.vec" "$folder/vectors.txt"
    rm "$folder/vectors.bin"
}

run_word2vec() {
    local folder=$1 cbow=0 hs=0 negatives=$negative
    [[ $architecture == skipgram ]] || cbow=1
    [[ $loss == ns ]] || hs=1 negatives=0
    measured "$folder" "$WORD2VEC" -train "$corpus" -output "$folder/vectors.txt" -cbow "$cbow" -hs "$hs" \
        -negative "$negatives" -size "$dim" -window "$window" -iter "$epochs" -min-count "$min_count" \
        -sample "$sample" -alpha "$(rate_of word2vec)" -threads "$threads" -binary 0
}

parse "$@"
check
measure_empty
folders=()
for seed in $seeds; do
    for program in $programs; do
        folder=$output/$program-$seed
        rm -rf "$folder"
        mkdir -p "$folder"
        "run_$program" "$folder" "$seed"
        evaluate "$folder"
        folders+=("$folder")
    done
done
"${python:-python3}" "$bench/peers_table.py" --threads "$threads" "$output/empty" "${folders[@]}"
