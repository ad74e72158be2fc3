package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.bpe.Pieces;

class Gpt2FormatTest {
    private static final String VOCABULARY = "{\"a\":0,\"b\":1,\"c\":2,\"ab\":3,\"abc\":4,\"#a\":5,\"\\u0120\":7}";
    private static final String MERGES = "#version: 0.2\na b\nab c\n";

    @Test
    void readsBothFiles() throws IOException {
        BpeModel model = read(VOCABULARY, MERGES);
        assertThat(Pieces.of(model, "abcab")).containsExactly("abc", "ab");
        assertThat(model.id("Ġ")).isEqualTo(7);
        assertThat(model.piece(6)).isNull();
        assertThat(read(VOCABULARY, "a b\r\nab c"))
                .as("no version, other line ends")
                .isEqualTo(model);
    }

    @Test
    void readsWhatItWrites() throws IOException {
        BpeModel model = read(VOCABULARY, MERGES);
        ByteArrayOutputStream vocabulary = new ByteArrayOutputStream();
        ByteArrayOutputStream merges = new ByteArrayOutputStream();
        Gpt2Format.write(model, vocabulary, merges);
        assertThat(merges.toString(StandardCharsets.UTF_8)).isEqualTo(MERGES);
        assertThat(read(vocabulary.toString(StandardCharsets.UTF_8), merges.toString(StandardCharsets.UTF_8)))
                .isEqualTo(model);
    }

    /** Its line would be passed over by every reader. */
    @Test
    void aMergeThatBeginsLikeAVersionIsNotWritten() {
        for (String left : new String[] {"#version", "#version:"}) {
            PieceTable pieces = PieceTable.of(new String[] {left, "s", left + "s", "#", "#s"});
            BpeModel model = new BpeModel(pieces, new int[] {0, 1}, BpeOptions.defaults());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> Gpt2Format.write(model, out, out))
                    .isInstanceOfSatisfying(WordloomException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.USAGE))
                    .hasMessageContaining("'" + left + "'");
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void refusesDamagedMerges() {
        assertThatThrownBy(() -> read(VOCABULARY, MERGES + "b\n"))
                .hasMessageContaining("merges.txt")
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> read(VOCABULARY, MERGES + "b x\n")).hasMessageContaining("found 'x'");
        assertThatThrownBy(() -> read(VOCABULARY, MERGES + "b c\n")).hasMessageContaining("found 'bc'");
        assertThatThrownBy(() -> read(VOCABULARY, MERGES + "a b\n"))
                .hasMessageContaining("line 4")
                .hasMessageContaining("line 2 too");
    }

    @Test
    void refusesDamagedVocabularies() {
        assertThatThrownBy(() -> read("{\"a\":0,\"b\":0}", "")).hasMessageContaining("as 'a' has");
        assertThatThrownBy(() -> read("{\"a\":0,\"a\":1}", "")).hasMessageContaining("vocab.json");
        assertThatThrownBy(() -> read("{\"a\":4000000000}", "")).hasMessageContaining("an id from 0");
        assertThatThrownBy(() -> read("{\"a\":-1}", "")).hasMessageContaining("an id from 0");
        assertThatThrownBy(() -> read("{\"a\":\"0\"}", "")).hasMessageContaining("an id");
        assertThatThrownBy(() -> read("{\"a\":0", "")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("[]", "")).hasMessageContaining("expected an object");
        assertThatThrownBy(() -> read(VOCABULARY, MERGES, BpeOptions.defaults().withUnknownToken("<unk>")))
                .hasMessageContaining("vocab.json has no piece '<unk>'");
    }

    private static BpeModel read(String vocabulary, String merges) throws IOException {
        return read(vocabulary, merges, BpeOptions.defaults());
    }

    private static BpeModel read(String vocabulary, String merges, BpeOptions options) throws IOException {
        return Gpt2Format.read(stream(vocabulary), "vocab.json", stream(merges), "merges.txt", options);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
