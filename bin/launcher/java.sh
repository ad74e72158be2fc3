# shellcheck shell=bash
# The JVM: its options, its collector, its locale, and running it.

readonly INCUBATOR_WARNING='WARNING: Using incubator modules: jdk.incubator.vector'

java_options=()

# Java reads arguments and names of files in the locale's encoding. In containers and under cron that is often ASCII, also
# where the environment names a locale that is not installed, and every other letter would be lost. Glibc calls it so;
# elsewhere Java takes UTF-8 or knows better. A locale with letters of its own stays.
use_utf8() {
    local installed name
    [[ $(locale charmap 2> /dev/null) == ANSI_X3.4-1968 ]] || return 0
    installed=$(locale -a 2> /dev/null) || return 0
    for name in C.UTF-8 C.utf8 en_US.UTF-8 en_US.utf8; do
        if [[ $'\n'$installed$'\n' == *$'\n'$name$'\n'* ]]; then
            export LC_ALL=$name
            return
        fi
    done
}

# Options of every JVM that this script starts for the program.
set_java_options() {
    java_options=(-XX:+IgnoreUnrecognizedVMOptions)
    # Newer Javas warn about native code and sun.misc.Unsafe, which Spark's libraries use.
    java_options+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    if [[ -f $root/conf/log4j2.properties && -n $own_spark ]]; then
        java_options+=("-Dlog4j2.configurationFile=$root/conf/log4j2.properties")
    fi
    # shellcheck disable=SC2206 # split on purpose
    java_options+=(${WORDLOOM_JAVA_OPTIONS:-})
}

# All that a JVM on this machine will read: java_options, the given words, and Java's own variables; a blank around each.
all_java_options() {
    printf ' %s ' "${java_options[*]}" "$@" "${JAVA_TOOL_OPTIONS:-}" "${JDK_JAVA_OPTIONS:-}"
}

# Adds the collector of a JVM on this machine to java_options, unless these, the given words, or what Java itself reads
# name one. Only G1 leaves large arrays where they are, as OpenCL kernels need it.
choose_collector() {
    local all
    all=$(all_java_options "$@")
    if [[ $all == *' -XX:+Use'*GC* ]]; then
        return
    elif may_use_opencl; then
        java_options+=(-XX:+UseG1GC)
    else
        java_options+=(-XX:+UseParallelGC)
    fi
}

# Whether a kernel may run on an OpenCL device: it was asked for, or there is a GPU that it may pay on.
may_use_opencl() {
    local file
    [[ $command == devices || " ${program_arguments[*]-} " =~ ' --kernel'[\ =]'opencl ' ]] && return 0
    for file in /dev/nvidia[0-9]* /dev/kfd /dev/dri/renderD*; do
        [[ ! -e $file ]] || return 0
    done
    return 1
}

# PoCL takes over signals of the JVM; this library of the JVM's lets both have them, and costs nothing elsewhere.
chain_signals() {
    local home
    home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
    if [[ -f $home/lib/libjsig.so ]]; then
        export LD_PRELOAD=$home/lib/libjsig.so${LD_PRELOAD:+:$LD_PRELOAD}
    fi
}

# Runs a JVM without the one line that Java prints about its incubating Vector API. The filter hands on all that follows
# byte by byte, so that a live progress line stays live; this script outlives the filter, so that no output comes late.
run_java() {
    local child filter status=0 interrupted=''
    [[ -z ${WORDLOOM_DEBUG:-} ]] || { printf '%q ' "$@" && echo; } >&2
    exec 3> >(without_incubator_warning >&2)
    filter=${!:-} # not known to a Bash before 4.4, which then does not wait for it
    "$@" 2>&3 3>&- <&0 &
    child=$!
    exec 3>&-
    trap 'interrupted=yes; kill -TERM "$child" 2> /dev/null || true' INT
    trap 'kill -TERM "$child" 2> /dev/null || true' TERM HUP
    # Java prints what its threads do, and goes on.
    trap 'kill -QUIT "$child" 2> /dev/null || true' QUIT
    wait "$child" || status=$?
    # A trap ends the wait early: wait again until the JVM is gone.
    while kill -0 "$child" 2> /dev/null; do
        status=0
        wait "$child" || status=$?
    done
    [[ -z $filter ]] || wait "$filter" 2> /dev/null || true
    [[ -z $interrupted ]] || status=$EXIT_INTERRUPTED
    exit "$status"
}

# The warning comes first, unless JAVA_TOOL_OPTIONS is announced before it.
without_incubator_warning() {
    local line=''
    trap '' INT TERM HUP
    while IFS= read -r line && [[ $line == 'Picked up '* ]]; do
        printf '%s\n' "$line"
    done
    case $line in
        "$INCUBATOR_WARNING" | '') ;;
        *) printf '%s\n' "$line" ;;
    esac
    exec cat
}
