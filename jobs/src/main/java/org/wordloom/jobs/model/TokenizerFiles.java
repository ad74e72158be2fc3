package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.format.tokenizer.BertVocabularyFormat;
import org.wordloom.format.tokenizer.Gpt2Format;
import org.wordloom.format.tokenizer.SubwordNmtFormat;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.decoder.BpeDecoder;
import org.wordloom.tokenizer.decoder.ByteLevelDecoder;
import org.wordloom.tokenizer.decoder.WordPieceDecoder;
import org.wordloom.tokenizer.normalizer.BertNormalizer;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.ByteLevelProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;
import org.wordloom.tokenizer.pretokenizer.BertPreTokenizer;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

/** Reads and writes tokenizers. What a file does not say of a tokenizer is what its program does by default. */
public final class TokenizerFiles {
    private static final String JSON = "tokenizer.json";
    private static final String PIECES = "vocab.json";
    private static final String MERGES = "merges.txt";

    private TokenizerFiles() {}

    /** The tokenizer of an output folder, or of a {@code tokenizer.json}. */
    public static Tokenizer read(String path) {
        FileAccess place = FileAccess.of(path);
        boolean folder = place.exists() && place.isDirectory();
        return json(folder ? place.child(JSON) : place);
    }

    /**
     * Reads a file of another format.
     *
     * @param lowercase whether BERT's vocabulary is of lower-cased text without accents; its file does not say
     */
    public static Tokenizer read(String path, TokenizerFileFormat format, boolean lowercase) {
        FileAccess place = FileAccess.of(path);
        return switch (format) {
            case TOKENIZER_JSON -> json(place);
            case BERT ->
                bert(
                        reading(place, in -> BertVocabularyFormat.read(in, place.name(), WordPieceOptions.defaults())),
                        lowercase);
            case SUBWORD_NMT -> subwordNmt(reading(place, in -> SubwordNmtFormat.read(in, place.name())));
            case GPT2 -> gpt2(place);
            case SENTENCEPIECE -> throw sentencePiece();
        };
    }

    /**
     * Writes a file.
     *
     * @throws WordloomException USAGE when the format cannot express the tokenizer
     */
    public static void write(Tokenizer tokenizer, String path, TokenizerFileFormat format, boolean overwrite) {
        FileAccess place = FileAccess.of(path);
        switch (format) {
            case TOKENIZER_JSON -> place.write(overwrite, out -> TokenizerJson.write(tokenizer, out));
            case BERT -> {
                requirePreTokenizer(tokenizer, new BertPreTokenizer(), format);
                WordPieceModel model = model(tokenizer, WordPieceModel.class, format);
                place.write(overwrite, out -> BertVocabularyFormat.write(model, out));
            }
            case SUBWORD_NMT -> {
                requirePreTokenizer(tokenizer, new WhitespaceSplit(), format);
                BpeModel model = model(tokenizer, BpeModel.class, format);
                place.write(overwrite, out -> SubwordNmtFormat.write(model, out));
            }
            case GPT2 -> {
                requireGpt2(tokenizer);
                BpeModel model = model(tokenizer, BpeModel.class, format);
                place.child(PIECES).write(overwrite, pieces -> place.child(MERGES)
                        .write(overwrite, merges -> Gpt2Format.write(model, pieces, merges)));
            }
            case SENTENCEPIECE -> throw sentencePiece();
        }
    }

    private static Tokenizer json(FileAccess place) {
        return reading(place, in -> TokenizerJson.read(in, place.name()));
    }

    private static Tokenizer bert(WordPieceModel model, boolean lowercase) {
        Tokenizer.Builder builder = Tokenizer.builder(model)
                .normalizer(new BertNormalizer(true, true, lowercase, lowercase))
                .preTokenizer(new BertPreTokenizer())
                .decoder(new WordPieceDecoder(model.options().continuingPrefix(), true));
        int separator = model.id("[SEP]");
        int classifier = model.id("[CLS]");
        if (separator >= 0 && classifier >= 0) {
            builder.postProcessor(
                    new BertProcessing(new SpecialToken("[SEP]", separator), new SpecialToken("[CLS]", classifier)));
        }
        for (String token : List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")) {
            if (model.id(token) >= 0) {
                builder.add(AddedToken.special(model.id(token), token));
            }
        }
        return builder.build();
    }

    private static Tokenizer subwordNmt(BpeModel model) {
        return Tokenizer.builder(model)
                .preTokenizer(new WhitespaceSplit())
                .decoder(new BpeDecoder(SubwordNmtFormat.SUFFIX))
                .build();
    }

    private static Tokenizer gpt2(FileAccess folder) {
        FileAccess pieces = folder.child(PIECES);
        FileAccess merges = folder.child(MERGES);
        BpeModel model = reading(
                pieces,
                in -> reading(
                        merges,
                        lines -> Gpt2Format.read(in, pieces.name(), lines, merges.name(), BpeOptions.defaults())));
        Tokenizer.Builder builder = Tokenizer.builder(model)
                .preTokenizer(new ByteLevel(false, true, true))
                .postProcessor(new ByteLevelProcessing(true, false, true))
                .decoder(new ByteLevelDecoder(true, true, true));
        if (model.id("<|endoftext|>") >= 0) {
            builder.add(AddedToken.special(0, "<|endoftext|>"));
        }
        return builder.build();
    }

    private static <M extends SubwordModel> M model(Tokenizer tokenizer, Class<M> type, TokenizerFileFormat format) {
        if (!type.isInstance(tokenizer.model())) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "a " + tokenizer.model().getClass().getSimpleName() + " cannot be written as " + format.label()
                            + ", which holds a " + type.getSimpleName());
        }
        return type.cast(tokenizer.model());
    }

    private static void requireGpt2(Tokenizer tokenizer) {
        boolean byteLevel = tokenizer.preTokenizer().orElse(null) instanceof ByteLevel level && level.useRegex();
        if (!byteLevel || tokenizer.normalizer().isPresent()) {
            throw cannotExpress(tokenizer, TokenizerFileFormat.GPT2);
        }
    }

    private static void requirePreTokenizer(Tokenizer tokenizer, Object expected, TokenizerFileFormat format) {
        if (!expected.equals(tokenizer.preTokenizer().orElse(null))) {
            throw cannotExpress(tokenizer, format);
        }
    }

    private static WordloomException cannotExpress(Tokenizer tokenizer, TokenizerFileFormat format) {
        String normalizer = tokenizer.normalizer().map(Object::toString).orElse("none");
        String preTokenizer = tokenizer.preTokenizer().map(Object::toString).orElse("none");
        return new WordloomException(
                ExitCode.USAGE,
                "the tokenizer's normalizer " + normalizer + " and pre-tokenizer " + preTokenizer
                        + " cannot be written as " + format.label() + "; tokenizer.json holds them");
    }

    private static WordloomException sentencePiece() {
        return new WordloomException(
                ExitCode.USAGE, "tokenizers are not converted from or to sentencepiece yet; convert to tokenizer.json");
    }

    private static <T> T reading(FileAccess file, Reader<T> reader) {
        try (InputStream in = file.open()) {
            return reader.read(in);
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + file.name() + ": " + e.getMessage(), e);
        }
    }

    /** Reads a stream. */
    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }
}
