package org.wordloom.tokenizer.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.PieceType;

/** The encoder that keeps as little as it can finds what one finds that keeps everything. */
class ViterbiTest {
    private static final String[] CHARACTERS = {"a", "b", "é", "中", "😀", "x"};

    @Test
    void findsThePathOfTheWholeTable() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 200; round++) {
            Dialect dialect = random.oneOf(Dialect.HUGGINGFACE, Dialect.SENTENCEPIECE);
            UnigramModel model = model(random, dialect);
            Utf8Encoder encoder = model.newUtf8Encoder();
            for (int i = 0; i < 5; i++) {
                byte[] text = text(random, random.below(random.oneOf(10, 100, 3000)));
                List<String> found = new ArrayList<>();
                encoder.encode(text, 0, text.length, (id, from, to) -> found.add(id + " " + from + " " + to));
                assertThat(found).isEqualTo(table(model, text, dialect == Dialect.SENTENCEPIECE));
            }
        }
    }

    /** The best path to every position, each with its score, its last piece and where that begins. */
    private static List<String> table(UnigramModel model, byte[] text, boolean single) {
        Map<String, Integer> ids = new TreeMap<>();
        for (int id = 1; id < model.size(); id++) {
            ids.put(model.piece(id), id);
        }
        double[] scores = new double[text.length + 1];
        int[] starts = new int[text.length + 1];
        int[] pieces = new int[text.length + 1];
        boolean[] reached = new boolean[text.length + 1];
        for (int at = 0; at < text.length; ) {
            int length = ViterbiEncoder.characterLength(text[at]);
            boolean whole = false;
            for (int end = at + 1; end <= Math.min(text.length, at + 32); end++) {
                Integer id = ids.get(new String(text, at, end - at, StandardCharsets.UTF_8));
                if (id != null) {
                    whole |= end == at + length;
                    offer(at, end, id, scores[at] + model.paths().byId()[id], single, scores, starts, pieces, reached);
                }
            }
            if (!whole) {
                double score = scores[at] + model.paths().unknown();
                score = single ? (float) score : score;
                offer(at, at + length, -1, score, single, scores, starts, pieces, reached);
            }
            at += length;
        }
        List<String> path = new ArrayList<>();
        for (int end = text.length; end > 0; end = starts[end]) {
            path.add(pieces[end] + " " + starts[end] + " " + end);
        }
        Collections.reverse(path);
        return path;
    }

    private static void offer(
            int start,
            int end,
            int piece,
            double score,
            boolean single,
            double[] scores,
            int[] starts,
            int[] pieces,
            boolean[] reached) {
        if (!reached[end] || score > scores[end]) {
            reached[end] = true;
            scores[end] = single ? (float) score : score;
            starts[end] = start;
            pieces[end] = piece;
        }
    }

    private static byte[] text(TestRandom random, int characters) {
        StringBuilder text = new StringBuilder();
        int known = random.oneOf(1, 2, CHARACTERS.length);
        for (int i = 0; i < characters; i++) {
            text.append(CHARACTERS[random.below(random.below(50) == 0 ? CHARACTERS.length : known)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With few scores, so that there are ties. */
    private static UnigramModel model(TestRandom random, Dialect dialect) {
        List<String> pieces = new ArrayList<>(List.of("<unk>", "a", "b"));
        for (int i = 0; i < 20; i++) {
            byte[] text = text(random, 1 + random.below(6));
            String piece = new String(text, StandardCharsets.UTF_8);
            if (!pieces.contains(piece)) {
                pieces.add(piece);
            }
        }
        double[] scores = new double[pieces.size()];
        List<PieceType> types = new ArrayList<>();
        for (int id = 0; id < scores.length; id++) {
            scores[id] = -0.7 - random.below(random.oneOf(2, 40)) / 7.0;
            types.add(id == 0 ? PieceType.UNKNOWN : PieceType.NORMAL);
        }
        return new UnigramModel(pieces, scores, types, 0, false, dialect);
    }
}
