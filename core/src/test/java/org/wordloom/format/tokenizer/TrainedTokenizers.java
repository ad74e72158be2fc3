package org.wordloom.format.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wordloom.base.Progress;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.ByteAlphabet;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.Segmenter;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeTrainer;
import org.wordloom.tokenizer.bpe.BpeTrainerOptions;
import org.wordloom.tokenizer.decoder.ByteFallback;
import org.wordloom.tokenizer.decoder.ByteLevelDecoder;
import org.wordloom.tokenizer.decoder.DecoderSequence;
import org.wordloom.tokenizer.decoder.Fuse;
import org.wordloom.tokenizer.decoder.StripDecoder;
import org.wordloom.tokenizer.decoder.WordPieceDecoder;
import org.wordloom.tokenizer.merging.AlphabetOptions;
import org.wordloom.tokenizer.normalizer.BertNormalizer;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;
import org.wordloom.tokenizer.normalizer.Prepend;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.normalizer.UnicodeNormalizer;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.ByteLevelProcessing;
import org.wordloom.tokenizer.postprocessor.RobertaProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing.Part;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing.Tokens;
import org.wordloom.tokenizer.pretokenizer.BertPreTokenizer;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.GptScanner;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.PreTokenizerSequence;
import org.wordloom.tokenizer.pretokenizer.Split;
import org.wordloom.tokenizer.pretokenizer.SplitBehavior;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.unigram.Dialect;
import org.wordloom.tokenizer.unigram.UnigramModel;
import org.wordloom.tokenizer.unigram.UnigramOptions;
import org.wordloom.tokenizer.unigram.UnigramTrainer;
import org.wordloom.tokenizer.unigram.UnigramVocabulary;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainer;
import org.wordloom.tokenizer.wordpiece.WordPieceTrainerOptions;
import org.wordloom.vocab.Vocabulary;
import org.wordloom.vocab.VocabularyOptions;
import org.wordloom.vocab.WordCounts;

/** Small tokenizers in the manner of well-known ones, trained on the given texts. */
final class TrainedTokenizers {
    private static final Progress.Listener SILENT = Progress.Listener.none();

    private final List<String> texts;
    private final int size;

    TrainedTokenizers(List<String> texts, int size) {
        this.texts = texts;
        this.size = size;
    }

    Tokenizer bert() {
        Normalizer normalizer = new BertNormalizer(true, true, true, true);
        PreTokenizer preTokenizer = new BertPreTokenizer();
        List<String> special = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
        WordPieceTrainerOptions options = WordPieceTrainerOptions.defaults();
        AlphabetOptions alphabet = options.alphabet().withSpecialTokens(special);
        WordPieceModel model = new WordPieceTrainer(
                        options.withVocabularySize(size).withAlphabet(alphabet), SILENT)
                .train(count(normalizer, preTokenizer));
        Tokenizer.Builder builder = Tokenizer.builder(model)
                .normalizer(normalizer)
                .preTokenizer(preTokenizer)
                .postProcessor(new BertProcessing(new SpecialToken("[SEP]", 3), new SpecialToken("[CLS]", 2)))
                .decoder(new WordPieceDecoder("##", true));
        special.forEach(token -> builder.add(AddedToken.special(0, token)));
        return builder.build();
    }

    Tokenizer gpt2() {
        PreTokenizer preTokenizer = new ByteLevel(false, true, true);
        return Tokenizer.builder(byteBpe(preTokenizer, List.of("<|endoftext|>")))
                .preTokenizer(preTokenizer)
                .postProcessor(new ByteLevelProcessing(true, false, true))
                .decoder(new ByteLevelDecoder(true, true, true))
                .add(AddedToken.special(0, "<|endoftext|>"))
                .build();
    }

    Tokenizer roberta() {
        PreTokenizer preTokenizer = new ByteLevel(true, true, true);
        BpeModel model = byteBpe(preTokenizer, List.of("<s>", "<pad>", "</s>", "<unk>"));
        return Tokenizer.builder(model)
                .preTokenizer(preTokenizer)
                .postProcessor(
                        new RobertaProcessing(new SpecialToken("</s>", 2), new SpecialToken("<s>", 0), true, true))
                .decoder(new ByteLevelDecoder(true, true, true))
                .add(AddedToken.special(0, "<s>"))
                .add(AddedToken.special(0, "<pad>"))
                .add(AddedToken.special(0, "</s>"))
                .add(new AddedToken(0, "[MASK]", false, true, false, false, true))
                .build();
    }

    Tokenizer gpt4() {
        PreTokenizer preTokenizer = new PreTokenizerSequence(List.of(
                new Split(TextPattern.regex(GptScanner.CL100K), SplitBehavior.ISOLATED, false),
                new ByteLevel(false, true, false)));
        return Tokenizer.builder(byteBpe(preTokenizer, List.of()))
                .normalizer(UnicodeNormalizer.NFC)
                .preTokenizer(preTokenizer)
                .postProcessor(new ByteLevelProcessing(false, true, false))
                .decoder(new ByteLevelDecoder(true, true, true))
                .build();
    }

