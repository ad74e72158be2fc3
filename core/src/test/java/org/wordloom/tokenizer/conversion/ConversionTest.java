package org.wordloom.tokenizer.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.TokenizerEncoder;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.normalizer.BertNormalizer;
import org.wordloom.tokenizer.normalizer.ExtraWhitespace;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.normalizer.Strip;
import org.wordloom.tokenizer.normalizer.UnicodeNormalizer;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.Metaspace.PrependScheme;
import org.wordloom.tokenizer.pretokenizer.PreTokenizerSequence;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.unigram.Dialect;
import org.wordloom.tokenizer.unigram.UnigramModel;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

class ConversionTest {
    private static final List<String> PIECES = List.of("<unk>", "<s>", "▁", "a", "b", "ab", "▁ab", "abb", "▁a");
    private static final NormalizerSequence REMOVAL = new NormalizerSequence(ExtraWhitespace.removal());

    @Test
    void unigramBecomesSentencePieceAndComesBack() {
        SentencePieceModel model = ToSentencePiece.model(unigram(builder -> builder), "sentencepiece");
        assertThat(model.kind()).isEqualTo(ModelKind.UNIGRAM);
        assertThat(model.type(0)).isEqualTo(PieceType.UNKNOWN);
        assertThat(model.type(1)).isEqualTo(PieceType.CONTROL);
        assertThat(model.preparation().options()).isEqualTo(NormalizerOptions.defaults());
        Tokenizer back = FromSentencePiece.components(SentencePieceSubwords.tokenizer(model), "tokenizer.json");
        assertThat(back.normalizer()).contains(REMOVAL);
        assertThat(back.preTokenizer()).contains(Metaspace.defaults());
        assertThat(back.addedTokens()).containsExactly(AddedToken.special(0, "<unk>"), AddedToken.special(1, "<s>"));
    }

