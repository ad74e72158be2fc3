package org.wordloom.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.format.Vectors;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.opencl.LaunchForm;
import org.wordloom.opencl.OpenClDevice;
import org.wordloom.opencl.OpenClDevices;

/** A search on a device finds what a search without one finds: the same ids, the same bits. */
@Tag("opencl")
class DeviceSearchTest {
    private final Random random = Vectors.random();
    private OpenClDevice device;

    @BeforeEach
    void device() {
        List<OpenClDevice> devices = OpenClDevices.list();
        assumeFalse(devices.isEmpty(), () -> OpenClDevices.obstacle().orElseThrow());
        device = devices.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,1,1,WORK_GROUP",
        "17,9,40,5,WORK_GROUP",
        "300,16,33,100,WORK_GROUP",
        "1100,100,100,10,WORK_GROUP",
        "2,3,5,1,WORK_ITEM",
        "64,8,32,64,WORK_ITEM",
        "257,20,400,7,WORK_ITEM",
        "3000,300,70,100,WORK_ITEM"
    })
    void batchesAreEqualToTheLastBit(int words, int dimension, int queries, int k, LaunchForm form) {
        WordVectors vectors = Vectors.random(words, dimension, random);
        RowMatrix batch = Vectors.matrix(queries, dimension, random);
        int[][] excluded = IntStream.range(0, queries)
                .mapToObj(i -> random.ints(random.nextInt(4), 0, words).toArray())
                .toArray(int[][]::new);
        try (ExactSearch onDevice = ExactSearch.onDevice(vectors, words, 2, device, form)) {
            ExactSearch onHost = new ExactSearch(vectors, 1);
            assertEqual(onDevice.nearest(batch, k, excluded), onHost.nearest(batch, k, excluded));
            assertThat(onDevice.kernel()).isEqualTo("opencl");
        }
    }

    @ParameterizedTest
    @CsvSource({"40,19,WORK_GROUP", "900,33,WORK_GROUP", "1000,20,WORK_ITEM"})
    void analogiesAreEqualToTheLastBit(int words, int dimension, LaunchForm form) {
        WordVectors vectors = Vectors.random(words, dimension, random);
        int[][] questions = random.ints(150, 0, words)
                .mapToObj(a -> new int[] {a, random.nextInt(words), random.nextInt(words)})
                .toArray(int[][]::new);
        try (ExactSearch onDevice = ExactSearch.onDevice(vectors, words, 2, device, form)) {
            ExactSearch onHost = new ExactSearch(vectors, 1);
            for (AnalogyMethod method : AnalogyMethod.values()) {
                assertEqual(onDevice.analogies(questions, 5, method), onHost.analogies(questions, 5, method));
            }
        }
    }

    @Test
    void tiesOppositesAndZerosAreEqualToo() {
        RowMatrix matrix = new RowMatrix(600, 3);
        for (int row = 0; row < 500; row++) {
            matrix.set(row, row % 3, row % 2 == 0 ? 1 << (row % 5) : -1);
        }
        WordVectors vectors = new WordVectors(Vectors.random(600, 1, random).vocabulary(), matrix);
        RowMatrix queries = Vectors.matrix(3, 3, random);
        queries.setRow(0, new float[3], 0);
        queries.setRow(1, new float[] {0, 5, 0}, 0);
        int[][] questions = {{0, 1, 2}, {1, 7, 11}, {0, 599, 3}};
        for (LaunchForm form : LaunchForm.values()) {
            try (ExactSearch onDevice = ExactSearch.onDevice(vectors, 590, 1, device, form)) {
                ExactSearch onHost = new ExactSearch(vectors, 590, 1);
                assertEqual(onDevice.nearest(queries, 70, null), onHost.nearest(queries, 70, null));
                assertEqual(
                        onDevice.analogies(questions, 70, AnalogyMethod.COS_MUL),
                        onHost.analogies(questions, 70, AnalogyMethod.COS_MUL));
            }
        }
    }

    @Test
    void rowsThatAreNoNumbersAreNoAnswers() {
        WordVectors vectors = Vectors.random(200, 12, random);
        vectors.matrix().set(70, 3, Float.NaN);
        vectors.matrix().set(130, 11, Float.POSITIVE_INFINITY);
        RowMatrix queries = Vectors.matrix(40, 12, random);
        for (LaunchForm form : LaunchForm.values()) {
            try (ExactSearch onDevice = ExactSearch.onDevice(vectors, 200, 1, device, form)) {
                assertEqual(
                        onDevice.nearest(queries, 150, null), new ExactSearch(vectors, 1).nearest(queries, 150, null));
            }
        }
    }

    private static void assertEqual(Ranking[] actual, Ranking[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int query = 0; query < expected.length; query++) {
            assertThat(ids(actual[query])).as("query %d", query).isEqualTo(ids(expected[query]));
            for (int rank = 0; rank < expected[query].size(); rank++) {
                assertThat(actual[query].score(rank)).isEqualTo(expected[query].score(rank));
            }
        }
    }

    private static List<Integer> ids(Ranking ranking) {
        return IntStream.range(0, ranking.size()).mapToObj(ranking::id).toList();
    }
}
