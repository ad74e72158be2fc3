#!/usr/bin/env bash
# Learns a BPE of 30,000 pieces from so many different words (20 million) with a driver of 4 GB. Prints what GNU time says
# of the process, and how much was in use after each full collection.
#
#   bench/large_tokenizer.sh [--words 20000000] [--folder DIR]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
words=20000000 folder=$root/build/large-tokenizer corpus=''
option_names='words folder'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse_own "$@"

python3 "$root/bench/large_words.py" "$words" > "$folder/words.tsv"
ls -l "$folder/words.tsv"

rm -rf "$folder/bpe"
WORDLOOM_JAVA_OPTIONS="-Xlog:gc:file=$folder/gc.log" /usr/bin/time -v "$root/bin/wordloom" tokenizer train bpe \
    --counts "$folder/words.tsv" --vocab-size 30000 --output "$folder/bpe" --driver-memory 4g --master 'local[2]' --quiet
grep 'Pause Full' "$folder/gc.log"
