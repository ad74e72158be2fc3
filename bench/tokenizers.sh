#!/usr/bin/env bash
# Trains subword vocabularies with several programs on one text and encodes it with them; prints two tables.
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
usage() {
    cat << END
usage: ${0##*/} TEXT [--sizes N,N…] [--threads N] [--repeats N] [--models bpe,byte-bpe,…] [--output FOLDER]

  --sizes     vocabulary sizes (8000,30000)
  --models    of Wordloom: bpe, byte-bpe, likelihood, frequency (bpe,byte-bpe)
  --repeats   runs within Wordloom's one process: the first is what a user waits for, the last is without the
              compiler's work (2)

Other programs run when they are named or found:
  YTTM=PROGRAM   YouTokenToMe's command line (yttm bpe …, yttm encode …)
  HF=FOLDER      where 'npm install tokenizers' was run (HuggingFace; its trainer has 30,000 pieces and byte level only)
  spm_train, spm_encode on the PATH (Debian: sentencepiece)
END
}

sizes=8000,30000 threads=2 repeats=2 models=bpe,byte-bpe output=$root/build/tokenizers corpus=''
option_names='sizes threads repeats models output'
parse "$@"
require_text "$corpus"
mkdir -p "$output"

# row NAME COMMAND…: runs it and prints its wall seconds, CPU seconds and peak memory.
row() {
    local name=$1
    shift
    if /usr/bin/time -o "$output/time" -f '%e %U %S %M' "$@" > "$output/log" 2>&1 < "$corpus"; then
        awk -v name="$name" '{ printf "| %s | %.1f | %.1f | %.0f |\n", name, $1, $2 + $3, $4 / 1024 }' "$output/time"
    else
        echo "| $name | failed, see $output/log | | |"
        cp "$output/log" "$output/failed.log"
    fi
}

classes=${WORDLOOM_CLASSES:-$(bench_class_path)}
echo "| program | wall s | CPU s | peak MB |"
echo "|---|---|---|---|"
for size in ${sizes//,/ }; do
    for model in ${models//,/ }; do
        row "Wordloom $model $size, $repeats times count, train, encode" \
            "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseParallelGC -Xmx2g -cp "$classes" \
            org.wordloom.bench.TokenizerRun "$corpus" "$model" "$size" "$threads" "$repeats"
        cp "$output/log" "$output/wordloom-$model-$size.log"
    done
    if [[ -n ${YTTM:-} ]]; then
        row "YouTokenToMe train $size" "$YTTM" bpe --data "$corpus" --model "$output/yttm.$size" \
            --vocab_size "$size" --n_threads "$threads"
        row "YouTokenToMe encode $size" "$YTTM" encode --model "$output/yttm.$size" --output_type id \
            --n_threads "$threads"
    fi
    if command -v spm_train > /dev/null; then
        row "SentencePiece train BPE $size" spm_train --input="$corpus" --model_prefix="$output/spm.$size" \
            --vocab_size="$size" --model_type=bpe --num_threads="$threads" --max_sentence_length=1000000
        row "SentencePiece encode $size" spm_encode --model="$output/spm.$size.model" --output_format=id \
            --input="$corpus" --output="$output/spm.ids"
    fi
done
if [[ -n ${HF:-} ]]; then
    cat > "$output/hf.js" << 'END'
const { Tokenizer } = require(process.env.HF + '/node_modules/tokenizers');
const [, , step, text, json] = process.argv;
const fs = require('fs');
(async () => {
    if (step === 'train') {
        const level = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
        const model = { type: 'BPE', vocab: {}, merges: [] };
        const tokenizer = Tokenizer.fromString(JSON.stringify({
            version: '1.0', added_tokens: [], pre_tokenizer: level, decoder: level, model }));
        tokenizer.train([text]);
        tokenizer.save(json);
    } else {
        const tokenizer = Tokenizer.fromFile(json);
        const lines = fs.readFileSync(text, 'utf8').split('\n');
        let ids = 0;
        for (let i = 0; i < lines.length; i += 1000) {
            const encodings = await tokenizer.encodeBatch(lines.slice(i, i + 1000));
            for (const encoding of encodings) ids += encoding.getLength();
        }
        console.log(ids + ' ids');
    }
})();
END
    export HF RAYON_NUM_THREADS=$threads
    row "HuggingFace train byte-level BPE 30000" node "$output/hf.js" train "$corpus" "$output/hf.json"
    row "HuggingFace encode 30000" node "$output/hf.js" encode "$corpus" "$output/hf.json"
fi
echo
echo "Wordloom, step by step:"
for log in "$output"/wordloom-*.log; do
    echo "${log##*/}"
    cat "$log"
done
