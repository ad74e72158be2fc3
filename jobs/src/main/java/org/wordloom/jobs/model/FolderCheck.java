package org.wordloom.jobs.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.FolderManifest;
import org.wordloom.format.tokenizer.Excerpt;

/** Refuses an output folder that is not whole, by its manifest. Streams, since a short command should start fast. */
public final class FolderCheck {
    private static final String MANIFEST = FolderManifest.NAME;
    private static final int MAX_FILES = 100_000;

    private FolderCheck() {}

    /**
     * OUTPUT error when the file exists and belongs to a whole output folder, whose manifest a change would belie: whether it
     * is named itself or through a link.
     */
    public static void requireNoPartOfOutput(String path) {
        FileAccess file = FileAccess.of(path);
        if (file.exists() && isPartOfOutput(file.real().name())) {
            throw new WordloomException(
                    ExitCode.OUTPUT,
                    path
                            + " is part of a finished output, which would be unreadable after a change; name another file");
        }
    }

    private static boolean isPartOfOutput(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "." : path.substring(0, slash + 1);
        if (FileAccess.of(folder).child(MANIFEST).exists()) {
            return true;
        }
        int above = path.lastIndexOf('/', slash - 1);
        // Behind two slashes is a host, and no folder.
        return above >= 0
                && !path.startsWith("//", above - 1)
                && names(FileAccess.of(path.substring(0, above + 1)).child(MANIFEST), path.substring(above + 1));
    }

    /** Whether a manifest names a file in a folder, as that of counts does. Other programs have manifests too. */
    private static boolean names(FileAccess manifest, String file) {
        if (!manifest.exists()) {
            return false;
        }
        try {
            return lengths(manifest).containsKey(file);
        } catch (WordloomException e) {
            if (e.exitCode() != ExitCode.FORMAT) {
                throw e;
            }
            return false;
        }
    }

    /**
     * FORMAT error when the folder has no manifest, or a file differs in length from what the manifest says.
     *
     * @return the names of the folder's files
     */
    static Set<String> requireWhole(FileAccess folder) {
        FileAccess manifest = folder.child(MANIFEST);
        if (!manifest.exists()) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    folder.name() + " has no " + MANIFEST + ": it is no output of Wordloom, or one not finished");
        }
        Map<String, Long> lengths = lengths(manifest);
        lengths.forEach((name, length) -> requireLength(folder.child(name), length));
        return lengths.keySet();
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
        try (InputStream in = manifest.open();
                JsonParser json = new JsonFactory().createParser(in)) {
            return lengths(json, manifest);
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            throw damaged(manifest, why.lines().findFirst().orElse("not readable"));
        }
    }

    /** A manifest that says nothing, as a power cut leaves one, must not pass for one that says all is well. */
    private static Map<String, Long> lengths(JsonParser json, FileAccess manifest) throws IOException {
        long version = -1;
        Map<String, Long> lengths = null;
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        while (object && json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("version") && value == JsonToken.VALUE_NUMBER_INT) {
                version = json.getLongValue();
            } else if (field.equals("files") && value == JsonToken.START_OBJECT) {
                lengths = files(json, manifest);
            } else {
                json.skipChildren();
            }
        }
        if (version != FolderManifest.VERSION || lengths == null || json.nextToken() != null) {
            throw damaged(
                    manifest, "it is no manifest of version " + FolderManifest.VERSION + "; make the output again");
        }
        return lengths;
    }

    private static Map<String, Long> files(JsonParser json, FileAccess manifest) throws IOException {
        Map<String, Long> lengths = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (lengths.size() == MAX_FILES) {
                throw damaged(manifest, "it names more than " + MAX_FILES + " files");
            }
            String file = plain(json.currentName(), manifest);
            long length = length(json);
            if (length < 0) {
                throw damaged(manifest, "it has no length of '" + file + "'");
            }
            lengths.put(file, length);
        }
        return lengths;
    }

    /** What the object that comes next has as its length; -1 for none. */
    private static long length(JsonParser json) throws IOException {
        long length = -1;
        boolean object = json.nextToken() == JsonToken.START_OBJECT;
        while (object && json.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = json.currentName().equals("length");
            if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && named) {
                length = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        return length;
    }

    private static String plain(String name, FileAccess manifest) {
        if (!name.matches(FolderManifest.FILE_NAME)) {
            throw damaged(manifest, "'" + Excerpt.of(name) + "' is no file name");
        }
        return name;
    }

    private static WordloomException damaged(FileAccess manifest, String why) {
        return new WordloomException(ExitCode.FORMAT, manifest.name() + " is damaged: " + why);
    }
}
