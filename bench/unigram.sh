#!/usr/bin/env bash
# Trains unigram pieces and encodes with them, side by side with SentencePiece (Debian: sentencepiece), and compares what
# the two make of a held-out text.
#
#   bench/unigram.sh TEXT --held-out TEXT [--size 8000] [--threads 2]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus='' held_out='' size=8000 threads=2
option_names='held-out size threads'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse "$@"
require_text "$corpus"
require_text "$held_out"
wordloom=$root/bin/wordloom
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() {
    local name=$1
    shift
    /usr/bin/time -f "$name: %U s user, %S s system, %e s wall, %M kB" "$@"
}

# Pieces for each word and bits for each character of the held-out text, by the frequencies of the pieces in it.
quality() {
    awk -v name="$1" -v characters="$(wc -m < "$held_out")" -v words="$(wc -w < "$held_out")" '
        { for (i = 1; i <= NF; i++) { count[$i]++; all++ } }
        END {
            for (piece in count) bits -= count[piece] * log(count[piece] / all) / log(2)
            printf "%s: %.4f pieces a word, %.4f bits a character\n", name, all / words, bits / characters
        }' "$2"
}

timed "spm_train" spm_train --minloglevel=2 --num_threads="$threads" --input="$corpus" --model_prefix="$work/theirs" \
    --vocab_size="$size"
timed "wordloom tokenizer train" "$wordloom" tokenizer train unigram --quiet --threads "$threads" --input "$corpus" \
    --vocab-size "$size" --output "$work/ours"
"$wordloom" tokenizer convert --from "tokenizer.json:$work/ours/tokenizer.json" \
    --to "sentencepiece:$work/ours.model"
for model in theirs ours; do
    timed "spm_encode, $model" spm_encode --model="$work/$model.model" < "$corpus" > /dev/null
    spm_encode --model="$work/$model.model" < "$held_out" > "$work/$model.pieces"
    quality "$model" "$work/$model.pieces"
done
