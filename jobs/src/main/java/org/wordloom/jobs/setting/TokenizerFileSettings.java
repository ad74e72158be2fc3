package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.jobs.model.TokenizerFiles;
import org.wordloom.tokenizer.Tokenizer;

/** Which tokenizer is used. */
public final class TokenizerFileSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String path = "";

    public TokenizerFileSettings() {
        settings = List.of(Setting.text(
                "tokenizer",
                "FILE",
                "a tokenizer.json, the folder that tokenizer train made, or SentencePiece's .model",
                () -> path,
                value -> path = value));
    }

    public Tokenizer read() {
        return TokenizerFiles.read(path);
    }

    public String path() {
        return path;
    }

    @Override
    public String title() {
        return "Tokenizer";
    }

    @Override
    public List<Setting<?>> settings() {
        return settings;
    }

    @Override
    public void validate(Problems problems) {
        problems.require(
                !path.isBlank(),
                "--tokenizer is missing: name a tokenizer.json, the folder that holds one, or a .model");
    }
}
