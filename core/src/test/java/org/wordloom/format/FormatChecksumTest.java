package org.wordloom.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FormatChecksumTest {
    /** The checksum that a manifest keeps of a file must depend on what the file holds. */
    @Test
    void filesOfOneLengthThatDifferHaveDifferentChecksums() throws IOException {
        assertThat(wholeFile(1)).isNotEqualTo(wholeFile(2));
    }

    @Test
    void isTheMaskedChecksumOfLevelDb() {
        CRC32C sum = new CRC32C();
        sum.update("123456789".getBytes(StandardCharsets.US_ASCII));
        assertThat((int) sum.getValue()).isEqualTo(0xE3069283);
        assertThat(FormatChecksum.of(sum)).isEqualTo(0x2507C60D + 0xA282EAD8);
    }

    private static long wholeFile(int value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormatOutput out = new FormatOutput(bytes);
        out.startChecksum();
        out.writeInt(value);
        out.writeInt(out.checksum());
        out.flush();
        CRC32C sum = new CRC32C();
        sum.update(bytes.toByteArray());
        return sum.getValue();
    }
}
