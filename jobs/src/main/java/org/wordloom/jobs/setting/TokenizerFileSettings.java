package org.wordloom.jobs.setting;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.format.tokenizer.PortableTokenizer;
import org.wordloom.jobs.model.TokenizerFiles;
import org.wordloom.jobs.model.TokenizerSource;
import org.wordloom.tokenizer.Tokenizer;

/** Which tokenizer is used. */
public final class TokenizerFileSettings implements SettingGroup {
    private final List<Setting<?>> settings;
    private String path = "";

    public TokenizerFileSettings() {
        settings = List.of(Setting.path("tokenizer", "FILE", TokenizerSource.NAMED, () -> path, value -> path = value));
    }

    public Tokenizer read() {
        return TokenizerFiles.read(path);
    }

    /** The tokenizer in the form that it travels in. */
    public PortableTokenizer portable() {
        return TokenizerFiles.portable(path);
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
                !path.isBlank() || isExplicit("tokenizer"), "--tokenizer is missing: name " + TokenizerSource.NAMED);
    }
}
