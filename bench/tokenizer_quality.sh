#!/usr/bin/env bash
# Pieces a word and bits a character of held-out texts, by vocabularies of SentencePiece (Debian: sentencepiece) and of
# Wordloom that were learned from one text with the same settings. All text is encoded by spm_encode, so that nothing but
# the vocabularies differs. Needs numpy and a jar: mvn -q -Dquick -DskipTests package.
set -euo pipefail
usage() {
    cat << END
usage: ${0##*/} TEXT HELD-OUT… [--size N] [--models bpe,unigram] [--threads N] [--output FOLDER]

Models that are in the folder already are not learned again.
END
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
size=8000 models=bpe,unigram threads=2 output=$here/../build/tokenizer-quality texts=()
while (($#)); do
    case $1 in
        --size) size=$2 && shift ;;
        --models) models=$2 && shift ;;
        --threads) threads=$2 && shift ;;
        --output) output=$2 && shift ;;
        -h | --help) usage && exit 0 ;;
        -*) usage >&2 && exit 2 ;;
        *) texts+=("$1") ;;
    esac
    shift
done
((${#texts[@]} >= 2)) || { usage >&2 && exit 2; }
for text in "${texts[@]}"; do
    [[ -r $text ]] || { echo "cannot read $text" >&2 && exit 3; }
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
    "$here/../bin/wordloom" tokenizer train "$model" --quiet --threads "$threads" --input "${texts[0]}" \
        --vocab-size "$size" --output "$ours" --overwrite "${options[@]}"
    "$here/../bin/wordloom" tokenizer convert --from "tokenizer.json:$ours/tokenizer.json" \
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
        python3 "$here/tokenizer_quality.py" --held-out "${texts[i]}" --size "$size" \
            "SentencePiece=$output/theirs-$model.0,$output/theirs-$model.$i" \
            "Wordloom=$output/ours-$model.0,$output/ours-$model.$i"
    done
done
