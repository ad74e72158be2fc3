package org.wordloom.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.opencl.DeviceRequirements;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.vocab.Vocabulary;

/**
 * Exact nearest neighbours by cosine similarity: every row is compared, many queries at once as a matrix product. Holds
 * a packed copy of the searched rows, each of length 1. Immutable after construction, and
 * safe to share between threads unless it uses a device.
 */
public final class ExactSearch implements AutoCloseable {
    private static final int[] NONE = {};

    private final WordVectors vectors;
    private final Searcher searcher;

    /** Searches all words. */
    public ExactSearch(WordVectors vectors, int threads) {
        this(vectors, vectors.size(), threads);
    }

    /**
     * @param vectors the words
     * @param restrict only the first so many words are found; more than there are means all
     * @param threads how many threads a batch may use, at least 1
     */
    public ExactSearch(WordVectors vectors, int restrict, int threads) {
        this(vectors, new HostSearcher(pack(vectors, restrict, threads), threads, DotBlock.best()));
    }

    /** A search that does without the Vector API; the same results, more slowly. */
    public static ExactSearch scalar(WordVectors vectors, int restrict, int threads) {
        PackedRows rows = pack(vectors, restrict, threads);
        return new ExactSearch(vectors, new HostSearcher(rows, threads, new ScalarDotBlock()));
    }

    private ExactSearch(WordVectors vectors, Searcher searcher) {
        this.vectors = vectors;
        this.searcher = searcher;
    }

    /**
     * A search whose products are computed on an OpenCL device. It finds the same rows with the same scores, to the
     * last bit, as the search without one. To be closed, and used, by the thread that made it.
     *
     * @param device where the rows lie until {@link #close}
     * @throws WordloomException where the device cannot be used
     */
    public static ExactSearch onDevice(WordVectors vectors, int restrict, int threads, OpenClDevice device) {
        return onDevice(vectors, restrict, threads, device, device.form());
    }

    static ExactSearch onDevice(WordVectors vectors, int restrict, int threads, OpenClDevice device, LaunchForm form) {
        long bytes = (long) Float.BYTES * Math.min(restrict, vectors.size()) * vectors.dimension();
        DeviceRequirements.require(device, bytes);
        PackedRows rows = pack(vectors, restrict, threads, DeviceSearcher.ARENA);
        return new ExactSearch(vectors, new DeviceSearcher(rows, threads, device, form));
    }

    private static PackedRows pack(WordVectors vectors, int restrict, int threads) {
        return pack(vectors, restrict, threads, PackedRows.HOST_ARENA);
    }

    private static PackedRows pack(WordVectors vectors, int restrict, int threads, int arenaFloats) {
        if (restrict < 1 || threads < 1) {
            throw new IllegalArgumentException("searching " + restrict + " words with " + threads + " threads");
        }
        return new PackedRows(vectors.matrix(), Math.min(restrict, vectors.size()), arenaFloats);
    }

    /** What computes the products: "opencl", "simd", or "scalar" where the Vector API is absent. */
    public String kernel() {
        return searcher.name();
    }

    /** Gives back what a device holds; a search that uses none need not be closed. */
    @Override
    public void close() {
        searcher.close();
    }

    /**
     * The {@code k} words nearest to {@code word}, itself left out, best first; equal scores by id.
     *
     * @throws WordloomException NOT_FOUND for an unknown word
     */
    public List<Neighbor> nearest(String word, int k) {
        int id = requireId(word);
        return nearest(vectors.matrix().row(id), k, id);
    }

    /** The {@code k} words nearest to each of the words, the word itself left out. */
    public List<List<Neighbor>> nearest(List<String> words, int k) {
        int[] ids = words.stream().mapToInt(this::requireId).toArray();
        RowMatrix queries = new RowMatrix(ids.length, vectors.dimension());
        int[][] excluded = new int[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            queries.setRow(i, vectors.matrix().row(ids[i]), 0);
            excluded[i] = new int[] {ids[i]};
        }
        return Arrays.stream(nearest(queries, k, excluded)).map(this::neighbors).toList();
    }

    /** The {@code k} words nearest to {@code vector}, without the {@code excluded} ids. The zero vector scores 0. */
    public List<Neighbor> nearest(float[] vector, int k, int... excluded) {
        if (vector.length != vectors.dimension()) {
            throw new IllegalArgumentException(
                    "a query of " + vector.length + " values for vectors of " + vectors.dimension());
        }
        return neighbors(searchAll(new float[][] {UnitVectors.of(vector)}, 1, k, new int[][] {excluded})[0]);
    }

    /**
     * The {@code k} rows nearest to each row of {@code queries}.
     *
     * @param queries vectors of any length, one row a query
     * @param excluded ids that are no answer, by query; null for none at all
     */
    public Ranking[] nearest(RowMatrix queries, int k, int[][] excluded) {
        float[][] units = new float[queries.rows()][];
        Arrays.setAll(units, row -> UnitVectors.of(queries, row));
        return searchAll(units, 1, k, excluded);
    }

    /**
     * The {@code k} best words for "a is to b as c is to ?", the three left out.
     *
     * @throws WordloomException NOT_FOUND for an unknown word
     */
    public List<Neighbor> analogy(String a, String b, String c, int k, AnalogyMethod method) {
        int[] question = {requireId(a), requireId(b), requireId(c)};
        return neighbors(analogies(new int[][] {question}, k, method)[0]);
    }

    /** Answers many questions; each is the ids of a, b and c, which are no answers to it. */
    public Ranking[] analogies(int[][] questions, int k, AnalogyMethod method) {
        return switch (method) {
            case COS_ADD ->
                searchAll(Arrays.stream(questions).map(this::offsetQuery).toArray(float[][]::new), 1, k, questions);
            case COS_MUL ->
                searchAll(
                        Arrays.stream(questions)
                                .flatMapToInt(question -> IntStream.of(question[1], question[2], question[0]))
                                .mapToObj(id -> UnitVectors.of(vectors.matrix(), id))
                                .toArray(float[][]::new),
                        3,
                        k,
                        questions);
        };
    }

    private float[] offsetQuery(int[] question) {
        float[] a = UnitVectors.of(vectors.matrix(), question[0]);
        float[] b = UnitVectors.of(vectors.matrix(), question[1]);
        float[] c = UnitVectors.of(vectors.matrix(), question[2]);
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + c[i] - a[i];
        }
        return UnitVectors.of(a);
    }

    private Ranking[] searchAll(float[][] queries, int vectorsPerQuery, int k, int[][] excluded) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, not " + k);
        }
        return searcher.search(queries, vectorsPerQuery, k, exclusions(excluded, queries.length / vectorsPerQuery));
    }

    private static int[][] exclusions(int[][] excluded, int queries) {
        if (excluded != null) {
            return excluded;
        }
        int[][] none = new int[queries][];
        Arrays.fill(none, NONE);
        return none;
    }

    private List<Neighbor> neighbors(Ranking ranking) {
        return IntStream.range(0, ranking.size())
                .mapToObj(rank -> new Neighbor(
                        ranking.id(rank), vectors.vocabulary().word(ranking.id(rank)), ranking.score(rank)))
                .toList();
    }

    private int requireId(String word) {
        int id = vectors.vocabulary().id(word);
        if (id == Vocabulary.UNKNOWN) {
            throw new WordloomException(
                    ExitCode.NOT_FOUND,
                    "the word '" + word + "' is not in the vocabulary of " + vectors.size()
                            + " words; check its spelling and case");
        }
        return id;
    }
}
