#!/usr/bin/env bash
# Trains a model that is larger than any of its processes: V = 20 million, d = 100 (16 GB) by strata, one cycle over 50
# million tokens, on two executors of 2 GB with a driver of 1.5 GB on this machine; the driver is killed after a checkpoint
# and the run resumed. Reports seconds, GB of state, and the peak memory of every process. For a night: it writes some
# 100 GB at V = 20 million and wants that much disk.
#
#   bench/large_model.sh [--words 20000000] [--tokens 50000000] [--dim 100] [--blocks 128] [--cycles 1] [--folder DIR]
#                        [--driver-memory 1500m] [--executor-memory 2g] [--lose-stage N]
#
# With --lose-stage an executor is killed in that stage of Spark's, and the driver is not: with 16 blocks, 137 is in the
# fourteenth stratum. It prints when each stage began.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
words=20000000 tokens=50000000 dim=100 blocks=128 cycles=1 folder=$root/build/large-model
driver_memory=1500m executor_memory=2g lose_stage='' corpus=''
option_names='words tokens dim blocks cycles folder driver-memory executor-memory lose-stage'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse_own "$@"
export WORDLOOM_STANDALONE=$folder/cluster SPARK_LOCAL_IP=127.0.0.1
# shellcheck source=bench/peaks.sh
source "$root/bench/peaks.sh"
trap 'stop_peaks; "$root/bin/standalone" stop' EXIT

# shellcheck source=bench/large/jar.sh
source "$root/bench/large/jar.sh"
rm -rf "$folder/model" "$folder"/.model.* "$folder/cluster"
build_large_jar "$folder"

submit() {
    "$root/bin/wordloom" spark-class org.apache.spark.deploy.SparkSubmit --master "$master" --class LargeModel \
        --driver-memory "$driver_memory" --executor-memory "$executor_memory" --conf spark.executor.cores=1 \
        --conf spark.ui.enabled=false --jars "$jar" "$folder/large.jar" \
        "$words" "$tokens" "$dim" "$blocks" "$cycles" "$folder" "$1" 2>> "$folder/log" &
    driver=$!
}

# The newest stage of which an executor has begun a task, of this run's cluster; its logs are those of this run alone.
newest_stage() {
    { grep -rhoE 'in stage [0-9]+' "$WORDLOOM_STANDALONE" --include=stderr 2> /dev/null || true; } |
        awk '$3 + 0 > newest { newest = $3 + 0 } END { print newest + 0 }'
}

# Until the driver ends; kills an executor two seconds into the stage that it is to be lost in.
follow_stages() {
    local stage last='' lost='' executor
    while kill -0 "$driver" 2> /dev/null; do
        stage=$(newest_stage)
        if [[ $stage != "$last" ]]; then
            echo "$((SECONDS - start)) s: stage $stage"
            last=$stage
        fi
        if [[ -z $lost ]] && ((stage >= lose_stage)); then
            sleep 2
            executor=$("$root/bin/standalone" executors | sed -n 1p)
            kill -9 "${executor#* }"
            lost=$executor
            echo "$((SECONDS - start)) s: lost the executor of ${executor% *}"
        fi
        sleep 0.5
    done
}

master=$("$root/bin/standalone" start --workers 2 --memory "$executor_memory")
start_peaks "$folder/peaks" "$master"
: > "$folder/log"
start=$SECONDS
submit begin
if [[ -n $lose_stage ]]; then
    follow_stages
else
    until compgen -G "$folder/.model.checkpoints/stratum-*/MANIFEST" > /dev/null; do
        kill -0 "$driver" 2> /dev/null || { tail -n 20 "$folder/log" && exit 1; }
        sleep 1
    done
    echo "a checkpoint after $((SECONDS - start)) s: $(du -sh "$folder/.model.checkpoints" | cut -f 1)"
    kill -9 "$driver"
    wait "$driver" 2> /dev/null || true
    submit resume
fi
wait "$driver"
echo "all in $((SECONDS - start)) s; the model:"
ls -l "$folder/model"
peaks "$folder/peaks"
