#!/usr/bin/env bash
# Spark MLlib's Word2Vec beside Wordloom's skip-gram on the first words of a corpus, both on one machine, each measured to
# the end of its process and scored by the same code. MLlib knows hierarchical softmax only, does not subsample, and
# loses quality with every partition: by default it gets one, which is one thread, and its own rate.
#
#   bench/mllib.sh CORPUS [--words N] [--dim N] [--iterations N] [--partitions LIST] [--epochs N] [--threads N]
#                  [--data DIR] [--output DIR] [-- OPTIONS OF wordloom train]
#
# --iterations are MLlib's passes (default 1), --epochs Wordloom's (default 5). A line of the table each; what the output
# holds already is not run again.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$bench")
# shellcheck source=bench/measure.sh
source "$bench/measure.sh"

words=1000000 dim=100 iterations=1 partitions=1 epochs=5 threads=$(getconf _NPROCESSORS_ONLN) data=${WORDLOOM_DATA:-}
output=$root/build/mllib corpus='' extra=()
option_names='words dim iterations partitions epochs threads data output'
parse "$@"
check_common

jars=$root/build/mllib-jars
if [[ ! -d $jars ]]; then
    (cd "$root" && mvn -q -B -ntp -f bench/mllib/pom.xml dependency:copy-dependencies -DincludeScope=runtime \
        "-DoutputDirectory=$jars.unfinished")
    mv "$jars.unfinished" "$jars"
fi
mkdir -p "$output"

# Not by java's source launcher, whose classes Spark cannot deserialize.
javac -nowarn -d "$output/classes" -cp "$jars/*" "$bench/mllib/MllibWord2Vec.java"

# Whole lines until there are so many words, in sentences of at most 1,000.
awk -v words="$words" '{
    for (i = 1; i <= NF && count < words; i++) {
        printf "%s%s", $i, (i == NF || i % 1000 == 0) ? "\n" : " "
        count++
    }
} count >= words { exit } END { print "" }' "$corpus" > "$output/text"

read -r -a spark_jvm <<< "$(sed -n 's:.*<spark.jvm>\(.*\)</spark.jvm>.*:\1:p' "$root/pom.xml")"

# run NAME COMMAND…
run() {
    local name=$1
    shift
    [[ ! -e $output/$name/vectors.txt ]] || return 0
    rm -rf "${output:?}/$name"
    mkdir -p "$output/$name"
    measured "$output/$name" "$@"
    [[ ! -d $output/$name/model ]] || ln -sf model/vectors.txt "$output/$name/vectors.txt"
    evaluate "$output/$name"
}

programs=()
for count in ${partitions//,/ }; do
    programs+=("mllib-$count")
    run "mllib-$count" java -Xmx3g "${spark_jvm[@]}" -cp "$output/classes:$jars/*" MllibWord2Vec \
        "$output/text" "$output/mllib-$count/vectors.txt" "$dim" 5 5 "$iterations" "$count" "$threads" 0.025
done
programs+=(wordloom)
run wordloom "$root/bin/wordloom" train skipgram --input "$output/text" --output "$output/wordloom/model" \
    --dim "$dim" --epochs "$epochs" --threads "$threads" --driver-memory 2g --quiet "${extra[@]}"

printf '\n%-10s %8s %8s %8s\n' program 'wall s' 'CPU s' 'WS-353'
for program in "${programs[@]}"; do
    read -r wall user system _ < "$output/$program/time"
    score=$(python3 -c '
import json, sys
print(*(round(100 * float(d["spearman"]), 1) for d in json.load(open(sys.argv[1])) if "WS-353" in d["dataset"]))
' "$output/$program/similarity.json" 2> /dev/null || echo -)
    printf '%-10s %8.1f %8.1f %8s\n' "$program" "$wall" "$(awk "BEGIN { print $user + $system }")" "$score"
done
