package org.wordloom.cluster.output;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.wordloom.cluster.storage.Storage;

/** The folders above an output that a run makes, and that go again when it fails. */
record MadeParents(Storage storage, List<String> folders) {

    /** Those that are not there yet, the innermost first. */
    static MadeParents of(Storage storage, String path) {
        List<String> missing = new ArrayList<>();
        Path folder = new Path(path).getParent();
        while (folder != null && !storage.exists(folder.toString())) {
            missing.add(folder.toString());
            folder = folder.getParent();
        }
        return new MadeParents(storage, missing);
    }

    /** Leaves those that hold something. */
    void removeEmpty() {
        folders.forEach(storage::deleteEmpty);
    }
}
