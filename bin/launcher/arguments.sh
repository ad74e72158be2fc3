# shellcheck shell=bash
# The command line: what spark-submit takes, what the program takes, and what this launcher has to know of both.

readonly MOST_THREADS=4096 # as --threads has it

spark_arguments=() program_arguments=()
# The program's command and, as in "train skipgram", its kind.
command='' kind=''
# Options that both need to know; output and wants_help are "yes" or empty.
master='' driver_memory='' threads='' output='' wants_help=''
# Where Spark's scratch files go, when it was said by an option.
local_dir=''
# The first option of spark-submit that a plain JVM has no use for.
other_option=''

# Splits the command line into what spark-submit takes and what the program takes.
parse() {
    while (($#)); do
        case $1 in
            --master | --deploy-mode | --name | --conf | --properties-file | --jars | --packages | --files | \
                --archives | --driver-memory | --driver-java-options | --driver-library-path | --driver-class-path | \
                --driver-cores | --executor-memory | --executor-cores | --total-executor-cores | --num-executors | \
                --queue | --principal | --keytab)
                (($# > 1)) || fail "$EXIT_USAGE" "$1 needs a value"
                take_spark_option "$1" "$2"
                shift 2
                ;;
            --master=* | --deploy-mode=* | --name=* | --conf=* | --properties-file=* | --jars=* | --packages=* | \
                --files=* | --archives=* | --driver-*=* | --executor-memory=* | --executor-cores=* | \
                --total-executor-cores=* | --num-executors=* | --queue=* | --principal=* | --keytab=*)
                take_spark_option "${1%%=*}" "${1#*=}"
                shift
                ;;
            *)
                note_program_argument "$@"
                program_arguments+=("$1")
                shift
                ;;
        esac
    done
}

take_spark_option() {
    case $1=$2 in
        --driver-memory=* | --conf=spark.driver.memory=*) driver_memory=${2#spark.driver.memory=} ;;
        *) other_option=${other_option:-$1} ;;
    esac
    case $1=$2 in
        --master=* | --conf=spark.master=*) master=${2#spark.master=} ;;
        --conf=spark.local.dir=*) local_dir=${2#spark.local.dir=} ;;
        --properties-file=*) read_properties "$2" ;;
    esac
    [[ $1 != --conf || $2 == *=* ]] || fail "$EXIT_USAGE" "--conf $2 has no value: write --conf NAME=VALUE"
    # spark-submit forgets this option, but not the setting, where executors are processes of one machine (local-cluster).
    [[ $1 != --executor-memory ]] || set -- --conf "spark.executor.memory=$2"
    spark_arguments+=("$1" "$2")
}

# What a file of Spark properties says about the master and the driver's memory, which this script would else set.
read_properties() {
    [[ -f $1 && -r $1 ]] || fail "$EXIT_USAGE" "--properties-file $1 is no file, or cannot be read"
    [[ -n $master ]] || master=$(property 'spark\.master' "$1")
    [[ -n $driver_memory ]] || driver_memory=$(property 'spark\.driver\.memory' "$1")
    [[ -n $local_dir ]] || local_dir=$(property 'spark\.local\.dir' "$1")
}

# property PATTERN FILE: the value that counts, without blanks at its ends, as Spark takes it.
property() {
    sed -n "s/^[[:space:]]*$1[[:space:]=:]*\(.*[^[:space:]]\)[[:space:]]*\$/\1/p" "$2" | tail -n 1
}

