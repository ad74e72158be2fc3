#!/usr/bin/env bash
# Pieces a word and bits a character of held-out texts, by vocabularies of SentencePiece (Debian: sentencepiece) and of
# Wordloom that were learned from one text with the same settings. All text is encoded by spm_encode, so that nothing but
# the vocabularies differs. Needs numpy. Models that are in the folder already are not learned again.
#
#   bench/tokenizer_quality.sh TEXT --held-out TEXT,… [--size 8000] [--models bpe,unigram] [--threads 2] [--output DIR]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus='' held_out='' size=8000 models=bpe,unigram threads=2 output=$root/build/tokenizer-quality
option_names='held-out size models threads output'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse "$@"
IFS=, read -ra texts <<< "$held_out"
texts=("$corpus" "${texts[@]:-}")
for text in "${texts[@]}"; do
    require_text "$text"
done
mkdir -p "$output"

# How many characters a model of SentencePiece has pieces for.
characters() {
    python3 -c 'import sys
print(sum(len(line.split("\t")[0]) == 1 for line in open(sys.argv[1], encoding="utf-8")))' "$1"
}

learn() {
    local model=$1 theirs=$output/theirs-$1 ours=$output/ours-$1
    [[ -e $theirs.model ]] || spm_train --minloglevel=2 --num_threads="$threads" --input="${texts[0]}" \
        --model_prefix="$theirs" --vocab_size="$size" --model_type="$model" --max_sentence_length=1000000
    [[ -e $ours.model ]] && return
    local options=()
    if [[ $model == bpe ]]; then
        options=(--split metaspace --normalize nmt-nfkc --special-tokens "<unk>" "<s>" "</s>"
            --alphabet-limit "$(characters "$theirs.vocab")")
    fi
    "$root/bin/wordloom" tokenizer train "$model" --quiet --threads "$threads" --input "${texts[0]}" \
        --vocab-size "$size" --output "$ours" --overwrite "${options[@]}"
    "$root/bin/wordloom" tokenizer convert --from "tokenizer.json:$ours/tokenizer.json" \
        --to "sentencepiece:$ours.model" --overwrite
}

for model in ${models//,/ }; do
    learn "$model"
    for program in theirs ours; do
        for i in "${!texts[@]}"; do
            spm_encode --model="$output/$program-$model.model" < "${texts[i]}" > "$output/$program-$model.$i"
        done
    done
    for ((i = 1; i < ${#texts[@]}; i++)); do
        echo
        echo "$model, $size pieces, ${texts[i]}"
        python3 "$root/bench/tokenizer_quality.py" --held-out "${texts[i]}" --size "$size" \
            "SentencePiece=$output/theirs-$model.0,$output/theirs-$model.$i" \
            "Wordloom=$output/ours-$model.0,$output/ours-$model.$i"
    done
done
