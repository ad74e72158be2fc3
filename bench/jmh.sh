#!/usr/bin/env bash
# Builds the JMH benchmarks and runs them; arguments go to JMH: bench/jmh.sh [PATTERN] [-f 1 -wi 3 -i 5 …].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B -ntp -Pbench -Dquick -DskipTests -pl bench -am test-compile
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" --add-modules=jdk.incubator.vector -cp "bench/target/test-classes:$(cat bench/target/class-path.txt)" \
    org.openjdk.jmh.Main -jvmArgsAppend --add-modules=jdk.incubator.vector "$@"
