package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.format.tokenizer.BertVocabularyFormat;
import org.wordloom.format.tokenizer.Gpt2Format;
import org.wordloom.format.tokenizer.PortableTokenizer;
import org.wordloom.format.tokenizer.SentencePieceModelFormat;
import org.wordloom.format.tokenizer.SentencePieceVocabularyFormat;
import org.wordloom.format.tokenizer.SubwordNmtFormat;
import org.wordloom.format.tokenizer.TokenizerForm;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.conversion.BertPipeline;
import org.wordloom.tokenizer.conversion.FromSentencePiece;
import org.wordloom.tokenizer.conversion.Gpt2Pipeline;
import org.wordloom.tokenizer.conversion.SubwordNmtPipeline;
import org.wordloom.tokenizer.conversion.ToSentencePiece;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

/** Reads and writes tokenizers. What a file does not say of a tokenizer is what its program does by default. */
public final class TokenizerFiles {
    private static final String PIECES = "vocab.json";
    private static final String MERGES = "merges.txt";

    private TokenizerFiles() {}

    /** The tokenizer that {@code --tokenizer} names, see {@link TokenizerSource}. */
    public static Tokenizer read(String source) {
        return TokenizerSource.of(source).read();
    }

    /** The tokenizer that {@code --tokenizer} names, in the form that it travels and is kept in. */
    public static PortableTokenizer portable(String source) {
        return TokenizerSource.of(source).portable();
    }

    static PortableTokenizer portable(FileAccess file, TokenizerForm form) {
        return reading(file, in -> PortableTokenizer.read(in, form, file.name()));
    }

    /**
     * Reads a file of any format.
     *
     * @param lowercase whether BERT's vocabulary is of lower-cased text without accents; its file does not say
     */
    public static Tokenizer read(String path, TokenizerFileFormat format, boolean lowercase) {
        FileAccess place = FileAccess.of(path);
        return switch (format) {
            case TOKENIZER_JSON -> reading(place, in -> TokenizerForm.JSON.read(in, place.name()));
            case SENTENCEPIECE -> reading(place, in -> TokenizerForm.SENTENCEPIECE.read(in, place.name()));
            case SENTENCEPIECE_VOCABULARY ->
                SentencePieceSubwords.tokenizer(
                        reading(place, in -> SentencePieceVocabularyFormat.readModel(in, place.name())));
            case BERT ->
                BertPipeline.tokenizer(
                        reading(place, in -> BertVocabularyFormat.read(in, place.name(), WordPieceOptions.defaults())),
                        lowercase);
            case GPT2 -> Gpt2Pipeline.tokenizer(gpt2(place));
            case SUBWORD_NMT ->
                SubwordNmtPipeline.tokenizer(reading(place, in -> SubwordNmtFormat.read(in, place.name())));
        };
    }

    /**
     * Writes a file.
     *
     * @throws WordloomException USAGE when the format cannot express the tokenizer
     */
    public static void write(Tokenizer tokenizer, String path, TokenizerFileFormat format, boolean overwrite) {
        FileAccess place = FileAccess.of(path);
        if (format == TokenizerFileFormat.SENTENCEPIECE || format == TokenizerFileFormat.SENTENCEPIECE_VOCABULARY) {
            SentencePieceModel model = ToSentencePiece.model(tokenizer, format.label());
            boolean whole = format == TokenizerFileFormat.SENTENCEPIECE;
            place.write(overwrite, out -> {
                if (whole) {
                    SentencePieceModelFormat.write(model, out);
                } else {
                    SentencePieceVocabularyFormat.write(model, out);
                }
            });
        } else {
            writeComponents(FromSentencePiece.components(tokenizer, format.label()), place, format, overwrite);
        }
    }

    private static void writeComponents(
            Tokenizer tokenizer, FileAccess place, TokenizerFileFormat format, boolean overwrite) {
        switch (format) {
            case BERT -> {
                WordPieceModel model = BertPipeline.model(tokenizer, format.label());
                place.write(overwrite, out -> BertVocabularyFormat.write(model, out));
            }
            case GPT2 -> {
                BpeModel model = Gpt2Pipeline.model(tokenizer, format.label());
                writeGpt2(model, place, overwrite);
            }
            case SUBWORD_NMT -> {
                BpeModel model = SubwordNmtPipeline.model(tokenizer, format.label());
                place.write(overwrite, out -> SubwordNmtFormat.write(model, out));
            }
            default -> place.write(overwrite, out -> TokenizerJson.write(tokenizer, out));
        }
    }

    /** A folder that is there may hold other files of a model, which stay. */
    private static void writeGpt2(BpeModel model, FileAccess folder, boolean overwrite) {
        if (folder.exists()) {
            folder.child(PIECES).write(overwrite, pieces -> folder.child(MERGES)
                    .write(overwrite, merges -> Gpt2Format.write(model, pieces, merges)));
        } else {
            folder.makeFolder(List.of(PIECES, MERGES), files -> Gpt2Format.write(model, files.get(0), files.get(1)));
        }
    }

    private static BpeModel gpt2(FileAccess folder) {
        FileAccess pieces = folder.child(PIECES);
        FileAccess merges = folder.child(MERGES);
        return reading(
                pieces,
                in -> reading(
                        merges,
                        lines -> Gpt2Format.read(in, pieces.name(), lines, merges.name(), BpeOptions.defaults())));
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
