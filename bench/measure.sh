# Sourced by the side-by-side runs: how their options are read, a program is measured and its vectors are scored.
# Needs root, option_names, and a variable with a default for each of these.
# shellcheck shell=bash disable=SC2034,SC2154

fail() {
    echo "${0##*/}: $*" >&2
    exit 2
}

# What --help prints, of a script without words of its own for it: the comment at its head.
usage() {
    sed -n '2,/^[^#]/ s/^# \{0,1\}//p' "$0"
}

# parse ARGUMENT…: sets the variable of each option (- becomes _), corpus, and extra, what stands behind --, in scripts
# that have it.
parse() {
    while (($#)); do
        case $1 in
            --)
                shift
                declare -p extra > /dev/null 2>&1 || fail "nothing is passed on here: leave out --"
                extra=("$@")
                return
                ;;
            -h | --help) usage && exit 0 ;;
            -*)
                [[ $1 == --* && " $option_names " == *" ${1#--} "* ]] || fail "unknown option $1; see --help"
                (($# > 1)) || fail "$1 needs a value"
                local name=${1#--}
                printf -v "${name//-/_}" '%s' "$2"
                shift 2
                ;;
            *)
                [[ -z $corpus ]] || fail "one corpus, please: $corpus or $1"
                corpus=$1
                shift
                ;;
        esac
    done
}

# require_text FILE: that there is one, which can be read.
require_text() {
    [[ -n $1 ]] || fail "no text: name a file, a sentence a line; see --help"
    [[ -r $1 && ! -d $1 ]] || fail "cannot read $1"
}

# parse_own ARGUMENT…: as parse, for scripts that make their own text, in a folder.
parse_own() {
    parse "$@"
    [[ -z $corpus ]] || fail "$corpus is no option; see --help"
    mkdir -p "$folder"
}

# Compiles the programs and benchmarks of the bench module, and prints their class path.
bench_class_path() {
    # Maven writes control characters even when it is quiet: not into what the caller reads.
    (cd "$root" && mvn -q -B -ntp -Pbench -Dquick -DskipTests -pl bench -am test-compile >&2) &&
        echo "$root/bench/target/test-classes:$(cat "$root/bench/target/class-path.txt")"
}

# What every run needs.
check_common() {
    require_text "$corpus"
    [[ -x /usr/bin/time ]] || fail "GNU time is missing (Debian: apt-get install time)"
    [[ -r $data/wordsim/EN-WS-353-ALL.txt ]] || echo "${0##*/}: no --data: vectors are not evaluated" >&2
}

# What starting and ending Wordloom takes, into the folder empty of the output.
measure_empty() {
    mkdir -p "$output/empty"
    "$root/bin/wordloom" empty-job --threads "$threads" # builds what is missing
    measured "$output/empty" "$root/bin/wordloom" empty-job --threads "$threads"
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
