import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/**
 * A name node and two data nodes in one JVM: {@code java -cp 'jars/*' SmallHdfs.java FOLDER}. Prints its address, then
 * obeys lines of standard input, each answered by a line, until that ends:
 *
 * <pre>
 *   put LOCAL REMOTE      get REMOTE LOCAL      restart NODE
 * </pre>
 */
final class SmallHdfs {
    private static final int DATA_NODES = 2;

    private SmallHdfs() {}

    public static void main(String[] arguments) throws IOException {
        Configuration configuration = new HdfsConfiguration();
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, arguments[0]);
        configuration.setInt("dfs.replication", DATA_NODES);
        // Files of a test have several blocks, so that their reading meets both nodes.
        configuration.setLong("dfs.namenode.fs-limits.min-block-size", 1 << 16);
        configuration.setLong("dfs.blocksize", 1 << 20);
        try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(configuration)
                        .numDataNodes(DATA_NODES)
                        .build();
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            cluster.waitActive();
            answer(cluster.getURI().toString());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                obey(cluster, line.split(" "));
                answer("done " + line);
            }
        }
        System.exit(0); // threads of Hadoop's would keep the JVM
    }

    private static void obey(MiniDFSCluster cluster, String[] words) throws IOException {
        FileSystem files = cluster.getFileSystem();
        switch (words[0]) {
            case "put" -> files.copyFromLocalFile(new Path(words[1]), new Path(words[2]));
            case "get" -> files.copyToLocalFile(new Path(words[1]), new Path(words[2]));
            case "restart" -> cluster.restartDataNode(Integer.parseInt(words[1]), true);
            default -> throw new IllegalArgumentException("unknown command " + words[0]);
        }
    }

    private static void answer(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
