package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TokenizerFileSettings;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.Tokenizer;

/** {@code wordloom tokenizer inspect}: the parts of a tokenizer. */
final class TokenizerInspectCommand implements Command {
    private static final int SHOWN = 20;

    private final CommonSettings common = new CommonSettings(false);
    private final TokenizerFileSettings tokenizer = new TokenizerFileSettings();

    @Override
    public List<SettingGroup> groups() {
        return List.of(tokenizer);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public void run(Console console) {
        Tokenizer read = tokenizer.read();
        console.result("model           " + read.model().getClass().getSimpleName());
        console.result("pieces          " + read.size());
        console.result("normalizer      " + text(read.normalizer()));
        console.result("pre-tokenizer   " + text(read.preTokenizer()));
        console.result("post-processor  " + text(read.postProcessor()));
        console.result("decoder         " + text(read.decoder()));
        console.result("truncation      " + text(read.truncation()));
        console.result("padding         " + text(read.padding()));
        for (AddedToken token : read.addedTokens()) {
            console.result("added token     " + token.id() + " '" + token.content() + "'"
                    + (token.special() ? ", special" : ""));
        }
        console.result("first pieces    " + String.join(" ", first(read)));
    }

    private static String text(Optional<?> part) {
        return part.map(Object::toString).orElse("none");
    }

    private static List<String> first(Tokenizer tokenizer) {
        List<String> pieces = new ArrayList<>();
        for (int id = 0; id < tokenizer.size() && pieces.size() < SHOWN; id++) {
            if (tokenizer.piece(id) != null) {
                pieces.add(tokenizer.piece(id));
            }
        }
        return pieces;
    }
}
