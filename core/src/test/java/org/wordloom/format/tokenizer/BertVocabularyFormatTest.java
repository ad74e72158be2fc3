package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

class BertVocabularyFormatTest {
    @Test
    void numbersPiecesByLine() throws IOException {
        WordPieceModel model = read("[PAD]\n[UNK]\r\nun\n##able");
        assertThat(model.size()).isEqualTo(4);
        assertThat(model.id("[UNK]")).isEqualTo(1);
        assertThat(model.id("##able")).isEqualTo(3);
    }

    @Test
    void readsWhatItWrites() throws IOException {
        WordPieceModel model = read("[UNK]\na\n##中\n😀\n\u00A0\n");
        assertThat(read(write(model))).isEqualTo(model);
    }

    @Test
    void refusesDamagedFiles() {
        assertThatThrownBy(() -> read("[UNK]\na\n\nb\n"))
                .hasMessageContaining("vocab.txt is damaged")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> read("[UNK]\na\nb\na\n"))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'a', which is line 2 too");
        assertThatThrownBy(() -> read("a\n")).hasMessageContaining("[UNK]");
        assertThatThrownBy(() -> read("")).hasMessageContaining("[UNK]");
        assertThatThrownBy(() -> read("[UNK]\n" + "x".repeat(2_000_000) + "\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("at most 1048576 bytes");
    }

    @Test
    void refusesToWriteWhatItCannotHold() {
        PieceTable gaps = PieceTable.of(new String[] {"[UNK]", null, "a"});
        assertThatThrownBy(() -> write(new WordPieceModel(gaps, WordPieceOptions.defaults())))
                .hasMessageContaining("id 1");
        PieceTable lineEnd = PieceTable.of(new String[] {"[UNK]", "a\nb"});
        assertThatThrownBy(() -> write(new WordPieceModel(lineEnd, WordPieceOptions.defaults())))
                .hasMessageContaining("line end");
    }

    private static String write(WordPieceModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BertVocabularyFormat.write(model, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static WordPieceModel read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return BertVocabularyFormat.read(new ByteArrayInputStream(bytes), "vocab.txt", WordPieceOptions.defaults());
    }
}