    @Test
    void aLoadedModelHasOffsetsAndText() {
        SentencePieceModel model = ToSentencePiece.model(unigram(builder -> builder), "sentencepiece");
        Tokenizer loaded = SentencePieceSubwords.tokenizer(model);
        TokenizerEncoder encoder = loaded.newEncoder();
        var encoding = encoder.encode("  ab \uD83D\uDE00x  a ", true);
        assertThat(encoding.size()).isEqualTo(5);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < encoding.size(); i++) {
            parts.add(loaded.piece(encoding.id(i)) + " " + encoding.start(i) + "-" + encoding.end(i));
        }
        assertThat(parts).containsExactly("▁ab 2-4", "▁ 4-5", "<unk> 5-8", "▁ 8-10", "a 10-11");
        assertThat(loaded.decode(new int[] {6, 2, 3}, false)).isEqualTo("ab a");
        assertThat(encoder.encode("   ", true).size()).isZero();
    }

    @Test
    void sentencePieceLacksWhatIsNamed() {
        refused(unigram(builder -> builder.preTokenizer(new ByteLevel(false, true, true))), "Metaspace", "ByteLevel");
        refused(unigram(builder -> builder.normalizer(UnicodeNormalizer.NFKC)), "the normalizer NFKC");
        refused(unigram(builder -> builder.normalizer(null)), "ALWAYS", "white space", "--normalize");
        refused(
                unigram(builder ->
                        builder.postProcessor(new BertProcessing(new SpecialToken("a", 3), new SpecialToken("b", 4)))),
                "the post-processor BertProcessing");
        refused(
                unigram(builder -> builder.add(new AddedToken(0, "<mask>", false, true, false, false, false))),
                "the added token '<mask>', which is not special");
        refused(wordPiece(), "a WordPieceModel, but a UnigramModel");
    }

    @Test
    void whiteSpaceIsSplitOnlyWhereItBecomesSpace() {
        PreTokenizerSequence words = new PreTokenizerSequence(List.of(new WhitespaceSplit(), Metaspace.defaults()));
        Normalizer nmt = new PrecompiledNormalizer(NamedCharacterMap.NMT_NFKC.build());
        Normalizer nfkc = new PrecompiledNormalizer(NamedCharacterMap.NFKC.build());
        refused(unigram(builder -> builder.preTokenizer(words)), "WhitespaceSplit", "a tab");
        refused(unigram(builder -> builder.normalizer(nfkc).preTokenizer(words)), "WhitespaceSplit", "a tab");
        assertThat(ToSentencePiece.model(
                                unigram(builder -> builder.normalizer(nmt).preTokenizer(words)), "sentencepiece")
                        .size())
                .isEqualTo(PIECES.size());
        refused(
                unigram(builder -> builder.normalizer(nmt)
                        .preTokenizer(new PreTokenizerSequence(
                                List.of(new WhitespaceSplit(), new Metaspace('\u2581', PrependScheme.NEVER, true))))),
                "WhitespaceSplit without a Metaspace that prepends");
    }

    @Test
    void noPieceReachesAcrossWordsThatWhiteSpaceSplits() {
        PreTokenizerSequence words = new PreTokenizerSequence(
                List.of(new WhitespaceSplit(), new Metaspace('\u2581', PrependScheme.ALWAYS, false)));
        SubwordModel across = new UnigramModel(
                List.of("<unk>", "<s>", "▁a", "▁a▁b"),
                new double[] {0, 0, -1, -1},
                Collections.nCopies(4, PieceType.NORMAL),
                0,
                false,
                Dialect.HUGGINGFACE);
        refused(
                metaspace(across).toBuilder()
                        .normalizer(new PrecompiledNormalizer(NamedCharacterMap.NMT_NFKC.build()))
                        .preTokenizer(words)
                        .build(),
                "splits within a piece, as '▁a▁b'");
    }

    @Test
    void aFirstSpaceIsRemovedOnlyWhereAnotherIsPrepended() {
        Normalizer others =
                new NormalizerSequence(List.of(new Strip(false, true), new Replace(TextPattern.regex(" {2,}"), "▁")));
        assertThat(ToSentencePiece.model(unigram(builder -> builder.normalizer(others)), "sentencepiece")
                        .preparation()
                        .options())
                .isEqualTo(NormalizerOptions.defaults());
        refused(
                unigram(builder ->
                        builder.normalizer(others).preTokenizer(new Metaspace('\u2581', PrependScheme.NEVER, true))),
                "a space at the beginning");
    }

    @Test
    void mergesHaveToBeAllThatThePiecesAllow() {
        Tokenizer pairs = bpe(new int[] {3, 4, 2, 3, 2, 5, 5, 4});
        refused(pairs, "4 of 5");
    }

    @Test
    void aModelOfEveryMergeIsWritten() {
        BpeModel all = ((BpeModel) bpe(new int[] {3, 4, 2, 3, 2, 5, 5, 4}).model()).withEverySplit();
        SentencePieceModel model = ToSentencePiece.model(metaspace(all), "sentencepiece");
        assertThat(model.kind()).isEqualTo(ModelKind.BPE);
        assertThat(model.score(5)).isZero();
        assertThat(model.score(8)).isEqualTo(-1);
        assertThat(model.score(6)).isEqualTo(-2);
        assertThat(model.score(7)).isEqualTo(-3);
    }

    @Test
    void tokenizerJsonLacksWhatIsNamed() {
        refusedAsJson(model(PieceType.USER_DEFINED, NormalizerOptions.defaults()), "USER_DEFINED", "'ab'");
        refusedAsJson(
                model(PieceType.NORMAL, new NormalizerOptions(true, true, true, true)), "treat_whitespace_as_suffix");
        refusedAsJson(model(PieceType.NORMAL, new NormalizerOptions(true, true, false, false)), "escape_whitespaces");
    }

    @Test
    void filesOfModelsAloneLackWhatIsNamed() {
        assertThat(BertPipeline.model(wordPiece(), "bert").size()).isEqualTo(3);
        assertThat(BertPipeline.tokenizer((WordPieceModel) wordPiece().model(), true)
                        .normalizer())
                .contains(new BertNormalizer(true, true, true, true));
        refused(() -> BertPipeline.model(unigram(builder -> builder), "bert"), "Metaspace");
        refused(
                () -> BertPipeline.model(
                        wordPiece().toBuilder()
                                .normalizer(UnicodeNormalizer.NFC)
                                .build(),
                        "bert"),
                "the normalizer NFC");
        refused(
                () -> Gpt2Pipeline.model(
                        bpe(new int[0]).toBuilder()
                                .preTokenizer(new ByteLevel(true, true, true))
                                .build(),
                        "gpt2"),
                "ByteLevel");
        refused(
                () -> SubwordNmtPipeline.model(
                        bpe(new int[0]).toBuilder()
                                .preTokenizer(new WhitespaceSplit())
                                .normalizer(UnicodeNormalizer.NFC)
                                .build(),
                        "subword-nmt"),
                "the normalizer NFC");
        BpeModel model = (BpeModel) bpe(new int[0]).model();
        BpeOptions options = model.options().withEndOfWordSuffix("</w>");
        assertThat(SubwordNmtPipeline.model(SubwordNmtPipeline.tokenizer(model.withOptions(options)), "subword-nmt")
                        .size())
                .isEqualTo(PIECES.size());
        refused(
                () -> SubwordNmtPipeline.model(
                        SubwordNmtPipeline.tokenizer(model.withOptions(options.withDropout(0.5))), "subword-nmt"),
                "dropout, as 0.5");
    }

    private static void refused(Tokenizer tokenizer, String... reasons) {
        refused(() -> ToSentencePiece.model(tokenizer, "sentencepiece"), reasons);
    }

    private static void refusedAsJson(SentencePieceModel model, String... reasons) {
        refused(() -> FromSentencePiece.components(SentencePieceSubwords.tokenizer(model), "tokenizer.json"), reasons);
    }

    private static void refused(Runnable conversion, String... reasons) {
        assertThatThrownBy(conversion::run)
                .isInstanceOfSatisfying(
                        WordloomException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContainingAll(reasons);
    }

    private static Tokenizer unigram(UnaryOperator<Tokenizer.Builder> change) {
        SubwordModel model = new UnigramModel(
                PIECES,
                new double[] {0, 0, -3, -4, -4, -2, -1, -5, -9},
                Collections.nCopies(PIECES.size(), PieceType.NORMAL),
                0,
                false,
                Dialect.HUGGINGFACE);
        return change.apply(metaspace(model).toBuilder()).build();
    }

    private static Tokenizer bpe(int[] merges) {
        BpeOptions options = BpeOptions.defaults().withUnknownToken("<unk>").withFuseUnknown(true);
        return metaspace(new BpeModel(PieceTable.of(PIECES.toArray(String[]::new)), merges, options));
    }

    private static Tokenizer wordPiece() {
        PieceTable pieces = PieceTable.of(new String[] {"[UNK]", "a", "##b"});
        return BertPipeline.tokenizer(new WordPieceModel(pieces, WordPieceOptions.defaults()), false);
    }

    private static Tokenizer metaspace(SubwordModel model) {
        return Tokenizer.builder(model)
                .normalizer(REMOVAL)
                .preTokenizer(Metaspace.defaults())
                .decoder(Metaspace.defaults())
                .add(AddedToken.special(1, "<s>"))
                .build();
    }

    private static SentencePieceModel model(PieceType type, NormalizerOptions options) {
        return new SentencePieceModel(
                ModelKind.UNIGRAM,
                List.of("<unk>", "a", "ab"),
                new float[] {0, -1, -2},
                List.of(PieceType.UNKNOWN, PieceType.NORMAL, type),
                false,
                null,
                new TextPreparation("", null, options),
                OtherFields.NONE);
    }
}
