package org.wordloom.tokenizer.training;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wordloom.base.Problems;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.PostProcessor;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeTrainer;
import org.wordloom.tokenizer.bpe.BpeTrainerOptions;
import org.wordloom.tokenizer.decoder.BpeDecoder;
import org.wordloom.tokenizer.decoder.ByteFallback;
import org.wordloom.tokenizer.decoder.DecoderSequence;
import org.wordloom.tokenizer.decoder.Fuse;
import org.wordloom.tokenizer.decoder.StripDecoder;
import org.wordloom.tokenizer.decoder.WordPieceDecoder;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.ByteLevelProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.unigram.ChunkCluster;
import org.wordloom.tokenizer.unigram.Dialect;
import org.wordloom.tokenizer.unigram.SegmentOptions;
import org.wordloom.tokenizer.unigram.UnigramModel;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.unigram.UnigramTrainer;
import org.wordloom.tokenizer.unigram.UnigramVocabulary.ScoredPiece;
import org.wordloom.tokenizer.unigram.WordCutter;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainer;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions;
import org.wordloom.vocab.Vocabulary;

/** Learns pieces from counted words, and puts the tokenizer together that has them. */
public final class TokenizerTrainer {
    private static final String UNKNOWN = "<unk>";
    private static final String END_OF_WORD = "</w>";
    private static final String WHITESPACE_MARK = "\u2581";
    private static final int BYTES = 256;
    private static final int SCORE_UNITS = 1024;

    private final TextOptions text;
    private final SubwordOptions model;
    private final Progress.Listener progress;
    private final List<String> specialTokens;
    private ChunkCluster.Placement placement = ChunkCluster.Placement.local();

    /** @throws org.wordloom.base.WordloomException USAGE for values that are out of their ranges, or do not go together */
    public TokenizerTrainer(TextOptions text, SubwordOptions model, Progress.Listener progress) {
        Problems problems = new Problems();
        text.validate(problems);
        model.validate(text.splitting(), problems);
        problems.throwIfAny();
        this.text = text;
        this.model = model;
        this.progress = progress;
        this.specialTokens = model.specialTokens(text.splitting());
    }

    /** Lets {@code newPlacement} decide where Unigram takes its sums; what is learned does not depend on it. */
    public TokenizerTrainer withPlacement(ChunkCluster.Placement newPlacement) {
        placement = newPlacement;
        return this;
    }

    /**
     * Learns.
     *
     * @param words as {@link TextOptions#newTokenizer} gives them, with their counts
     * @throws org.wordloom.base.WordloomException USAGE when the vocabulary cannot hold the alphabet, INPUT without words
     */
    public Tokenizer train(Vocabulary words) {
        SubwordModel learned =
                switch (model.kind()) {
                    case BPE -> bpe(words);
                    case WORDPIECE -> wordPiece(words);
                    case UNIGRAM -> unigram(words);
                };
        Tokenizer.Builder builder = Tokenizer.builder(learned)
                .normalizer(text.normalizer())
                .preTokenizer(text.preTokenizer())
                .postProcessor(postProcessor(learned))
                .decoder(decoder());
        specialTokens.forEach(token -> builder.add(AddedToken.special(learned.id(token), token)));
        return builder.build();
    }

    private SubwordModel bpe(Vocabulary words) {
        boolean knowsUnknown =
                specialTokens.contains(UNKNOWN) && !text.splitting().isByteLevel();
        BpeTrainerOptions options = BpeTrainerOptions.defaults()
                .withVocabularySize(model.vocabularySize())
                .withMinFrequency(model.minFrequency())
                .withMaxPieceLength(model.maxPieceLength())
                .withUnknownToken(knowsUnknown ? UNKNOWN : "")
                .withThreads(model.threads())
                .withAlphabet(alphabet(AlphabetOptions.defaults())
                        .withByteFallback(model.byteFallback())
                        .withEndOfWordSuffix(text.splitting().keepsSpaces() ? "" : END_OF_WORD));
        boolean likeSentencePiece =
                text.splitting().keepsSpaces() && !text.splitting().isByteLevel();
        BpeTrainer trainer = new BpeTrainer(options, progress);
        BpeModel learned = likeSentencePiece
                ? trainer.train(WordCutter.cut(words, SegmentOptions.defaults()))
                        .withEverySplit()
                : trainer.train(words);
        return learned.withOptions(
                learned.options().withByteFallback(model.byteFallback()).withFuseUnknown(knowsUnknown));
    }

    private SubwordModel wordPiece(Vocabulary words) {
        WordPieceTrainerOptions defaults = WordPieceTrainerOptions.defaults();
        WordPieceTrainerOptions options = defaults.withVocabularySize(model.vocabularySize())
                .withMinFrequency(model.minFrequency())
                .withMaxPieceLength(model.maxPieceLength())
                .withCriterion(model.criterion())
                .withThreads(model.threads())
                .withAlphabet(alphabet(defaults.alphabet()));
        return new WordPieceTrainer(options, progress).train(words);
    }

