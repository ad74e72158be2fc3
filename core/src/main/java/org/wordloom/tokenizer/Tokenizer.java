package org.wordloom.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * A subword tokenizer: normaliser, pre-tokeniser, model, post-processor, decoder, added tokens, truncation and padding, of
 * which only the model must be there. Immutable and safe to share between threads; each thread encodes with an encoder
 * of its own.
 */
public final class Tokenizer {
    private final Normalizer normalizer;
    private final PreTokenizer preTokenizer;
    private final SubwordModel model;
    private final PostProcessor postProcessor;
    private final Decoder decoder;
    private final AddedTokens addedTokens;
    private final Truncation truncation;
    private final Padding padding;

    private Tokenizer(Builder builder) {
        this.normalizer = builder.normalizer;
        this.preTokenizer = builder.preTokenizer;
        this.model = builder.model;
        this.postProcessor = builder.postProcessor;
        this.decoder = builder.decoder;
        this.truncation = builder.truncation;
        this.padding = builder.padding;
        this.addedTokens = AddedTokens.of(builder.addedTokens, model, normalizer);
    }

    /** A tokenizer that has nothing but a model, to begin with. */
    public static Builder builder(SubwordModel model) {
        return new Builder(model);
    }

    /** A builder that holds what this tokenizer holds. */
    public Builder toBuilder() {
        Builder builder = new Builder(model);
        builder.normalizer = normalizer;
        builder.preTokenizer = preTokenizer;
        builder.postProcessor = postProcessor;
        builder.decoder = decoder;
        builder.truncation = truncation;
        builder.padding = padding;
        builder.addedTokens.addAll(addedTokens.all());
        return builder;
    }

    public Optional<Normalizer> normalizer() {
        return Optional.ofNullable(normalizer);
    }

    public Optional<PreTokenizer> preTokenizer() {
        return Optional.ofNullable(preTokenizer);
    }

    public SubwordModel model() {
        return model;
    }

    public Optional<PostProcessor> postProcessor() {
        return Optional.ofNullable(postProcessor);
    }

    public Optional<Decoder> decoder() {
        return Optional.ofNullable(decoder);
    }

    public Optional<Truncation> truncation() {
        return Optional.ofNullable(truncation);
    }

    public Optional<Padding> padding() {
        return Optional.ofNullable(padding);
    }

    /** The added tokens, in the order in which they were added. */
    public List<AddedToken> addedTokens() {
        return addedTokens.all();
    }

    /** One more than the largest id. */
    public int size() {
        return Math.max(model.size(), addedTokens.largestId() + 1);
    }

    /** The id of a piece or added token, or {@link SubwordModel#UNKNOWN}. */
    public int id(String piece) {
        AddedToken added = addedTokens.withContent(piece);
        return added == null ? model.id(piece) : added.id();
    }

    /** The piece or added token that has the id, or null. */
    public String piece(int id) {
        AddedToken added = addedTokens.withId(id);
        return added == null ? model.piece(id) : added.content();
    }

    /** All pieces and added tokens by id. */
    public Map<Integer, String> pieces() {
        Map<Integer, String> pieces = new TreeMap<>();
        for (int id = 0; id < size(); id++) {
            String piece = piece(id);
            if (piece != null) {
                pieces.put(id, piece);
            }
        }
        return pieces;
    }

    /** A new encoder for one thread. */
    public TokenizerEncoder newEncoder() {
        return new TokenizerEncoder(this);
    }

    /** A new segmenter for one thread: everything that comes before the model. */
    public Segmenter newSegmenter() {
        return new Segmenter(normalizer, preTokenizer, addedTokens.raw(), addedTokens.normalized());
    }

    /** A segmenter of nothing but a normaliser and a pre-tokeniser, either of which may be null, to train a model. */
    public static Segmenter segmenter(Normalizer normalizer, PreTokenizer preTokenizer) {
        AddedTokenFinder none = new AddedTokenFinder(List.of(), List.of());
        return new Segmenter(normalizer, preTokenizer, none, none);
    }

    /**
     * The text of {@code ids}.
     *
     * @param skipSpecialTokens whether special tokens are left out
     * @throws WordloomException INPUT when an id is unknown
     */
    public String decode(int[] ids, boolean skipSpecialTokens) {
        List<String> pieces = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            String piece = piece(ids[i]);
            if (piece == null) {
                throw new WordloomException(
                        ExitCode.INPUT,
                        "id " + ids[i] + ", number " + (i + 1) + " of " + ids.length
                                + ", is not the tokenizer's: its ids are 0 to " + (size() - 1));
            }
            if (!skipSpecialTokens || !addedTokens.isSpecial(piece)) {
                pieces.add(piece);
            }
        }
        return decoder == null ? String.join(" ", pieces) : String.join("", decoder.decode(pieces));
    }

    /** Truncates, post-processes and pads the encodings of one text or of a pair. */
    Encoding finish(List<Encoding> encodings, boolean addSpecialTokens) {
        List<Encoding> result = encodings;
        if (truncation != null) {
            boolean adds = postProcessor != null && addSpecialTokens;
            result = truncation.truncate(result, adds ? postProcessor.addedTokens(encodings.size() == 2) : 0);
        }
        if (postProcessor != null) {
            result = postProcessor.process(result, addSpecialTokens);
        }
        Encoding joined = Encoding.concatenate(result);
        return padding == null ? joined : padding.pad(List.of(joined)).get(0);
    }

    /** What a tokenizer is put together from. */
    public static final class Builder {
        private final SubwordModel model;
        private final List<AddedToken> addedTokens = new ArrayList<>();
        private Normalizer normalizer;
        private PreTokenizer preTokenizer;
        private PostProcessor postProcessor;
        private Decoder decoder;
        private Truncation truncation;
        private Padding padding;

        private Builder(SubwordModel model) {
            this.model = model;
        }

        /** Null for none. */
        public Builder normalizer(Normalizer normalizer) {
            this.normalizer = normalizer;
            return this;
        }

        /** Null for none. */
        public Builder preTokenizer(PreTokenizer preTokenizer) {
            this.preTokenizer = preTokenizer;
            return this;
        }

        /** Null for none. */
        public Builder postProcessor(PostProcessor postProcessor) {
            this.postProcessor = postProcessor;
            return this;
        }

        /** Null for none. */
        public Builder decoder(Decoder decoder) {
            this.decoder = decoder;
            return this;
        }

        /** Null for none. */
        public Builder truncation(Truncation truncation) {
            this.truncation = truncation;
            return this;
        }

        /** Null for none. */
        public Builder padding(Padding padding) {
            this.padding = padding;
            return this;
        }

        /**
         * Adds a token. What its id says is not looked at: a token that the model has gets the model's id, another the
         * next one after the model's and the tokens' added before, which is how HuggingFace's library numbers them.
         */
        public Builder add(AddedToken token) {
            addedTokens.add(token);
            return this;
        }

        public Tokenizer build() {
            return new Tokenizer(this);
        }
    }
}
