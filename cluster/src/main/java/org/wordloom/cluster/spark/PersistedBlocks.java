package org.wordloom.cluster.spark;

import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;

/** Blocks of an RDD that executors keep. */
public final class PersistedBlocks {
    private PersistedBlocks() {}

    /**
     * Has executors let go of the blocks, and the RDD stay one whose blocks are kept: those that have to be made anew, when
     * an executor is lost with what was made of them, are then made once. Of an RDD that is kept no more, each later stage
     * of a long lineage would make them again, and all before them.
     */
    public static void drop(RDD<?> rdd) {
        StorageLevel level = rdd.getStorageLevel();
        rdd.unpersist(false);
        rdd.persist(level);
    }
}
