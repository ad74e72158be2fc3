package org.wordloom.cluster.checkpoint;

import java.io.Serializable;

/** A valid checkpoint and the folder that holds it. */
public record StoredCheckpoint(String folder, Checkpoint checkpoint) implements Serializable {}
