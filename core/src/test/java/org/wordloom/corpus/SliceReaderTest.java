package org.wordloom.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.WordloomException;

class SliceReaderTest {
    private static final int LONGEST = 7;

    private final TestRandom random = TestRandom.create();

    /** However a shard is cut, its sentences, and pieces of long ones, come once, in their order. */
    @Test
    void slicesTogetherAreTheShard() throws IOException {
        for (int round = 0; round < 50; round++) {
            MemoryShards shards = MemoryShards.random(random, 50, 1, 20, 12);
            long tokens = shards.tokens(0);
            List<int[]> whole = read(shards, new ShardSlice(0, 0, tokens));
            List<int[]> parts = new ArrayList<>();
            for (long from = 0; from < tokens; ) {
                long to = Math.min(tokens, from + 1 + random.below(40));
                parts.addAll(read(shards, new ShardSlice(0, from, to)));
                from = to;
            }
            assertThat(parts.toArray(int[][]::new)).isDeepEqualTo(whole.toArray(int[][]::new));
            assertThat(whole.stream().mapToInt(piece -> piece.length).sum()).isEqualTo((int) tokens);
        }
    }

    @Test
    void aPieceBelongsToTheSliceInWhichItBegins() throws IOException {
        MemoryShards shards = new MemoryShards(10).addShard(new int[] {1, 2, 3}, new int[] {4, 5}, new int[] {6});
        assertThat(read(shards, new ShardSlice(0, 0, 4)).toArray(int[][]::new))
                .isDeepEqualTo(new int[][] {{1, 2, 3}, {4, 5}});
        assertThat(read(shards, new ShardSlice(0, 4, 6)).toArray(int[][]::new)).isDeepEqualTo(new int[][] {{6}});
    }

    @Test
    void whoeverReadsTheEndChecksTheTrailer() throws IOException {
        MemoryShards shards = new MemoryShards(10).addShard(new int[] {1, 2, 3}, new int[] {4, 5});
        byte[] damaged = shards.file(0).clone();
        damaged[damaged.length - 1] ^= 1;
        ShardSource source = new ShardSource() {
            @Override
            public int shards() {
                return 1;
            }

            @Override
            public long tokens(int shard) {
                return 5;
            }

            @Override
            public ShardReader open(int shard) throws IOException {
                return new ShardReader(new ByteArrayInputStream(damaged), "damaged", 10);
            }
        };
        assertThat(read(source, new ShardSlice(0, 0, 3))).hasSize(1);
        assertThatThrownBy(() -> read(source, new ShardSlice(0, 3, 5)))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("sentences");
    }

    private static List<int[]> read(ShardSource shards, ShardSlice slice) throws IOException {
        List<int[]> pieces = new ArrayList<>();
        int[] ids = new int[LONGEST];
        try (SliceReader reader = new SliceReader(shards, slice)) {
            for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
                pieces.add(Arrays.copyOf(ids, n));
            }
        }
        return pieces;
    }
}
