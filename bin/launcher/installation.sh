# shellcheck shell=bash
# What has to be there before anything runs: a Java, the program's jar, Spark's jars. The last two are made once.

# Whether SPARK_HOME is the folder below build/, not the user's.
own_spark=''

# Sets java, the command, and java_release, 17 for example.
find_java() {
    if java=$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java"); then
        check_java
        return
    elif [[ -n ${JAVA_HOME:-} ]]; then
        fail "$EXIT_ENVIRONMENT" "JAVA_HOME is $JAVA_HOME, which has no bin/java: set it to Java 17 or newer, or unset it"
    fi
    fail "$EXIT_ENVIRONMENT" "no Java found: install Java 17 or newer, or set JAVA_HOME"
}

# A JVM that does not say its version is taken as it is.
check_java() {
    java_release=17
    [[ ! $("$java" -Xinternalversion 2> /dev/null) =~ \(([0-9]+) ]] || java_release=${BASH_REMATCH[1]}
    ((java_release >= 17)) ||
        fail "$EXIT_ENVIRONMENT" "$java is Java $java_release: Wordloom needs 17 or newer; set JAVA_HOME to one"
}

# What is being made and not whole yet; goes when this script ends before it is.
leftovers=()

remove_at_exit() {
    leftovers=("$@")
    trap remove_leftovers EXIT
}

remove_leftovers() {
    rm -rf "${leftovers[@]}"
    trap - EXIT
}

# Maven, quietly: its output is shown only when it fails.
maven() {
    local mvn=mvn output status=0
    [[ ! -x $root/mvnw ]] || mvn=$root/mvnw
    command -v "$mvn" > /dev/null || fail "$EXIT_ENVIRONMENT" "no Maven found: install Maven 3.8 or newer"
    output=$(cd "$root" && "$mvn" -B -ntp "$@" 2>&1) || status=$?
    if ((status)); then
        printf '%s\n' "$output" >&2
        fail "$EXIT_ENVIRONMENT" "Maven could not finish: $mvn $*"
    fi
}

newest_jar() {
    local jar newest=''
    for jar in "$root"/jobs/target/wordloom-jobs-*-all.jar; do
        if [[ -f $jar && (-z $newest || $jar -nt $newest) ]]; then
            newest=$jar
        fi
    done
    printf '%s' "$newest"
}

ensure_jar() {
    jar=$(newest_jar)
    [[ -z $jar ]] || return 0
    say "building the program (once; the first time Maven downloads what it needs, which takes minutes)"
    maven -q -DskipTests -Dquick -pl jobs -am package
    jar=$(newest_jar)
    [[ -n $jar ]] || fail "$EXIT_ENVIRONMENT" "the build left no jobs/target/wordloom-jobs-*-all.jar"
}

pom_property() {
    sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml" | head -n 1
}

# A folder of Spark's jars: the user's SPARK_HOME, or one below build/ that appears whole or not at all. Its name tells
# apart what other lists of jars left there.
ensure_spark() {
    local list
    if [[ -n ${SPARK_HOME:-} ]]; then
        [[ -d $SPARK_HOME/jars ]] || fail "$EXIT_ENVIRONMENT" "SPARK_HOME is $SPARK_HOME, which has no folder jars/"
        return
    fi
    own_spark=yes
    list=$(cksum < "$root/bin/spark.pom.xml")
    SPARK_HOME=$root/build/spark-$(pom_property spark.version)-hadoop-$(pom_property hadoop.version)-${list%% *}
    [[ ! -d $SPARK_HOME ]] || return 0
    say "collecting Spark's jars in ${SPARK_HOME#"$root"/} (once)"
    local unfinished=$SPARK_HOME.$$
    remove_at_exit "$unfinished"
    # RocksDB is 70 MB and serves streaming state only.
    maven -q -f bin/spark.pom.xml dependency:copy-dependencies -DincludeScope=runtime \
        -DexcludeArtifactIds=rocksdbjni "-DoutputDirectory=$unfinished/jars"
    # Another first start may have been faster. To move onto its folder would succeed, and land within it.
    mv "$unfinished" "$SPARK_HOME" 2> /dev/null || true
    remove_leftovers
    rm -rf "${SPARK_HOME:?}/${unfinished##*/}"
}
