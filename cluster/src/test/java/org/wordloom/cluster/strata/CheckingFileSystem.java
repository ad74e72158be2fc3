package org.wordloom.cluster.strata;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files by paths with the scheme "checking", whose damage the file system itself finds, as HDFS does. */
public final class CheckingFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "checking";
    /** A file that has a neighbour of its name and this is damaged. */
    static final String DAMAGE = ".damage";

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataInputStream open(Path file, int bufferBytes) throws IOException {
        if (exists(file.suffix(DAMAGE))) {
            throw new ChecksumException("Checksum error: " + file, 0);
        }
        return super.open(file, bufferBytes);
    }
}