    private AlphabetOptions alphabet(AlphabetOptions base) {
        AlphabetOptions alphabet = base.withSpecialTokens(specialTokens).withLimit(model.alphabetLimit());
        return text.splitting().isByteLevel() ? alphabet.withForced(allBytes()) : alphabet;
    }

    private SubwordModel unigram(Vocabulary words) {
        List<String> pieces = new ArrayList<>(specialTokens);
        for (int value = 0; model.byteFallback() && value < BYTES; value++) {
            pieces.add(PieceType.bytePiece(value));
        }
        DoubleArrayList scores = new DoubleArrayList(new double[pieces.size()]);
        UnigramTrainer trainer =
                new UnigramTrainer(unigramOptions(pieces.size()), model.threads(), placement, progress);
        Set<String> special = Set.copyOf(pieces);
        for (ScoredPiece learned : trainer.train(words).pieces()) {
            if (special.contains(learned.piece())) {
                scores.set(pieces.indexOf(learned.piece()), rounded(learned.score()));
            } else {
                pieces.add(learned.piece());
                scores.add(rounded(learned.score()));
            }
        }
        return new UnigramModel(
                pieces,
                scores.toDoubleArray(),
                Collections.nCopies(pieces.size(), PieceType.NORMAL),
                specialTokens.indexOf(UNKNOWN),
                model.byteFallback(),
                Dialect.HUGGINGFACE);
    }

    /**
     * To a multiple of 1/1024. Sums of such numbers are exact up to 16,384 nats in single precision, and their decimal
     * digits few enough that every program reads the same number: all choose the same of nearly equal segmentations.
     */
    private static double rounded(double score) {
        return Math.rint(score * SCORE_UNITS) / SCORE_UNITS;
    }

    private UnigramOptions unigramOptions(int special) {
        UnigramOptions defaults = UnigramOptions.defaults();
        return new UnigramOptions(
                model.vocabularySize(),
                special,
                UnigramOptions.seedSize(model.vocabularySize()),
                defaults.shrinkingFactor(),
                defaults.subIterations(),
                model.maxPieceLength() == 0 ? defaults.maxPieceLength() : model.maxPieceLength(),
                text.splitting().isByteLevel() ? 1 : model.characterCoverage(),
                text.splitting().isByteLevel() ? allBytes() : "",
                defaults.segmentation());
    }

    private PostProcessor postProcessor(SubwordModel learned) {
        if (model.kind() == Kind.WORDPIECE && specialTokens.containsAll(List.of("[CLS]", "[SEP]"))) {
            return new BertProcessing(
                    new SpecialToken("[SEP]", learned.id("[SEP]")), new SpecialToken("[CLS]", learned.id("[CLS]")));
        }
        return text.splitting().isByteLevel() ? new ByteLevelProcessing(false, true, false) : null;
    }

    private Decoder decoder() {
        Decoder ofSplitting = text.splitting().decoder();
        return switch (model.kind()) {
            case UNIGRAM -> model.byteFallback() ? spacesOfBytes() : ofSplitting;
            case BPE -> bpeDecoder(ofSplitting);
            case WORDPIECE -> wordPieceDecoder(ofSplitting);
        };
    }

    private Decoder bpeDecoder(Decoder ofSplitting) {
        if (!model.byteFallback()) {
            return ofSplitting == null ? new BpeDecoder(END_OF_WORD) : ofSplitting;
        }
        return ofSplitting == null ? endsOfWordsOfBytes() : spacesOfBytes();
    }

    /** Words that have their spaces need none; what marks that a word goes on has to go before they are joined. */
    private static Decoder wordPieceDecoder(Decoder ofSplitting) {
        String prefix = WordPieceOptions.defaults().continuingPrefix();
        return ofSplitting == null
                ? new WordPieceDecoder(prefix, true)
                : new DecoderSequence(List.of(new Replace(TextPattern.regex("\\A" + prefix), ""), ofSplitting));
    }

    private static Decoder spacesOfBytes() {
        return new DecoderSequence(List.of(
                new Replace(TextPattern.literal(WHITESPACE_MARK), " "),
                new ByteFallback(),
                new Fuse(),
                new StripDecoder(' ', 1, 0)));
    }

    /** Bytes may spell the end of a word too, so it is looked for after them. */
    private static Decoder endsOfWordsOfBytes() {
        return new DecoderSequence(List.of(
                new ByteFallback(),
                new Fuse(),
                new Replace(TextPattern.literal(END_OF_WORD), " "),
                new StripDecoder(' ', 0, 1)));
    }

    private static String allBytes() {
        return IntStream.range(0, BYTES)
                .mapToObj(value -> Character.toString(ByteAlphabet.charOf(value)))
                .collect(Collectors.joining());
    }
}
