# Sourced by scripts that train models on made-up text. Expects root, the project's folder.
# shellcheck shell=bash disable=SC2154

# build_large_jar FOLDER: compiles LargeModel to FOLDER/large.jar, and sets jar to the one that it needs beside it.
build_large_jar() {
    local folder=$1 spark
    "$root/bin/wordloom" empty-job --threads 1 # builds what is missing
    jar=$(find "$root/jobs/target" -name 'wordloom-jobs-*-all.jar' | head -n 1)
    spark=$(find -L "$root/build" -maxdepth 1 -name 'spark-*' | head -n 1)
    rm -rf "$folder/classes"
    mkdir -p "$folder/classes"
    javac -nowarn -d "$folder/classes" -cp "$jar:$spark/jars/*" "$root/bench/large/LargeModel.java"
    jar --create --file "$folder/large.jar" -C "$folder/classes" .
}
