# shellcheck shell=bash
# A command that needs no Spark, in a plain JVM.

run_plain() {
    local heap folders
    refuse_spark_options
    heap=$(heap_option) || exit
    folders=$(hadoop_class_path)
    # A class archive fits jars only.
    if [[ -n $own_spark && -z $folders ]]; then
        find_archive
        use_archive
    fi
    choose_collector
    run_java "$java" "${java_options[@]}" "$heap" \
        --add-modules=jdk.incubator.vector -cp "$folders$(spark_class_path):$jar" "$MAIN_CLASS" \
        ${program_arguments[@]+"${program_arguments[@]}"}
}

# What a plain JVM would not heed. Help and the lack of a command are the program's to answer.
refuse_spark_options() {
    [[ -z $other_option || -n $wants_help || -z $command ]] || fail "$EXIT_USAGE" \
        "'$command' does not run on Spark and has no use for $other_option: leave it out ('wordloom commands' says which do)"
}

# The folders that say where a cluster's file systems are, as Spark's launcher has them; each ends with ":".
hadoop_class_path() {
    local folder
    for folder in "${HADOOP_CONF_DIR:-}" "${YARN_CONF_DIR:-}"; do
        [[ -z $folder ]] || printf '%s:' "$folder"
    done
}
