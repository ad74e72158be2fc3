package org.wordloom.cluster.storage;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Local files as Hadoop's globs can bear them. They make paths anew from the names in a folder, and a name with a colon,
 * taken for a scheme, fails the whole glob whether it matches or not.
 */
final class GlobView extends FilterFileSystem {
    GlobView(FileSystem files) {
        super(files);
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        FileStatus[] children = super.listStatus(folder);
        for (FileStatus child : children) {
            child.setPath(new RelativeName(child.getPath()));
        }
        return children;
    }

    /** A path whose name begins with "./", so that it is one in the eyes of {@link Path} too. */
    private static final class RelativeName extends Path {
        private static final long serialVersionUID = 1L;

        RelativeName(Path path) {
            super(path.toUri());
        }

        @Override
        public String getName() {
            return CUR_DIR + SEPARATOR + super.getName();
        }
    }
}
