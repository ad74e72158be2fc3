#!/usr/bin/env bash
# How much faster N threads train than one, in many short pairs of runs within one JVM, with the distance of the cores.
#
#   bench/thread_scaling.sh CORPUS [--threads 2] [--pairs 25] [--dim 100] [--sample 1e-3]
#
# Threads that share a model write lines of the cache that others hold: that takes 20 to 60 ns on cores that share a cache,
# and 100 to 300 on others. A hypervisor moves the cores of a virtual machine between both. The last figures of a line are
# those of N trainers at once that share no model.
set -euo pipefail
shopt -s inherit_errexit
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus='' threads=2 pairs=25 dim=100 sample=1e-3
option_names='threads pairs dim sample'
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
parse "$@"
require_text "$corpus"
classes=$(bench_class_path)
# The collector and the memory that bin/wordloom trains with.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseParallelGC -Xmn64m -XX:+UseTransparentHugePages \
    --add-modules=jdk.incubator.vector -cp "$classes" \
    org.wordloom.bench.ThreadScaling "$corpus" "$threads" "$pairs" "$dim" "$sample" 2> >(grep -v incubator >&2)
