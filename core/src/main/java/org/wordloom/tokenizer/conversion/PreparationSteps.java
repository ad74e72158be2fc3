package org.wordloom.tokenizer.conversion;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.AlignedText;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.Segmenter;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.normalizer.ExtraWhitespace;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;
import org.wordloom.tokenizer.normalizer.Prepend;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.normalizer.Strip;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.Metaspace.PrependScheme;
import org.wordloom.tokenizer.pretokenizer.PreTokenizerSequence;
import org.wordloom.tokenizer.pretokenizer.UnicodeScripts;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;
import org.wordloom.tokenizer.sentencepiece.DoubleArrayCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;

/** Normaliser and pre-tokeniser, step by step, as what SentencePiece does to text; refuses what it does not. */
final class PreparationSteps {
    private static final String MARK = Character.toString(Metaspace.LOWER_ONE_EIGHTH_BLOCK);
    private static final Normalizer SPACES_TO_MARKS = new Replace(TextPattern.literal(" "), MARK);
    /** How converters of others write {@link ExtraWhitespace}, before a Metaspace that prepends. */
    private static final List<Normalizer> OTHER_REMOVAL =
            List.of(new Strip(false, true), new Replace(TextPattern.regex(" {2,}"), MARK));

    /** What WhitespaceSplit splits at and SentencePiece does not, unless the map makes a space of it. */
    private static final String OTHER_WHITESPACE = "\t\n\u000B\f\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
            + "\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    private final Expressible expressible;
    private final List<Normalizer> normalizers = new ArrayList<>();
    private final List<PreTokenizer> preTokenizers = new ArrayList<>();
    private DoubleArrayCharacterMap map;
    private boolean removesExtraWhitespace;
    private boolean dummyPrefix;
    private boolean splitsWords;
    private boolean splitsScripts;

    PreparationSteps(Tokenizer tokenizer, Expressible expressible) {
        this.expressible = expressible;
        tokenizer.normalizer().ifPresent(this::flatten);
        tokenizer.preTokenizer().ifPresent(this::flatten);
        readNormalizers();
        readPreTokenizers();
    }

    TextPreparation preparation() {
        NormalizerOptions options = new NormalizerOptions(dummyPrefix, removesExtraWhitespace, true, false);
        return new TextPreparation(map == null ? "identity" : "", map, options);
    }

    /** SentencePiece splits text nowhere: no piece may reach across the places where the pre-tokeniser does. */
    void requireWords(List<String> pieces, List<PieceType> types) {
        Segmenter scripts = Tokenizer.segmenter(null, new UnicodeScripts());
        for (int id = 0; id < pieces.size(); id++) {
            String piece = pieces.get(id);
            if (types.get(id) == PieceType.NORMAL) {
                boolean oneWord = !splitsWords || piece.indexOf(MARK, 1) < 0;
                expressible.require(
                        oneWord && (!splitsScripts || words(scripts, piece) <= 1),
                        "a pre-tokenizer that splits within a piece, as '" + piece + "'");
            }
        }
    }

    private void readNormalizers() {
        if (!normalizers.isEmpty() && normalizers.get(0) instanceof PrecompiledNormalizer precompiled) {
            normalizers.remove(0);
            map = DoubleArrayCharacterMap.of(precompiled.map().toBytes(), "precompiled_charsmap");
        }
        removesExtraWhitespace = takeFirst(ExtraWhitespace.removal());
        boolean leavesFirstSpace = !removesExtraWhitespace && takeFirst(OTHER_REMOVAL);
        removesExtraWhitespace |= leavesFirstSpace;
        dummyPrefix = takeFirst(List.of(new Prepend(MARK)));
        boolean marks = takeFirst(List.of(SPACES_TO_MARKS));
        expressible.require(
                !leavesFirstSpace || (!dummyPrefix && prependsAlways()),
                "a space at the beginning, which the normalizer keeps where no Metaspace prepends another");
        expressible.require(
                normalizers.isEmpty(), "the normalizer " + (normalizers.isEmpty() ? "" : normalizers.get(0)));
        if (!marks && preTokenizers.stream().noneMatch(Metaspace.class::isInstance)) {
            expressible.require(false, "a pre-tokenizer without Metaspace, but " + preTokenizers);
        }
    }

