package org.wordloom.cluster.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.Texts;
import org.wordloom.vocab.Vocabulary;

class VocabularyBroadcastTest {
    @Test
    void arrivesAsItLeft() throws IOException, ClassNotFoundException {
        Vocabulary vocabulary = Vocabulary.of(new String[] {"the", "ünï", "日本"}, new long[] {1L << 40, 3, 1});
        Vocabulary arrived = copy(vocabulary);
        assertThat(Texts.list(arrived)).isEqualTo(Texts.list(vocabulary));
        assertThat(arrived.id("日本")).isEqualTo(2);
        assertThat(arrived.totalCount()).isEqualTo(vocabulary.totalCount());
    }

    @Test
    void anEmptyVocabularyIsOneToo() throws IOException, ClassNotFoundException {
        assertThat(copy(Vocabulary.of(new String[0], new long[0])).size()).isZero();
    }

    private static Vocabulary copy(Vocabulary vocabulary) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new VocabularyBroadcast(vocabulary));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return ((VocabularyBroadcast) in.readObject()).vocabulary();
        }
    }
}
