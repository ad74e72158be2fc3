package org.wordloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.TestRandom;

class TextDefectsTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0, 0, 0",
        "61 62 C3 A9 E4 B8 AD F0 9F 98 80, 0, 0, 0",
        "00 61 00, 0, 0, 2",
        "80, 1, 1, 0",
        "C0 AF, 2, 2, 0",
        "C3, 1, 1, 0",
        "E4 B8 61, 1, 2, 0",
        "E0 80 80, 3, 3, 0",
        "ED A0 80, 3, 3, 0",
        "F0 9F 98, 1, 3, 0",
        "F0 8F 80 80, 4, 4, 0",
        "F4 90 80 80, 4, 4, 0",
        "F5 80, 2, 2, 0",
        "FF FE, 2, 2, 0",
        "61 62 63 64 65 66 67 68 69 FF 00 01 61 61 61 61 61 61 61 61 00, 1, 1, 2"
    })
    void countsEachClassOfDefect(String hex, long sequences, long bytes, long nuls) {
        TextDefects defects = scan(parse(hex));
        assertThat(defects.malformedSequences()).isEqualTo(sequences);
        assertThat(defects.malformedBytes()).isEqualTo(bytes);
        assertThat(defects.nulBytes()).isEqualTo(nuls);
        assertThat(defects.total()).isEqualTo(sequences + nuls);
    }

    @Test
    void agreesWithTheReference() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 2_000; round++) {
            byte[] text = RandomText.hostile(random, random.below(60));
            Utf8Reference expected = new Utf8Reference(text, 0, text.length);
            TextDefects defects = scan(text);
            String what = Arrays.toString(text);
            assertThat(defects.malformedSequences()).as(what).isEqualTo(expected.malformedSequences());
            assertThat(defects.malformedBytes()).as(what).isEqualTo(expected.malformedBytes());
            long nuls = expected.decoded().chars().filter(c -> c == 0).count();
            assertThat(defects.nulBytes()).as(what).isEqualTo(nuls);
        }
    }

    @Test
    void partsAddUpToTheWholeWhateverTheirOrder() {
        byte[] first = parse("61 FF 00");
        byte[] second = parse("E4 B8 0A C3 A9");
        TextDefects whole = new TextDefects();
        whole.scan(first, 0, first.length);
        whole.scan(second, 0, second.length);
        assertThat(scan(second).merge(scan(first))).usingRecursiveComparison().isEqualTo(whole);
        assertThat(whole.scannedBytes()).isEqualTo(8);
    }

    @Test
    void travelsBetweenMachines() throws IOException, ClassNotFoundException {
        TextDefects defects = scan(parse("61 FF 00"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(defects);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).usingRecursiveComparison().isEqualTo(defects);
        }
    }

    private static TextDefects scan(byte[] text) {
        TextDefects defects = new TextDefects();
        defects.scan(text, 0, text.length);
        return defects;
    }

    private static byte[] parse(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
