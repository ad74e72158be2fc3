#!/usr/bin/env bash
# Learns a BPE of 30,000 pieces from so many different words (20 million) with a driver of 4 GB. Prints what GNU time says
# of the process, and how much was in use after each full collection.
#
#   bench/large_tokenizer.sh [WORDS] [FOLDER]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly words=${1:-20000000} work=${2:-$root/build/large-tokenizer}
mkdir -p "$work"

python3 "$root/bench/large_words.py" "$words" > "$work/words.tsv"
ls -l "$work/words.tsv"

rm -rf "$work/bpe"
WORDLOOM_JAVA_OPTIONS="-Xlog:gc:file=$work/gc.log" /usr/bin/time -v "$root/bin/wordloom" tokenizer train bpe \
    --counts "$work/words.tsv" --vocab-size 30000 --output "$work/bpe" --driver-memory 4g --master 'local[2]' --quiet
grep 'Pause Full' "$work/gc.log"