    private void readPreTokenizers() {
        if (!preTokenizers.isEmpty() && preTokenizers.get(0) instanceof WhitespaceSplit) {
            preTokenizers.remove(0);
            expressible.require(
                    map != null && mapsWhitespace(),
                    "the pre-tokenizer WhitespaceSplit where a tab is not made a space (--normalize nmt-nfkc does)");
            expressible.require(
                    prependsAlways(), "the pre-tokenizer WhitespaceSplit without a Metaspace that prepends");
            removesExtraWhitespace = true;
            splitsWords = true;
        }
        if (!preTokenizers.isEmpty() && preTokenizers.get(0) instanceof Metaspace metaspace) {
            preTokenizers.remove(0);
            read(metaspace);
        }
        if (!preTokenizers.isEmpty() && preTokenizers.get(0) instanceof UnicodeScripts) {
            preTokenizers.remove(0);
            splitsScripts = true;
        }
        expressible.require(
                preTokenizers.isEmpty(), "the pre-tokenizer " + (preTokenizers.isEmpty() ? "" : preTokenizers.get(0)));
    }

    private void read(Metaspace metaspace) {
        boolean prepends = metaspace.prependScheme() == PrependScheme.ALWAYS;
        expressible.require(
                metaspace.replacement() == Metaspace.LOWER_ONE_EIGHTH_BLOCK
                        && metaspace.prependScheme() != PrependScheme.FIRST,
                "the pre-tokenizer " + metaspace);
        expressible.require(
                !prepends || dummyPrefix || removesExtraWhitespace,
                "the pre-tokenizer " + metaspace + " where extra white space stays (--normalize nmt-nfkc removes it)");
        dummyPrefix = dummyPrefix || prepends;
        splitsWords |= metaspace.split();
    }

    private boolean prependsAlways() {
        return preTokenizers.stream()
                .anyMatch(step ->
                        step instanceof Metaspace metaspace && metaspace.prependScheme() == PrependScheme.ALWAYS);
    }

    /** Whether the map leaves no white space but U+0020; U+0085, which SentencePiece's own maps leave too, may stay. */
    private boolean mapsWhitespace() {
        AlignedText text = new AlignedText();
        PrecompiledNormalizer normalizer = new PrecompiledNormalizer(map);
        for (int i = 0; i < OTHER_WHITESPACE.length(); i++) {
            text.reset(OTHER_WHITESPACE.toCharArray(), i, i + 1);
            normalizer.normalize(text);
            if (!text.toString().chars().allMatch(c -> c == ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Takes these steps away if the normaliser's rest begins with them. */
    private boolean takeFirst(List<Normalizer> steps) {
        boolean found = normalizers.size() >= steps.size()
                && normalizers.subList(0, steps.size()).equals(steps);
        if (found) {
            normalizers.subList(0, steps.size()).clear();
        }
        return found;
    }

    private void flatten(Normalizer normalizer) {
        if (normalizer instanceof NormalizerSequence sequence) {
            sequence.normalizers().forEach(this::flatten);
        } else {
            normalizers.add(normalizer);
        }
    }

    private void flatten(PreTokenizer preTokenizer) {
        if (preTokenizer instanceof PreTokenizerSequence sequence) {
            sequence.preTokenizers().forEach(this::flatten);
        } else {
            preTokenizers.add(preTokenizer);
        }
    }

    private static int words(Segmenter segmenter, String piece) {
        int[] count = new int[1];
        segmenter.segment(piece, new Segmenter.Sink() {
            @Override
            public void words(PreTokenizedText words) {
                count[0] += words.size();
            }

            @Override
            public void token(AddedToken token, String surface, int start, int end) {
                // There are none.
            }
        });
        return count[0];
    }
}
