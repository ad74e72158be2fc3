package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.base.ThreadLimit;
import org.wordloom.jobs.model.VectorFiles;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;

/** Which vectors a command works on. */
public final class ModelSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String model = "";
    /** Null: those that the model was trained to give. */
    private VectorSelection vectors;

    private int restrictVocabulary;
    private int threads;

    /** @param restrictVocabulary the default of {@code --restrict-vocab}; 0 for all words */
    public ModelSettings(int restrictVocabulary) {
        this.restrictVocabulary = restrictVocabulary;
        settings = List.of(
                Setting.path(
                        "model",
                        "PATH",
                        "an output folder of wordloom train, or a vector file of Wordloom or word2vec",
                        () -> model,
                        value -> model = value),
                Setting.choice(
                        "vectors",
                        VectorSelection.class,
                        "which vectors of the model; unless said, those that its training wrote out",
                        () -> vectors,
                        value -> vectors = value),
                Setting.integer(
                        "restrict-vocab",
                        "only the first so many words, the most frequent ones; 0: all",
                        () -> this.restrictVocabulary,
                        value -> this.restrictVocabulary = value),
                Setting.integer(
                        "threads", "threads of the search; 0: all cores", () -> threads, value -> threads = value));
    }

    public WordVectors read() {
        return VectorFiles.read(model, vectors, restrictVocabulary());
    }

    public String model() {
        return model;
    }

    public int restrictVocabulary() {
        return restrictVocabulary == 0 ? Integer.MAX_VALUE : restrictVocabulary;
    }

    public int threads() {
        return ThreadLimit.orAllCores(threads);
    }

    @Override
    public String title() {
        return "Model";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(
                !model.isBlank() || isExplicit("model"),
                "--model is missing: name an output folder of training or a vector file");
        problems.require(
                restrictVocabulary >= 0, "--restrict-vocab is %d, expected 0 (all) or more", restrictVocabulary);
        ThreadLimit.validate(threads, problems);
    }
}
