package org.wordloom.format.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.wordloom.TestRandom;

/** Damages files as disks, networks and enemies do. */
final class Mutation {
    private static final String[] INSERTED = {
        "\n",
        "\t",
        " ",
        "\r\n",
        "#version: 0.2\n",
        "-1e999",
        "NaN",
        "9999999999",
        "\u0000",
        "\uFEFF",
        "<0x41>",
        "</w>",
        "\"",
        "{",
        "\\uD800"
    };

    private Mutation() {}

    /** A copy with one to four mutations. */
    static byte[] of(byte[] file, TestRandom random) {
        byte[] damaged = file.clone();
        for (int i = random.below(4); i >= 0 && damaged.length > 0; i--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] file, TestRandom random) {
        int at = random.below(file.length);
        int to = at + random.below(Math.min(file.length - at, random.oneOf(2, 20, 2000)) + 1);
        return switch (random.below(7)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> replaced(file, at, to, new byte[0]);
            case 2 -> replaced(file, at, at, Arrays.copyOfRange(file, at, to));
            case 3 ->
                replaced(
                        file,
                        at,
                        to,
                        filled(to - at, random.oneOf(0, 0x7F, 0x80, 0xFF).byteValue()));
            case 4 -> replaced(file, at, at, random.oneOf(INSERTED).getBytes(StandardCharsets.UTF_8));
            case 5 -> moved(file, at, to, random.below(file.length));
            default -> flipped(file, at, random);
        };
    }

    private static byte[] flipped(byte[] file, int at, TestRandom random) {
        byte[] damaged = file.clone();
        damaged[at] = (byte) (random.below(2) == 0 ? random.below(256) : damaged[at] + (1 << random.below(8)));
        return damaged;
    }

    private static byte[] moved(byte[] file, int at, int to, int target) {
        return replaced(file, target, target, Arrays.copyOfRange(file, at, to));
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] replaced(byte[] file, int from, int to, byte[] by) {
        byte[] result = Arrays.copyOf(file, file.length - (to - from) + by.length);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(file, to, result, from + by.length, file.length - to);
        return result;
    }
}
