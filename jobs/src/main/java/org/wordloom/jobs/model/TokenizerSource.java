package org.wordloom.jobs.model;

import java.util.Arrays;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.format.tokenizer.PortableTokenizer;
import org.wordloom.format.tokenizer.TokenizerForm;
import org.wordloom.tokenizer.Tokenizer;

/**
 * What {@code --tokenizer} names: a {@code tokenizer.json}, SentencePiece's {@code .model}, a folder that holds one of
 * them, or a file of another format after the format's name, as in {@code subword-nmt:codes.txt}.
 */
public record TokenizerSource(TokenizerFileFormat format, String path) {
    /** What can be named, for the help of options and for messages. */
    public static final String NAMED =
            "a tokenizer.json, SentencePiece's .model, a folder that holds one, or FORMAT:PATH as in tokenizer convert";

    /**
     * The source that a text names.
     *
     * @throws WordloomException USAGE when the format does not say how text becomes pieces, INPUT when a folder holds no
     *     tokenizer
     */
    public static TokenizerSource of(String text) {
        Optional<TokenizerFileFormat> named = format(text);
        if (named.isPresent()) {
            String path = text.substring(named.get().label().length() + 1);
            requireSaysCase(named.get(), path);
            return new TokenizerSource(named.get(), path);
        }
        FileAccess place = FileAccess.of(text);
        String file = place.exists() && place.isDirectory() ? within(place).name() : text;
        return new TokenizerSource(
                TokenizerForm.ofPath(file) == TokenizerForm.SENTENCEPIECE
                        ? TokenizerFileFormat.SENTENCEPIECE
                        : TokenizerFileFormat.TOKENIZER_JSON,
                file);
    }

    /** Whether the text begins with the name of a format and a colon. */
    public static boolean namesFormat(String text) {
        return format(text).isPresent();
    }

    public Tokenizer read() {
        return TokenizerFiles.read(path, format, false);
    }

    /** The tokenizer in the form that it travels and is kept in. A {@code .model} keeps its bytes. */
    public PortableTokenizer portable() {
        return format == TokenizerFileFormat.SENTENCEPIECE
                ? TokenizerFiles.portable(FileAccess.of(path), TokenizerForm.SENTENCEPIECE)
                : PortableTokenizer.of(read());
    }

    /** The tokenizer's file in a folder; the first of the forms where there are several. */
    static Optional<TokenizerForm> formWithin(FileAccess folder) {
        return Arrays.stream(TokenizerForm.values())
                .filter(form -> folder.child(form.fileName()).exists())
                .findFirst();
    }

    private static FileAccess within(FileAccess folder) {
        TokenizerForm form = formWithin(folder)
                .orElseThrow(() -> new WordloomException(
                        ExitCode.INPUT,
                        folder.name() + " holds neither " + TokenizerForm.JSON.fileName() + " nor "
                                + TokenizerForm.SENTENCEPIECE.fileName() + "; name the tokenizer's file, or say "
                                + "gpt2:" + folder.name() + " when it holds vocab.json and merges.txt"));
        return folder.child(form.fileName());
    }

    private static Optional<TokenizerFileFormat> format(String text) {
        int colon = text.indexOf(':');
        return Optional.ofNullable(colon < 0 ? null : TokenizerFileFormat.of(text.substring(0, colon)));
    }

    private static void requireSaysCase(TokenizerFileFormat format, String path) {
        if (format == TokenizerFileFormat.BERT) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "BERT's " + path + " does not say whether text is lower-cased; make a tokenizer.json that does:"
                            + " wordloom tokenizer convert --from bert:" + path
                            + " --to tokenizer.json:tokenizer.json, with --lowercase false when text keeps its case");
        }
    }
}
