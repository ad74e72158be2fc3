# shellcheck shell=bash
# A Spark application, and classes of Spark's own.

readonly SUBMIT_CLASS=org.apache.spark.deploy.SparkSubmit
readonly EMPTY_JOB_CLASS=org.wordloom.jobs.EmptyJob

run_spark() {
    local main_class=$MAIN_CLASS resource=$jar defaults=() heap
    [[ $command != empty-job ]] || main_class=$EMPTY_JOB_CLASS
    # What is out of range the program itself refuses, with all other problems.
    if [[ ! $threads =~ ^[1-9][0-9]{0,3}$ ]] || ((threads > MOST_THREADS)); then
        threads='*'
    fi
    [[ -n $master ]] || master="local[$threads]"
    check_master
    check_manager
    check_user
    check_temporary ${spark_arguments[@]+"${spark_arguments[@]}"}
    defaults=(--master "$master")
    if [[ $master == local* ]]; then
        export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
        check_scratch
        defaults+=(--conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false)
    fi
    # Spark's launcher hands the size to Java as it is, which knows no 4gb and takes a bare number for bytes. On a cluster
    # Spark's own default holds.
    if [[ -n $driver_memory || $master == local* ]]; then
        heap=$(driver_mebibytes) || exit
        spark_arguments+=(--driver-memory "${heap}m")
    fi
    # There a failed task is the run's failure, and the program says what it was; see conf/log4j2.properties.
    [[ $master != local && $master != local\[* ]] || java_options+=(-Dwordloom.log.tasks=off)
    # Inside one JVM the program's jar is on the class path; elsewhere Spark carries it to the executors.
    [[ -z $own_spark || $master == local-cluster* || $master != local* ]] || resource=spark-internal
    # An array without elements is an error to a Bash before 4.4.
    ask_launcher "$SUBMIT_CLASS" "${defaults[@]}" ${spark_arguments[@]+"${spark_arguments[@]}"} \
        --class "$main_class" "$resource" \
        ${program_arguments[@]+"${program_arguments[@]}"}
    if is_plain_command; then
        ensure_archive
        use_archive
        spark_command[2]=$(spark_class_path)
    fi
    if [[ -n $own_spark && $master == local* ]]; then
        choose_collector "${spark_command[@]}"
        [[ $master == local-cluster* ]] || suit_memory_to_training "${spark_command[@]}"
    fi
    [[ $resource == "$jar" ]] || spark_command[2]+=:$jar
    run_java "${spark_command[0]}" "${java_options[@]}" "${spark_command[@]:1}"
}

# Asks Spark's launcher for the command that runs a class; leaves its words in spark_command.
ask_launcher() {
    local words=() word status launcher=$SPARK_HOME/jars/'*'
    [[ -z $own_spark ]] || launcher=$(printf '%s' "$SPARK_HOME"/jars/spark-launcher_*.jar)
    while IFS= read -r -d '' word; do
        words+=("$word")
    done < <(
        status=0
        "$java" -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$launcher" \
            org.apache.spark.launcher.Main "$@" || status=$?
        printf '%s\0' "$status"
    )
    status=${words[${#words[@]} - 1]//[^0-9]/}
    unset "words[$((${#words[@]} - 1))]"
    ((status == 0)) || exit "$EXIT_USAGE"
    # Spark 4 writes a text and a line end before the command, Spark 3 does not.
    if [[ ${words[1]:-} == $'\n'* ]]; then
        words=("${words[@]:1}")
        words[0]=${words[0]#$'\n'}
    fi
    spark_command=()
    for word in "${words[@]}"; do
        # Spark opens a package that Java 24 no longer has, and Java warns of it.
        ((java_release >= 24)) && [[ $word == --add-opens=java.base/sun.security.action=* ]] || spark_command+=("$word")
    done
}

# Whether the launcher's command is the plain one on our own jars, so that a class archive fits it.
is_plain_command() {
    [[ -n $own_spark && ${spark_command[1]} == -cp ]] &&
        [[ ${spark_command[2]} == "$SPARK_HOME/conf:"* && ${spark_command[2]} == *":$SPARK_HOME/jars/*" ]]
}

# Becomes a class of Spark's own: a master or a worker, for bin/standalone.
run_spark_class() {
    ensure_spark
    export SPARK_HOME SPARK_SCALA_VERSION=${SPARK_SCALA_VERSION:-2.13}
    ask_launcher "$@"
    exec "${spark_command[@]}"
}
