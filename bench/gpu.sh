#!/usr/bin/env bash
# Measures what an OpenCL GPU is worth to Wordloom. Makes a folder and an archive of it that need nothing on the other
# machine but the GPU's driver: the jars, a Java runtime, and a program `run`. See bench/README.md.
#
#   bench/gpu.sh [--output DIR]                makes DIR/wordloom-gpu and DIR/wordloom-gpu.tar.gz   [build]
#   bench/gpu.sh --run [OPTION…]               makes the folder and runs it here, for 2 seconds unless told otherwise
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=bench/measure.sh
source "$root/bench/measure.sh"
readonly most_bytes=$((60 * 1000 * 1000))
output=$root/build run=0 options=()
while (($#)); do
    case $1 in
        --run) run=1 && shift && options=("$@") && break ;;
        --output) output=$2 && shift 2 ;;
        -h | --help) usage && exit 0 ;;
        *) fail "unknown option $1; see --help" ;;
    esac
done
home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
folder=$output/wordloom-gpu
[[ -d $home/jmods ]] || { echo "gpu.sh: $home has no jmods: install a whole JDK 17" >&2 && exit 1; }

# What the kernels use, and what Aparapi needs; of its native libraries the one for this kind of machine.
jars() {
    (cd "$root" && mvn -q -B -ntp -Pbench -Dquick -DskipTests -pl bench -am package)
    cp "$root"/core/target/wordloom-core-*-SNAPSHOT.jar "$folder/jars/core.jar"
    cp "$root"/bench/target/wordloom-bench-*-SNAPSHOT.jar "$folder/jars/bench.jar"
    local library
    tr ':' '\n' < "$root/bench/target/class-path.txt" | grep -E '/(aparapi|aparapi-jni|bcel|commons-lang3|fastutil-core)-[^/]*\.jar$' |
        while read -r library; do cp "$library" "$folder/jars/"; done
    (cd "$folder/jars" && python3 - aparapi-jni-*.jar "$(uname -m)" << 'PYTHON'
import os, sys, zipfile
jar, machine = sys.argv[1:]
wanted = f"linux/libaparapi_{machine}.so"
with zipfile.ZipFile(jar) as whole, zipfile.ZipFile("natives.jar", "w", zipfile.ZIP_DEFLATED) as part:
    for name in whole.namelist():
        if name == wanted or not name.endswith((".so", ".dll", ".dylib")):
            part.writestr(name, whole.read(name))
os.remove(jar)
PYTHON
    )
}

# The runtime, and the libraries that a distribution's JVM links to, for machines without them.
runtime() {
    "$home/bin/jlink" --output "$folder/runtime" --strip-debug --no-man-pages --no-header-files --compress=2 \
        --add-modules java.base,java.logging,java.management,jdk.management,jdk.incubator.vector,jdk.unsupported 2>&1 |
        { grep -v 'incubator modules' || true; }
    local library
    for library in libz.so.1 libstdc++.so.6 libgcc_s.so.1; do
        cp -L "$(ldd "$home/lib/server/libjvm.so" "$home/lib/libzip.so" | awk -v name="$library" '$1 == name { print $3; exit }')" \
            "$folder/libraries/" 2> /dev/null || true # not every JVM links to all of them
    done
}

program() {
    cat > "$folder/run" << 'RUN'
#!/usr/bin/env bash
# Measures the OpenCL device of this machine: ./run [--seconds N] [--device ADDRESS] [--output FILE]
# HEAP=32g ./run gives the Java heap another size than half of the memory.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
if ! "$ldconfig" -p 2> /dev/null | grep -q 'libOpenCL\.so\.1' && ! compgen -G "/usr/lib*/libOpenCL.so.1" > /dev/null &&
    ! compgen -G "/usr/lib/*/libOpenCL.so.1" > /dev/null && [[ :${LD_LIBRARY_PATH:-} != *[Oo]pen[Cc][Ll]* ]]; then
    echo "run: libOpenCL.so.1 is missing: install the OpenCL loader (Debian, Ubuntu: ocl-icd-libopencl1) and the GPU's driver" >&2
    exit 3
fi
if ldd "$here/runtime/lib/server/libjvm.so" "$here/runtime/lib/libzip.so" | grep -E 'lib(z|stdc\+\+|gcc_s)\.so' | grep -q 'not found'; then
    export LD_LIBRARY_PATH=$here/libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
fi
heap=${HEAP:-$(($(awk '/MemAvailable/ { print $2 }' /proc/meminfo) / 2048))m}
# PoCL would take the JVM's signals; libjsig chains them.
exec env LD_PRELOAD="$here/runtime/lib/libjsig.so" "$here/runtime/bin/java" -XX:+UseG1GC "-Xmx$heap" \
    --add-modules=jdk.incubator.vector -cp "$here/jars/*" org.wordloom.bench.gpu.GpuBench "$@" \
    2> >(grep -v -e 'signal chaining was deprecated' -e 'Using incubator modules' >&2)
RUN
    chmod +x "$folder/run"
}

rm -rf "$folder"
mkdir -p "$folder/jars" "$folder/libraries"
jars
runtime
program
if ((run)); then
    ((${#options[@]})) || options=(--seconds 2 --output "$output/gpu.json")
    exec env HEAP="${HEAP:-2g}" "$folder/run" "${options[@]}"
fi
bytes=$(du -sb "$folder" | cut -f 1)
((bytes < most_bytes)) || { echo "gpu.sh: $folder has $bytes bytes, more than $most_bytes" >&2 && exit 1; }
tar -czf "$folder.tar.gz" -C "$output" wordloom-gpu
echo "$folder.tar.gz: $(stat -c %s "$folder.tar.gz") bytes, unpacked $bytes. On the machine with the GPU:"
echo "  tar -xzf wordloom-gpu.tar.gz && wordloom-gpu/run"
