package org.wordloom.tokenizer.postprocessor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PostProcessor;

/**
 * Texts and special tokens in the order that a template gives.
 *
 * @param single the template for one text, which may use only that
 * @param pair the template for a pair
 * @param specialTokens the special tokens that the templates name
 */
public record TemplateProcessing(List<Part> single, List<Part> pair, Map<String, Tokens> specialTokens)
        implements PostProcessor {
    /** Templates have five parts or so; each repeats a text, or tokens, for every text. */
    private static final int MOST_PARTS = 1000;

    private static final int MOST_TOKENS = 1 << 16;

    /**
     * A part of a template: a text, or the special tokens of a name.
     *
     * @param text 0 or 1, the number of the text, or -1 for special tokens
     * @param name of the special tokens; empty for a text
     * @param typeId the type of its ids
     */
    public record Part(int text, String name, int typeId) {
        public static Part text(int number, int typeId) {
            return new Part(number, "", typeId);
        }

        public static Part special(String name, int typeId) {
            return new Part(-1, name, typeId);
        }
    }

    /**
     * Special tokens that go by one name.
     *
     * @param ids their ids
     * @param tokens as many texts
     */
    public record Tokens(List<Integer> ids, List<String> tokens) {
        public Tokens {
            ids = List.copyOf(ids);
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * Checks the templates.
     *
     * @throws WordloomException FORMAT when they name special tokens that are not given, or texts that are not there, or
     *     are beyond all measure
     */
    public TemplateProcessing {
        single = List.copyOf(single);
        pair = List.copyOf(pair);
        specialTokens = new TreeMap<>(specialTokens);
        check(single, specialTokens, 1);
        check(pair, specialTokens, 2);
        long added = Math.max(added(single, specialTokens), added(pair, specialTokens));
        if (added > MOST_TOKENS) {
            throw wrong("adds " + added + " special tokens, more than " + MOST_TOKENS);
        }
    }

    @Override
    public int addedTokens(boolean isPair) {
        return (int) added(isPair ? pair : single, specialTokens);
    }

    private static long added(List<Part> template, Map<String, Tokens> specialTokens) {
        return template.stream()
                .filter(part -> part.text() < 0)
                .mapToLong(part -> specialTokens.get(part.name()).ids().size())
                .sum();
    }

    @Override
    public List<Encoding> process(List<Encoding> encodings, boolean addSpecialTokens) {
        if (encodings.isEmpty() || encodings.size() > 2) {
            throw wrong("follows a post-processor that leaves " + encodings.size() + " parts, not one text or two");
        }
        List<Encoding> result = new ArrayList<>();
        for (Part part : encodings.size() == 1 ? single : pair) {
            if (part.text() >= 0) {
                result.add(encodings.get(part.text()).withTypeId(part.typeId()));
            } else if (addSpecialTokens) {
                Tokens tokens = specialTokens.get(part.name());
                int[] ids = tokens.ids().stream().mapToInt(Integer::intValue).toArray();
                result.add(Encoding.special(ids, tokens.tokens(), part.typeId()));
            }
        }
        return result;
    }

    private static void check(List<Part> template, Map<String, Tokens> specialTokens, int texts) {
        for (Part part : template) {
            if (part.text() >= texts) {
                throw wrong("uses the second of one text");
            }
            if (part.text() < 0 && !specialTokens.containsKey(part.name())) {
                throw wrong("names the special token '" + part.name() + "', which is not given");
            }
        }
        if (template.size() > MOST_PARTS) {
            throw wrong("has " + template.size() + " parts, more than " + MOST_PARTS);
        }
        for (Map.Entry<String, Tokens> entry : specialTokens.entrySet()) {
            if (entry.getValue().ids().size() != entry.getValue().tokens().size()) {
                throw wrong("has not as many ids as tokens for '" + entry.getKey() + "'");
            }
        }
    }

    private static WordloomException wrong(String what) {
        return new WordloomException(ExitCode.FORMAT, "a tokenizer's template " + what);
    }
}
