package org.wordloom.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tokenizer's added tokens with their ids, and what finds them in text. Immutable. */
final class AddedTokens {
    private final List<AddedToken> all;
    private final Map<Integer, AddedToken> byId = new HashMap<>();
    private final Map<String, AddedToken> byContent = new HashMap<>();
    private final Set<String> special = new HashSet<>();
    private final AddedTokenFinder raw;
    private final AddedTokenFinder normalized;
    private final int largestId;

    private AddedTokens(List<AddedToken> tokens, Normalizer normalizer) {
        all = List.copyOf(tokens);
        int largest = -1;
        for (AddedToken token : all) {
            byId.put(token.id(), token);
            byContent.put(token.content(), token);
            if (token.special()) {
                special.add(token.content());
            }
            largest = Math.max(largest, token.id());
        }
        largestId = largest;
        raw = finder(false, null);
        normalized = finder(true, normalizer);
    }

    /** Numbers {@code tokens}: the model's id if it has one, else the next free one after the model's. */
    static AddedTokens of(List<AddedToken> tokens, SubwordModel model, Normalizer normalizer) {
        Map<String, Integer> ids = new HashMap<>();
        Map<String, AddedToken> numbered = new LinkedHashMap<>();
        int next = tokens.isEmpty() ? 0 : pieces(model);
        for (AddedToken token : tokens) {
            if (token.content().isEmpty()) {
                continue;
            }
            Integer known = ids.get(token.content());
            int id = known != null ? known : model.id(token.content());
            if (id == SubwordModel.UNKNOWN) {
                id = next;
            }
            next = Math.max(next, id + 1);
            ids.put(token.content(), id);
            numbered.put(token.content(), withId(token, id));
        }
        return new AddedTokens(new ArrayList<>(numbered.values()), normalizer);
    }

    List<AddedToken> all() {
        return all;
    }

    int largestId() {
        return largestId;
    }

    /** The token, or null. */
    AddedToken withId(int id) {
        return id > largestId ? null : byId.get(id);
    }

    /** The token, or null. */
    AddedToken withContent(String content) {
        return byContent.get(content);
    }

    boolean isSpecial(String content) {
        return special.contains(content);
    }

    AddedTokenFinder raw() {
        return raw;
    }

    AddedTokenFinder normalized() {
        return normalized;
    }

    /** Special tokens come first, which matters when two of them are equal after normalisation. */
    private AddedTokenFinder finder(boolean normalized, Normalizer normalizer) {
        List<AddedToken> tokens = new ArrayList<>();
        all.stream()
                .filter(token -> token.special() && token.normalized() == normalized)
                .forEach(tokens::add);
        all.stream()
                .filter(token -> !token.special() && token.normalized() == normalized)
                .forEach(tokens::add);
        List<String> contents = tokens.stream().map(AddedToken::content).toList();
        return new AddedTokenFinder(tokens, normalizer == null ? contents : normalize(contents, normalizer));
    }

    private static List<String> normalize(List<String> contents, Normalizer normalizer) {
        TextGrowth growth = new TextGrowth();
        growth.begin(contents.stream().mapToLong(String::length).sum());
        AlignedText text = new AlignedText();
        List<String> normalized = new ArrayList<>();
        for (String content : contents) {
            text.reset(content);
            growth.allow(text);
            text.enter(normalizer, 0);
            normalizer.normalize(text);
            growth.became(content.length(), text.length());
            normalized.add(text.toString());
        }
        return normalized;
    }

    private static int pieces(SubwordModel model) {
        int pieces = 0;
        for (int id = 0; id < model.size(); id++) {
            pieces += model.piece(id) == null ? 0 : 1;
        }
        return pieces;
    }

    private static AddedToken withId(AddedToken token, int id) {
        return new AddedToken(
                id,
                token.content(),
                token.singleWord(),
                token.stripLeft(),
                token.stripRight(),
                token.normalized(),
                token.special());
    }
}
