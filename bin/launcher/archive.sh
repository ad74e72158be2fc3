# shellcheck shell=bash
# The class data archive, which spares a JVM more than a third of a short job's CPU time: the loading of classes.

# Spark's jars by name: a class archive wants the same list each time, and no folders. An empty entry, as at the end, would
# be the working directory.
spark_class_path() {
    local path
    printf -v path ':%s' "$SPARK_HOME"/jars/*.jar
    printf '%s' "${path#:}"
}

# Sets archive to the class data archive of this Java and these jars. Without it more than a third of a short job's CPU
# time goes into loading classes.
find_archive() {
    local key
    # Times read otherwise in another language or time zone, as under cron.
    key=$({ LC_ALL=C TZ=UTC0 ls -lLn "$java" "$SPARK_HOME/jars" && "$java" -Xinternalversion; } 2> /dev/null | cksum)
    archive=$root/build/classes-${key%% *}.jsa
}

# Makes the archive by one small training. A machine on which that fails goes without: the file stays empty. So does a user
# who may not write into the checkout.
ensure_archive() {
    find_archive
    [[ ! -e $archive && -w ${archive%/*} ]] || return 0
    say "preparing a class archive for faster starts (once, about fifteen seconds)"
    local unfinished=$archive.$$ spark_command=()
    remove_at_exit "$unfinished" "$unfinished.output"
    ask_launcher "$SUBMIT_CLASS" --master 'local[1]' --driver-memory 1g --conf spark.ui.enabled=false --class "$MAIN_CLASS" "$jar" \
        train skipgram --input "$root/README.md" --output "$unfinished.output" --min-count 1 --dim 16 --epochs 1 --quiet
    spark_command[2]=$(spark_class_path)
    "${spark_command[0]}" "-XX:ArchiveClassesAtExit=$unfinished" "${java_options[@]}" "${spark_command[@]:1}" \
        > /dev/null 2>&1 || true
    [[ -e $unfinished ]] || : > "$unfinished" || true
    mv -f "$unfinished" "$archive" || true
    remove_leftovers
    # Those of Javas and jars of before. One that is read now and then, as where two Javas take turns, stays.
    find "${archive%/*}" -maxdepth 1 -name 'classes-*.jsa' -atime +30 -delete || true
}

use_archive() {
    [[ ! -s $archive ]] || java_options+=("-XX:SharedArchiveFile=$archive" -Xlog:cds=off -Xlog:cds+dynamic=off)
}
