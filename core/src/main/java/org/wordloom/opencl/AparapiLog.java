package org.wordloom.opencl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The last warnings of Aparapi, which reports failures in its log and goes on in Java threads: kept for the message of
 * the failure instead of being printed with their stack traces.
 */
final class AparapiLog extends Handler {
    private static final int KEPT = 4;
    /** A logger lives as long as somebody refers to it. */
    private static final Logger LOGGER = Logger.getLogger("com.aparapi");

    private static final AparapiLog LOG = new AparapiLog();

    private final Deque<String> messages = new ArrayDeque<>();

    private AparapiLog() {}

    /** From now on messages are kept. */
    static AparapiLog listen() {
        if (LOGGER.getUseParentHandlers()) {
            LOGGER.setUseParentHandlers(false);
            LOGGER.addHandler(LOG);
        }
        return LOG;
    }

    synchronized void forget() {
        messages.clear();
    }

    /** What was said since {@link #forget}, in one line. */
    synchronized String said() {
        return messages.isEmpty() ? "the reason is what the driver printed, if anything" : String.join("; ", messages);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (record.getLevel().intValue() < Level.WARNING.intValue() || isHarmless(record)) {
            return;
        }
        if (messages.size() == KEPT) {
            messages.removeFirst();
        }
        Throwable thrown = record.getThrown();
        String text = record.getMessage() + (thrown == null ? "" : " (" + thrown + ")");
        messages.addLast(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** Attributes of newer class files, which the translation does not need. */
    private static boolean isHarmless(LogRecord record) {
        return String.valueOf(record.getMessage()).startsWith("Found unexpected Attribute");
    }

    @Override
    public void flush() {
        // Nothing is written anywhere.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
