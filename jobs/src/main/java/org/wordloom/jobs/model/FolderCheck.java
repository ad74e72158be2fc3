package org.wordloom.jobs.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.FolderManifest;

/** Refuses an output folder that is not whole, by its manifest. Streams, since a short command should start fast. */
public final class FolderCheck {
    private static final String MANIFEST = FolderManifest.NAME;
    private static final int MAX_FILES = 100_000;

    private FolderCheck() {}

    /** OUTPUT error when the file exists and belongs to a whole output folder, whose manifest a change would belie. */
    public static void requireNoPartOfOutput(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "." : path.substring(0, slash + 1);
        if (FileAccess.of(path).exists()
                && FileAccess.of(folder).child(MANIFEST).exists()) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    path
                            + " is part of a finished output, which would be unreadable after a change; name another file");
        }
    }

    /** FORMAT error when the folder has no manifest, or a file differs in length from what the manifest says. */
    static void requireWhole(FileAccess folder) {
        FileAccess manifest = folder.child(MANIFEST);
        if (!manifest.exists()) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    folder.name() + " has no " + MANIFEST + ": it is no output of Wordloom, or one not finished");
        }
        lengths(manifest).forEach((name, length) -> requireLength(folder.child(name), length));
    }

    private static void requireLength(FileAccess file, long expected) {
        if (!file.exists()) {
            throw new WordloomException(ExitCode.FORMAT, file.name() + " is missing, though the manifest names it");
        }
        file.requireReadableAgain();
        if (file.size() != expected) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    file.name() + " is damaged: it has " + file.size() + " bytes, the manifest says " + expected);
        }
    }

    private static Map<String, Long> lengths(FileAccess manifest) {
        Map<String, Long> lengths = new LinkedHashMap<>();
        try (InputStream in = manifest.open();
                JsonParser json = new JsonFactory().createParser(in)) {
            String file = "";
            while (json.nextToken() != null && lengths.size() < MAX_FILES) {
                if (json.currentToken() == JsonToken.START_OBJECT && json.currentName() != null) {
                    file = json.currentName();
                } else if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && "length".equals(json.currentName())) {
                    lengths.put(plain(file, manifest), json.getLongValue());
                }
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            throw damaged(manifest, why.lines().findFirst().orElse("not readable"));
        }
        return lengths;
    }

    private static String plain(String name, FileAccess manifest) {
        if (!name.matches(FolderManifest.FILE_NAME)) {
            throw damaged(manifest, "'" + name + "' is no file name");
        }
        return name;
    }

    private static WordloomException damaged(FileAccess manifest, String why) {
        return new WordloomException(ExitCode.FORMAT, manifest.name() + " is damaged: " + why);
    }
}
