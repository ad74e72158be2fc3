# shellcheck shell=bash
# How much memory a JVM gets, and how it is divided.

readonly LEAST_MEBIBYTES=16 MOST_MEBIBYTES=$((64 * 1024 * 1024))
# Spark wants 450 MiB of what Java gives objects, which is up to a ninth less than the heap.
readonly LEAST_SPARK_MEBIBYTES=512

# Three quarters of the machine's or the container's memory, in MiB.
heap_mebibytes() {
    local kibibytes limit file
    if [[ -r /proc/meminfo ]]; then
        kibibytes=$(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo)
    else
        kibibytes=$(($(sysctl -n hw.memsize) / 1024))
    fi
    while IFS= read -r file; do
        limit=max
        [[ ! -r $file ]] || read -r limit < "$file"
        # Version 1 says "no limit" by a number near 2^63.
        if [[ $limit =~ ^[0-9]{1,18}$ ]] && ((limit / 1024 < kibibytes)); then
            kibibytes=$((limit / 1024))
        fi
    done < <(memory_limit_files)
    printf '%s' "$((kibibytes * 3 / 4 / 1024))"
}

# The heap that the user asked for, in MiB. Spark says 4gb where Java says 4g, and means MiB by a bare number. With less
# than 16 MiB Java does not get as far as the program, and more than 64 TiB no process can address.
given_mebibytes() {
    local size
    [[ $driver_memory =~ ^([1-9][0-9]{0,11})([kKmMgGtT]?)[bB]?$ ]] ||
        fail "$EXIT_USAGE" "--driver-memory is $driver_memory: expected a size, 4g or 500m for example"
    size=${BASH_REMATCH[1]}
    case ${BASH_REMATCH[2]} in
        k | K) size=$(((size + 1023) / 1024)) ;;
        g | G) size=$((size * 1024)) ;;
        t | T) size=$((size * 1024 * 1024)) ;;
    esac
    ((size >= LEAST_MEBIBYTES && size <= MOST_MEBIBYTES)) ||
        fail "$EXIT_USAGE" "--driver-memory is $driver_memory: expected ${LEAST_MEBIBYTES}m to $((MOST_MEBIBYTES / 1024 / 1024))t"
    printf '%s' "$size"
}

# The heap of a Spark application's driver, in MiB: what was asked for, or what this machine has for it.
driver_mebibytes() {
    local heap
    if [[ -n $driver_memory ]]; then
        heap=$(given_mebibytes) || exit
        ((heap >= LEAST_SPARK_MEBIBYTES)) || fail "$EXIT_USAGE" \
            "--driver-memory is $driver_memory: '$command' runs on Spark, which needs ${LEAST_SPARK_MEBIBYTES}m or more"
    else
        heap=$(heap_mebibytes)
        ((heap >= LEAST_SPARK_MEBIBYTES)) || fail "$EXIT_ENVIRONMENT" "three quarters of the memory here are ${heap}m, and" \
            "'$command' runs on Spark, which needs ${LEAST_SPARK_MEBIBYTES}m or more: give more memory, or --driver-memory ${LEAST_SPARK_MEBIBYTES}m"
    fi
    printf '%s' "$heap"
}

# Where control groups of version 2 and 1 state a limit: as seen inside a container, and outside of one.
memory_limit_files() {
    local line path
    printf '%s\n' /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes
    [[ -r /proc/self/cgroup ]] || return 0
    while IFS= read -r line; do
        path=${line#*:*:}
        case $line in
            0::/?*) printf '%s\n' "/sys/fs/cgroup$path/memory.max" ;;
            *:memory:/?*) printf '%s\n' "/sys/fs/cgroup/memory$path/memory.limit_in_bytes" ;;
        esac
    done < /proc/self/cgroup
}

# The heap as Java wants it.
heap_option() {
    local heap
    if [[ -z $driver_memory ]]; then
        printf '%s' -XX:MaxRAMPercentage=75
    else
        heap=$(given_mebibytes) || exit
        printf '%s' "-Xmx${heap}m"
    fi
}

# Suits the memory of a JVM that trains words to what such training does: it allocates nothing but the model, once its
# kernels are compiled. Until then they are interpreted and make an object of each vector. A small young generation takes
# these in the same few pages again and again, and the arrays of the model lie outside of it from the start: less than half
# of the memory, and some percent of the time. Rows are read at random, which larger pages speed up where rows are long.
# Counting and tokenisers gain nothing by it and have Java's own choice. See docs/LOG.md.
suit_memory_to_training() {
    local all young pages=/sys/kernel/mm/transparent_hugepage/enabled
    all=$(all_java_options "$@")
    [[ "$command $kind" =~ ^(quickstart|train (skipgram|cbow)$) && $all == *' -XX:+UseParallelGC '* ]] || return 0
    if [[ ! $all =~ ' -Xmn'|' -XX:'(Max)?New(Size|Ratio)= ]]; then
        young=$(young_mebibytes) || exit
        java_options+=("-Xmn${young}m")
    fi
    [[ $all == *UseTransparentHugePages* || ! -r $pages || $(< "$pages") != *'[madvise]'* ]] ||
        java_options+=(-XX:+UseTransparentHugePages)
}

# 32 MiB for each thread that trains, two threads at least; no more than an eighth of the heap.
young_mebibytes() {
    local count heap young
    case $master in
        local) count=1 ;;
        local\[[1-9]*) count=${master#local[} count=${count%%[!0-9]*} ;;
        *) count=$(getconf _NPROCESSORS_ONLN) ;;
    esac
    heap=$(driver_mebibytes) || exit
    young=$((count > 2 ? 32 * count : 64))
    printf '%s' "$((young < heap / 8 ? young : heap / 8))"
}
