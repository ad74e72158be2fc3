package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.cluster.output.VectorFormat;
import org.wordloom.model.VectorSelection;

/** Where the output goes and what it holds. */
public final class OutputSettings implements SettingGroup {
    private final List<Setting<?>> settings = new ArrayList<>();
    private String folder;
    private boolean overwrite;
    private VectorSelection vectors;
    private TextFormat format = TextFormat.WORD2VEC_TEXT;

    /** Formats of the vectors beside the model, by the names that {@code convert} knows too. */
    public enum TextFormat {
        WORD2VEC_TEXT(VectorFormat.WORD2VEC_TEXT),
        WORD2VEC(VectorFormat.WORD2VEC_BINARY);

        private final VectorFormat file;

        TextFormat(VectorFormat file) {
            this.file = file;
        }
    }

    private OutputSettings(String folder, VectorSelection vectors) {
        this.folder = folder;
        this.vectors = vectors;
        settings.add(Setting.path("output", "DIR", "folder to make", () -> this.folder, value -> this.folder = value));
        settings.add(Setting.flag(
                "overwrite", "replace an earlier output of Wordloom", () -> overwrite, value -> overwrite = value));
        if (vectors != null) {
            settings.add(Setting.choice(
                    "vectors",
                    VectorSelection.class,
                    "which vectors the vector file holds",
                    () -> this.vectors,
                    value -> this.vectors = value));
            settings.add(Setting.choice(
                    "format", TextFormat.class, "format of the vector file", () -> format, value -> format = value));
        }
    }

    public static OutputSettings ofVocabulary() {
        return new OutputSettings("", null);
    }

    public static OutputSettings ofTraining() {
        return ofTraining(VectorSelection.INPUT);
    }

    /** @param vectors which vectors the vector file holds unless the user says so */
    public static OutputSettings ofTraining(VectorSelection vectors) {
        return new OutputSettings("", vectors);
    }

    /** Only the folder, with a default. */
    public static OutputSettings inFolder(String folder) {
        return new OutputSettings(folder, null);
    }

    public String folder() {
        return folder;
    }

    public boolean overwrite() {
        return overwrite;
    }

    public VectorSelection vectors() {
        return vectors;
    }

    public VectorFormat format() {
        return format.file;
    }

    @Override
    public String title() {
        return "Output";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void validate(Problems problems) {
        problems.require(!folder.isBlank() || isExplicit("output"), "--output is missing: name the folder to make");
    }
}
