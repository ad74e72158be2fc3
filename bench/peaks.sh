# Sourced: follows the largest resident memory of every JVM of a Wordloom cluster on this machine.
# shellcheck shell=bash

peaks_process=''

# start_peaks FILE MASTER: samples twice a second, until stop_peaks; drivers are those of programs submitted to MASTER.
start_peaks() {
    : > "$1"
    while sleep 0.5; do
        ps -eo pid=,rss=,comm=,args= | awk -v master="$2" '
            $3 != "java" { next }
            /SparkSubmit/ && index($0, master) { print $1, "driver", $2 }
            /CoarseGrainedExecutorBackend/ { match($0, /--executor-id [0-9]+/); split(substr($0, RSTART, RLENGTH), id, " "); print $1, "executor-" id[2], $2 }
            /deploy.worker.Worker/ { print $1, "worker", $2 }
            /deploy.master.Master/ { print $1, "master", $2 }' >> "$1"
    done &
    peaks_process=$!
}

stop_peaks() {
    [[ -z $peaks_process ]] || kill "$peaks_process" 2> /dev/null || true
    peaks_process=''
}

# peaks FILE: a line a process.
peaks() {
    awk '{ key = $2 " (process " $1 ")"; if ($3 > most[key]) most[key] = $3 }
        END { for (key in most) printf "%-32s %6d MB\n", key, most[key] / 1024 }' "$1" | sort
}
