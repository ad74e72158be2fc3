package org.wordloom.cluster.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;

/** Ties what a task opened to the task's end. */
public final class TaskResources {
    private TaskResources() {}

    /** Closes {@code resource} when the task ends, however it ends. */
    public static void closeAtEnd(TaskContext task, Closeable resource) {
        TaskCompletionListener close = context -> {
            try {
                resource.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        task.addTaskCompletionListener(close);
    }
}
