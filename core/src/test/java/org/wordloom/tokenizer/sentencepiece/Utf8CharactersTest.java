package org.wordloom.tokenizer.sentencepiece;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.text.Utf8Text;

class Utf8CharactersTest {
    @Test
    void aCharacterIsWhatTextIsMadeOf() {
        TestRandom random = TestRandom.create();
        for (int lead = 0; lead < 256; lead++) {
            for (int round = 0; round < 400; round++) {
                byte[] bytes = {(byte) lead, tail(random), tail(random), tail(random), tail(random)};
                assertThat(Utf8Characters.length(bytes, 0, bytes.length))
                        .as("%02x %02x %02x %02x", bytes[0], bytes[1], bytes[2], bytes[3])
                        .isEqualTo(wellFormedLength(bytes));
            }
        }
    }

    private static byte tail(TestRandom random) {
        return (byte) (random.below(8) == 0 ? random.below(256) : 0x80 + random.below(64));
    }

    private static int wellFormedLength(byte[] bytes) {
        for (int length = 1; length <= 4; length++) {
            if (Utf8Text.isWellFormed(bytes, 0, length)) {
                return length;
            }
        }
        return 0;
    }
}
