package org.wordloom.tokenizer.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.decoder.ByteFallback;
import org.wordloom.tokenizer.decoder.DecoderSequence;
import org.wordloom.tokenizer.decoder.Fuse;
import org.wordloom.tokenizer.decoder.StripDecoder;
import org.wordloom.tokenizer.normalizer.ExtraWhitespace;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;
import org.wordloom.tokenizer.normalizer.Prepend;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.Metaspace.PrependScheme;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;
import org.wordloom.tokenizer.unigram.Dialect;
import org.wordloom.tokenizer.unigram.UnigramModel;

/**
 * A SentencePiece model in the components of {@code tokenizer.json}. They give its pieces but for a few sequences of
 * combining characters, ties of a unigram model, runs of repeated characters with BPE, and special tokens' names in text.
 */
public final class FromSentencePiece {
    private static final String MARK = Character.toString(Metaspace.LOWER_ONE_EIGHTH_BLOCK);

    private final SentencePieceModel model;
    private final NormalizerOptions options;

    private FromSentencePiece(SentencePieceModel model) {
        this.model = model;
        this.options = model.preparation().options();
    }

    /**
     * The tokenizer of a model's file, put together from components; another one as it is.
     *
     * @throws org.wordloom.base.WordloomException USAGE, naming what in the model has no component
     */
    public static Tokenizer components(Tokenizer tokenizer, String format) {
        if (!(tokenizer.model() instanceof SentencePieceSubwords subwords)) {
            return tokenizer;
        }
        FromSentencePiece conversion = new FromSentencePiece(subwords.model());
        conversion.requireExpressible(new Expressible(tokenizer, format));
        return conversion.tokenizer();
    }

    private void requireExpressible(Expressible expressible) {
        boolean pieces = model.kind() == ModelKind.UNIGRAM || model.kind() == ModelKind.BPE;
        expressible.require(pieces, "SentencePiece's model_type " + model.kind());
        expressible.require(!options.whitespaceAsSuffix(), "SentencePiece's treat_whitespace_as_suffix");
        expressible.require(options.escapesWhitespace(), "SentencePiece's escape_whitespaces = false");
        expressible.require(model.otherFields().denormalizer() == null, "SentencePiece's denormalizer_spec");
        for (String character : model.unlistedCharacters()) {
            expressible.require(false, "merges of a character that is no piece, as '" + character + "'");
        }
        for (int id = 0; id < model.size(); id++) {
            PieceType type = model.type(id);
            expressible.require(
                    type != PieceType.USER_DEFINED && type != PieceType.UNUSED,
                    "pieces of type " + type + ", as '" + model.piece(id) + "'");
        }
    }

    private Tokenizer tokenizer() {
        Tokenizer.Builder builder = Tokenizer.builder(subwords())
                .normalizer(normalizer())
                .preTokenizer(metaspace())
                .decoder(decoder());
        for (int id = 0; id < model.size(); id++) {
            if (model.type(id) == PieceType.CONTROL || model.type(id) == PieceType.UNKNOWN) {
                builder.add(AddedToken.special(id, model.piece(id)));
            }
        }
        return builder.build();
    }

    private SubwordModel subwords() {
        if (model.subwordModel() instanceof BpeModel bpe) {
            BpeModel merges = bpe.withEverySplit();
            return merges.withOptions(merges.options().withFuseUnknown(true).withByteFallback(model.byteFallback()));
        }
        List<String> pieces = new ArrayList<>();
        double[] scores = new double[model.size()];
        for (int id = 0; id < scores.length; id++) {
            pieces.add(model.piece(id));
            scores[id] = Double.parseDouble(Float.toString(model.score(id)));
        }
        return new UnigramModel(
                pieces,
                scores,
                Collections.nCopies(scores.length, PieceType.NORMAL),
                model.unknownId(),
                model.byteFallback(),
                Dialect.HUGGINGFACE);
    }

    private Normalizer normalizer() {
        List<Normalizer> steps = new ArrayList<>();
        if (model.preparation().map() != null) {
            steps.add(new PrecompiledNormalizer(model.preparation().map()));
        }
        if (options.removesExtraWhitespace()) {
            steps.addAll(ExtraWhitespace.removal());
        } else if (options.dummyPrefix()) {
            // Metaspace puts nothing before a space, SentencePiece puts another one there.
            steps.add(new Prepend(MARK));
        }
        return steps.isEmpty() ? null : new NormalizerSequence(steps);
    }

    private Metaspace metaspace() {
        boolean prepends = options.dummyPrefix() && options.removesExtraWhitespace();
        return new Metaspace(
                Metaspace.LOWER_ONE_EIGHTH_BLOCK,
                prepends ? PrependScheme.ALWAYS : PrependScheme.NEVER,
                model.isWordwise());
    }

    private Decoder decoder() {
        boolean drops = options.dummyPrefix() || options.removesExtraWhitespace();
        return new DecoderSequence(List.of(
                new Replace(TextPattern.literal(MARK), " "),
                new ByteFallback(),
                new Fuse(),
                new StripDecoder(' ', drops ? 1 : 0, 0)));
    }
}
