package org.wordloom.cluster.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without {@code .crc} files, and with permissions set by Java. Without its native library,
 * which few machines have, Hadoop starts a process {@code chmod} for each file that is made: a hundred for a training on
 * 100 MB of text (docs/LOG.md).
 */
public final class LocalFiles extends RawLocalFileSystem {
    private static final short PERMISSION_BITS = 0777;
    /** One that is not between brackets already. */
    private static final Pattern COLON = Pattern.compile(":(?![^\\[\\]]*\\])");

    /** @param configuration whose {@code fs.permissions.umask-mode} new files have, as everywhere in Hadoop */
    static LocalFiles open(Configuration configuration) throws IOException {
        LocalFiles files = new LocalFiles();
        files.initialize(FsConstants.LOCAL_FS_URI, configuration);
        return files;
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        short bits = permission.toShort();
        java.nio.file.Path file = pathToFile(path).toPath();
        if ((bits & ~PERMISSION_BITS) != 0 || !hasPosixPermissions(file)) {
            super.setPermission(path, permission); // a sticky bit, or Windows
            return;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permission.toString()));
    }

    @Override
    public FSDataInputStream open(Path path, int bufferBytes) throws IOException {
        return new FSDataInputStream(new LocalInput(super.open(path, bufferBytes)));
    }

    @Override
    public FileStatus[] globStatus(Path pattern, PathFilter filter) throws IOException {
        // Between brackets a colon is part of a pattern; in a plain name of a folder Hadoop would end a scheme with it.
        String path = COLON.matcher(makeQualified(pattern).toUri().getPath()).replaceAll("[:]");
        return new GlobView(this).globStatus(new Path(path), filter);
    }

    /** Nothing that appears in a folder at the last moment goes with it, as it may in Hadoop's own. */
    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return recursive
                ? super.delete(path, true)
                : Files.deleteIfExists(pathToFile(path).toPath());
    }

    /** See {@link SymbolicLinks#target}. */
    Path target(Path path) throws IOException {
        java.nio.file.Path file = pathToFile(path).toPath();
        java.nio.file.Path target = SymbolicLinks.target(file);
        return target.equals(file) ? path : makeQualified(new Path(null, null, target.toString()));
    }

    /** Whether both are one file or folder; they must be there. */
    boolean isSame(Path one, Path other) throws IOException {
        return Files.isSameFile(pathToFile(one).toPath(), pathToFile(other).toPath());
    }

    /** Hadoop leaves out links to nothing, as if they had never been there; here they are listed as empty files. */
    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        FileStatus[] found = super.listStatus(folder);
        String[] names = pathToFile(folder).list();
        if (names == null || names.length == found.length) {
            return found;
        }
        List<FileStatus> all = new ArrayList<>(List.of(found));
        for (String name : names) {
            Path path = makeQualified(new Path(folder, Path.CUR_DIR + Path.SEPARATOR + name));
            if (isBrokenLink(path)) {
                all.add(new FileStatus(0, false, 1, getDefaultBlockSize(path), 0, path));
            }
        }
        return all.toArray(FileStatus[]::new);
    }

    public boolean isBrokenLink(Path path) {
        java.nio.file.Path file = pathToFile(path).toPath();
        return Files.isSymbolicLink(file) && !Files.exists(file);
    }

    /** Whether something is there that is neither a file nor a folder: a pipe, or a device. */
    public boolean isSpecial(Path path) {
        java.nio.file.Path file = pathToFile(path).toPath();
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** Whether a link on the way to a folder leads back to one above it, so that it holds itself. */
    public boolean holdsItself(Path folder) throws IOException {
        java.nio.file.Path path = pathToFile(folder).toPath().toAbsolutePath();
        java.nio.file.Path real = path.toRealPath();
        for (java.nio.file.Path above = path.getParent(); above != null; above = above.getParent()) {
            if (above.toRealPath().equals(real)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPosixPermissions(java.nio.file.Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
