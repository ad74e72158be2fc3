package org.wordloom.format.tokenizer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wordloom.tokenizer.sentencepiece.SentencePieceEncoder;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;

/** The real SentencePiece, as Debian's package {@code sentencepiece} installs it; tests are skipped without it. */
final class SpmPrograms {
    private SpmPrograms() {}

    static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/spm_encode")), "Debian's package sentencepiece is not installed");
    }

    /** Trains a model on a text; the model's file. */
    static Path train(Path text, Path prefix, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "spm_train", "--minloglevel=2", "--num_threads=2", "--input=" + text, "--model_prefix=" + prefix));
        command.addAll(List.of(options));
        run(command, text, prefix.resolveSibling("train.log"));
        return prefix.resolveSibling(prefix.getFileName() + ".model");
    }

    /** The lines of what {@code spm_encode} makes of a text. */
    static List<String> encode(Path model, Path text) throws IOException {
        Path output = Files.createTempFile(text.getParent(), "encoded", ".txt");
        run(List.of("spm_encode", "--model=" + model), text, output);
        return lines(Files.readAllBytes(output));
    }

    /** The ids of each line that {@code spm_encode} gives. */
    static List<String> ids(Path model, Path text) throws IOException {
        Path output = Files.createTempFile(text.getParent(), "ids", ".txt");
        run(List.of("spm_encode", "--output_format=id", "--model=" + model), text, output);
        return lines(Files.readAllBytes(output));
    }

    /** The lines of text that {@code spm_decode} makes of lines of ids. */
    static List<String> decode(Path model, Path ids) throws IOException {
        Path output = Files.createTempFile(ids.getParent(), "decoded", ".txt");
        run(List.of("spm_decode", "--input_format=id", "--model=" + model), ids, output);
        return lines(Files.readAllBytes(output));
    }

    /** What we make of a text, in the same form. */
    static List<String> encode(SentencePieceModel model, Path text) throws IOException {
        byte[] utf8 = Files.readAllBytes(text);
        List<String> encoded = new ArrayList<>();
        SentencePieceEncoder encoder = model.newEncoder();
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                encoded.add(encodeLine(model, encoder, utf8, from, i));
                from = i + 1;
            }
        }
        return encoded;
    }

    private static String encodeLine(
            SentencePieceModel model, SentencePieceEncoder encoder, byte[] utf8, int from, int to) {
        List<String> pieces = new ArrayList<>();
        encoder.encode(utf8, from, to, (id, first, end, start, stop) -> {
            byte[] normalized = encoder.normalized().bytes();
            pieces.add(
                    id == model.unknownId()
                            ? new String(normalized, first, end - first, StandardCharsets.UTF_8)
                            : model.piece(id));
        });
        return String.join(" ", pieces);
    }

    private static List<String> lines(byte[] text) {
        List<String> lines = new ArrayList<>(Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\n", -1)));
        lines.remove(lines.size() - 1);
        return lines;
    }

    private static void run(List<String> command, Path input, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