# A slip in --master would else cost a page of spark-submit's help, or of Spark's log.
check_master() {
    local count='([1-9][0-9]{0,2}|[1-3][0-9]{3}|40[0-8][0-9]|409[0-6])' # 1 to MOST_THREADS
    local number='[1-9][0-9]{0,8}' comma='[[:space:]]*,[[:space:]]*' blanks='[[:space:]]*'
    # Threads, or all cores; maybe how often a task may fail. Or executors, the cores and the MiB of each.
    local here="local(\\[($count|\\*)($comma$number)?\\])?"
    local cluster="local-cluster\\[$blanks$count$comma$count$comma$number$blanks\\]"
    [[ $master =~ ^($here|$cluster|yarn|spark://.+|k8s://.+)$ ]] || fail "$EXIT_USAGE" \
        "--master is $master: expected local[N] with N from 1 to $MOST_THREADS, local[*], spark://HOST:PORT, yarn or k8s://ADDRESS"
}

# What a cluster's manager needs, without which Spark ends with a stack trace.
check_manager() {
    local part
    case $master in
        yarn) part=yarn ;;
        k8s://*) part=kubernetes ;;
        *) return 0 ;;
    esac
    compgen -G "$SPARK_HOME/jars/spark-${part}_*.jar" > /dev/null || fail "$EXIT_ENVIRONMENT" \
        "--master is $master, and the Spark in $SPARK_HOME has no jars for it: set SPARK_HOME to your cluster's Spark"
    [[ $part != yarn || -n ${HADOOP_CONF_DIR:-}${YARN_CONF_DIR:-} ]] || fail "$EXIT_ENVIRONMENT" \
        "--master is yarn: set HADOOP_CONF_DIR or YARN_CONF_DIR to the folder of the cluster's configuration"
}

# In containers a user is often a number only, for which Spark and Hadoop end with a stack trace.
check_user() {
    id -un > /dev/null 2>&1 || fail "$EXIT_ENVIRONMENT" \
        "user $(id -u) has no name on this machine, without which Spark does not start: add a line to /etc/passwd, or run as another user"
}

# Where no folder for its scratch files can be made, Spark ends the JVM without a word of why. The program looks too, but
# after the class archive was made, which would hold the classes of a failure then.
check_scratch() {
    local setting=spark.local.dir folders=$local_dir
    if [[ -n ${SPARK_LOCAL_DIRS:-} ]]; then
        setting=SPARK_LOCAL_DIRS folders=$SPARK_LOCAL_DIRS
    fi
    [[ -z $folders ]] || any_writable "$folders" || fail "$EXIT_ENVIRONMENT" \
        "$setting is $folders, and no such folder can be made and written: name others, or unset it"
}

# And where it can make none for temporary files, as in a container that can only be read, a stack trace.
check_temporary() {
    local folder=/tmp option=' -Djava\.io\.tmpdir=([^ ]+)'
    [[ ! $(all_java_options "$@") =~ $option ]] || folder=${BASH_REMATCH[1]}
    any_writable "$folder" || fail "$EXIT_ENVIRONMENT" \
        "$folder, where Java puts temporary files, cannot be written: WORDLOOM_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER names another"
}

# Whether one of these folders, with commas between them, can be written, or made.
any_writable() {
    local folder
    while IFS= read -r folder; do
        if mkdir -p "$folder" 2> /dev/null && [[ -w $folder ]]; then
            return 0
        fi
    done < <(tr ',' '\n' <<< "$1")
    return 1
}

# The checkout's own folder may be missing, one that the user named may not.
check_configuration() {
    [[ -z ${WORDLOOM_CONF_DIR:-} || -d $WORDLOOM_CONF_DIR ]] || fail "$EXIT_USAGE" \
        "WORDLOOM_CONF_DIR is $WORDLOOM_CONF_DIR, which is no folder: set it to the one of wordloom.conf, or unset it"
}

note_program_argument() {
    case $1 in
        --threads) threads=${2:-} ;;
        --threads=*) threads=${1#*=} ;;
        --output | --output=*) output=yes ;;
        -h | --help | -V | --version) wants_help=yes ;;
        -*) ;;
        *)
            if [[ -z $command ]]; then
                command=$1
            elif [[ -z $kind ]]; then
                kind=$1
            fi
            ;;
    esac
}

needs_spark() {
    [[ -z $wants_help && "$command $kind" =~ ^((quickstart|vocab|cooccur|train|empty-job) |tokenizer train$) ]] ||
        # Into a folder texts are encoded by Spark, else they are printed.
        [[ -z $wants_help && "$command $kind" == 'tokenizer encode' && -n $output ]]
}
