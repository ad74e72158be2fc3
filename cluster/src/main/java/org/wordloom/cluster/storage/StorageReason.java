package org.wordloom.cluster.storage;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkEnv;
import org.wordloom.base.Causes;

/** Why a path cannot be read or written, in one line that says what to do. */
final class StorageReason {
    /** What Spark calls the driver among executors. */
    private static final String DRIVER = "driver";

    /** How Hadoop names whom it called. The address of a path may be a name for several such hosts, or missing. */
    private static final Pattern CALLED = Pattern.compile("Call From \\S+ to (\\S+:\\d+) failed ");

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/]+)/?.*");

    private StorageReason() {}

    static String of(String path, Exception cause) {
        if (cause instanceof FileNotFoundException
                && (cause.getMessage() == null || !cause.getMessage().contains("Permission denied"))) {
            return missing(path);
        }
        if (cause instanceof UnsupportedFileSystemException) {
            return "no file system is known by that scheme; check the path";
        }
        if (cause.getCause() instanceof URISyntaxException) {
            return "a scheme is followed by :/ and a path; a file whose name holds a colon is written ./NAME";
        }
        List<Throwable> causes = Causes.of(cause).toList();
        if (causes.stream().anyMatch(UnknownHostException.class::isInstance)) {
            return "no host of that name is known; check the address";
        }
        if (causes.stream().anyMatch(StorageReason::isUnreachable)) {
            return host(path, causes) + " cannot be reached; check host and port, and that the file system runs there";
        }
        return ofMessage(cause);
    }

    /** On another machine than the driver's, which has found the file, the path is no slip. */
    private static String missing(String path) {
        SparkEnv spark = SparkEnv.get();
        if (spark == null || spark.executorId().equals(DRIVER) || !path.startsWith("file:")) {
            return "no such file or directory; check the path";
        }
        return "no such file or directory on "
                + spark.blockManager().blockManagerId().host()
                + ", an executor's machine; on a cluster files lie where all machines see them, in HDFS for example";
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketTimeoutException;
    }

    private static String host(String path, List<Throwable> causes) {
        for (Throwable cause : causes) {
            Matcher called = CALLED.matcher(String.valueOf(cause.getMessage()));
            if (called.find()) {
                return called.group(1);
            }
        }
        Matcher address = ADDRESS.matcher(path);
        return address.matches() ? address.group(1) : "its host";
    }

    /** What Hadoop says by its words alone. */
    private static String ofMessage(Exception cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof AccessControlException
                || message.contains("Permission denied")
                || message.contains("Invalid directory")) { // what the local file system says of one it cannot list
            return "permission denied; check who may read and write it";
        }
        if (message.contains("No space left")) {
            return "no space is left there; free some or choose another place";
        }
        if (message.startsWith("Mkdirs failed")) { // all that the local file system says of a folder it cannot make
            return "the folder cannot be made there; check that the place exists and can be written";
        }
        if (message.startsWith("Incomplete HDFS URI")) {
            return "the address names no host, and the configuration (fs.defaultFS) none for it; write"
                    + " hdfs://HOST:PORT/PATH";
        }
        if (message.startsWith("Wrong FS: file://")) {
            return "a file of this machine is named without a host; write its path alone";
        }
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }
}
