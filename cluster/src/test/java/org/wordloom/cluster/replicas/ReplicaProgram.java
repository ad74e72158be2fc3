package org.wordloom.cluster.replicas;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.LocalSparkCluster;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.wordloom.base.Progress;
import org.wordloom.cluster.hogwild.HogwildJob;
import org.wordloom.cluster.progress.ProgressBoard;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.cluster.schedule.ClusterSize;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.merge.MergeRule;
import org.wordloom.model.WordModel;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.TrainingOptions;

/** What tests of replicas run in a JVM of their own. */
final class ReplicaProgram {
    static final TrainingOptions OPTIONS =
            ReplicaTraining.options(ArchitectureChoice.CBOW, ObjectiveChoice.NEGATIVE_SAMPLING);
    static final ReplicaOptions MERGING = new ReplicaOptions(3, 3, Duration.ofMinutes(1), MergeRule.ADASUM, Rows.AUTO);

    /** As local-cluster, but the driver is not told how many cores executors will have. */
    private static final Pattern STANDALONE = Pattern.compile("standalone\\[(\\d+),(\\d+),(\\d+)]");

    private ReplicaProgram() {}

    /**
     * Arguments: a master ({@code standalone[workers,cores,megabytes]} too) and its trouble ({@code none}; {@code kill}:
     * an executor is killed in the middle; {@code wait}: the driver waits in the fifth of the six rounds), a folder to train
     * in, class path of executors. There is a checkpoint after every round, but none where an executor is killed: what is
     * lost must be trained again. Prints "key=value" lines.
     */
    public static void main(String[] arguments) throws Exception {
        String[] run = arguments[0].split(" ");
        if (run[1].equals("wait")) {
            ProgressBoard.instance().add(ReplicaProgram::waitInFifthRound);
        }
        Matcher standalone = STANDALONE.matcher(run[0]);
        if (!standalone.matches()) {
            run(run[0], run[1].equals("kill"), Path.of(arguments[1]), arguments[2]);
            return;
        }
        LocalSparkCluster cluster = LocalSparkCluster.apply(
                Integer.parseInt(standalone.group(1)),
                Integer.parseInt(standalone.group(2)),
                Integer.parseInt(standalone.group(3)),
                new SparkConf());
        try {
            run(cluster.start()[0], run[1].equals("kill"), Path.of(arguments[1]), arguments[2]);
        } finally {
            cluster.stop();
        }
    }

    private static void run(String master, boolean kill, Path folder, String classPath) throws Exception {
        SparkConf configuration = new SparkConf()
                .setMaster(master)
                .setAppName("replicas test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", classPath);
        ReplicaTraining training = new ReplicaTraining(folder);
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            ReplicaTraining.EncodedText text = training.text(spark);
            Killer killer = new Killer();
            if (kill) {
                spark.sc().addSparkListener(killer);
            }
            Set<Integer> profiles = profiles(spark);
            ReplicaResult result = training.run(
                    spark,
                    text,
                    training.plan(OPTIONS, MERGING, kill ? Duration.ofMinutes(10) : Duration.ZERO, false),
                    "out");
            spark.sc().listenerBus().waitUntilEmpty();
            System.out.println("killed=" + killer.killed);
            System.out.println("cores=" + ClusterSize.of(spark).cores());
            System.out.println("profiles=" + profiles.size());
            System.out.println("rounds=" + result.replicas().rounds().size());
        }
        System.out.println("hash=" + hash(training.model("out")));
    }

    /** On the thread that drives the rounds, so that no checkpoint follows. */
    private static void waitInFifthRound(Progress progress) {
        if (progress.stage().equals(HogwildJob.STAGE) && progress.done() > 0.8 * progress.total()) {
            try {
                Thread.sleep(10_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes the resource profiles of all stages from now on. */
    private static Set<Integer> profiles(JavaSparkContext spark) {
        Set<Integer> profiles = ConcurrentHashMap.newKeySet();
        spark.sc().addSparkListener(new SparkListener() {
            @Override
            public void onStageSubmitted(SparkListenerStageSubmitted stage) {
                profiles.add(stage.stageInfo().resourceProfileId());
            }
        });
        return profiles;
    }

    static int hash(WordModel model) {
        return 31 * hash(model.input()) + hash(model.output());
    }

    static int hash(RowMatrix matrix) {
        int hash = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (float value : matrix.row(row)) {
                hash = 31 * hash + Float.floatToRawIntBits(value);
            }
        }
        return hash;
    }

    /** Kills one executor, with SIGKILL, when some tasks have ended. */
    private static final class Killer extends SparkListener {
        private static final int TASKS = 40;

        private final AtomicInteger ended = new AtomicInteger();
        private volatile boolean killed;

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (ended.incrementAndGet() == TASKS) {
                // The only processes that the driver starts are executors.
                killed = ProcessHandle.current()
                        .descendants()
                        .findFirst()
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
            }
        }
    }
}
