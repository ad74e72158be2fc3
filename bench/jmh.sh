#!/usr/bin/env bash
# Builds the JMH benchmarks and runs them; arguments go to JMH: bench/jmh.sh [PATTERN] [-f 1 -wi 3 -i 5 …].
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
classes=$(bench_class_path)
cd "$root"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" --add-modules=jdk.incubator.vector -cp "$classes" \
    org.openjdk.jmh.Main -jvmArgsAppend --add-modules=jdk.incubator.vector "$@"