    Tokenizer llama() {
        Normalizer normalizer =
                new NormalizerSequence(List.of(new Prepend("▁"), new Replace(TextPattern.literal(" "), "▁")));
        // Trained on words, used without a pre-tokeniser, as the original.
        Vocabulary words = count(normalizer, Metaspace.defaults());
        AlphabetOptions alphabet = AlphabetOptions.defaults()
                .withSpecialTokens(List.of("<unk>", "<s>", "</s>"))
                .withByteFallback(true)
                .withLimit(60);
        BpeTrainerOptions options = BpeTrainerOptions.defaults()
                .withVocabularySize(size)
                .withAlphabet(alphabet)
                .withUnknownToken("<unk>");
        BpeModel model = new BpeTrainer(options, SILENT).train(words);
        return Tokenizer.builder(
                        model.withOptions(model.options().withByteFallback(true).withFuseUnknown(true)))
                .normalizer(normalizer)
                .postProcessor(new TemplateProcessing(
                        List.of(Part.special("<s>", 0), Part.text(0, 0)),
                        List.of(Part.special("<s>", 0), Part.text(0, 0), Part.special("<s>", 1), Part.text(1, 1)),
                        Map.of("<s>", new Tokens(List.of(1), List.of("<s>")))))
                .decoder(new DecoderSequence(List.of(
                        new Replace(TextPattern.literal("▁"), " "),
                        new ByteFallback(),
                        new Fuse(),
                        new StripDecoder(' ', 1, 0))))
                .add(AddedToken.special(0, "<unk>"))
                .add(AddedToken.special(0, "<s>"))
                .add(AddedToken.special(0, "</s>"))
                .build();
    }

    Tokenizer t5() {
        Normalizer normalizer = new PrecompiledNormalizer(NamedCharacterMap.NMT_NFKC.build());
        PreTokenizer preTokenizer = Metaspace.defaults();
        UnigramOptions options =
                UnigramOptions.defaults().withVocabularySize(size).withSpecialPieces(3);
        UnigramVocabulary learned = new UnigramTrainer(options, 1, SILENT).train(count(normalizer, preTokenizer));
        List<String> pieces = new ArrayList<>(List.of("<pad>", "</s>", "<unk>"));
        learned.pieces().forEach(piece -> pieces.add(piece.piece()));
        double[] scores = new double[pieces.size()];
        for (int i = 3; i < scores.length; i++) {
            scores[i] = Double.parseDouble(
                    Float.toString((float) learned.pieces().get(i - 3).score()));
        }
        UnigramModel model = new UnigramModel(
                pieces, scores, Collections.nCopies(scores.length, PieceType.NORMAL), 2, false, Dialect.HUGGINGFACE);
        return Tokenizer.builder(model)
                .normalizer(normalizer)
                .preTokenizer(preTokenizer)
                .postProcessor(new TemplateProcessing(
                        List.of(Part.text(0, 0), Part.special("</s>", 0)),
                        List.of(Part.text(0, 0), Part.special("</s>", 0), Part.text(1, 0), Part.special("</s>", 0)),
                        Map.of("</s>", new Tokens(List.of(1), List.of("</s>")))))
                .decoder(Metaspace.defaults())
                .add(AddedToken.special(0, "<pad>"))
                .add(AddedToken.special(0, "</s>"))
                .add(AddedToken.special(0, "<unk>"))
                .build();
    }

    private BpeModel byteBpe(PreTokenizer preTokenizer, List<String> special) {
        String bytes = IntStream.range(0, 256)
                .mapToObj(b -> Character.toString(ByteAlphabet.charOf(b)))
                .collect(Collectors.joining());
        AlphabetOptions alphabet =
                AlphabetOptions.defaults().withSpecialTokens(special).withForced(bytes);
        BpeTrainerOptions options =
                BpeTrainerOptions.defaults().withVocabularySize(size).withAlphabet(alphabet);
        return new BpeTrainer(options, SILENT).train(count(null, preTokenizer));
    }

    private Vocabulary count(Normalizer normalizer, PreTokenizer preTokenizer) {
        WordCounts counts = new WordCounts();
        Segmenter segmenter = Tokenizer.segmenter(normalizer, preTokenizer);
        for (String text : texts) {
            segmenter.segment(text, new Segmenter.Sink() {
                @Override
                public void words(PreTokenizedText words) {
                    for (int i = 0; i < words.size(); i++) {
                        String word = words.text().toString().substring(words.from(i), words.to(i));
                        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                        counts.add(utf8, 0, utf8.length);
                    }
                }

                @Override
                public void token(AddedToken token, String surface, int start, int end) {}
            });
        }
        return counts.toVocabulary(new VocabularyOptions(1, 0));
    }
}
