package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.ModelWriter;
import org.wordloom.format.WordModelFormat;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;

/** Reads word vectors from an output folder of training, or from a file whose format it recognises. */
public final class VectorFiles {
    /** The option of training commands, as a model's provenance names it. */
    private static final String TRAINED_FOR = "option.vectors";

    private VectorFiles() {}

    /**
     * Reads the vectors of a folder or file.
     *
     * @param selection which vectors of a model; null for those that it was trained to give
     * @param maxWords only the first so many words, the most frequent ones in files of all usual programs
     */
    public static WordVectors read(String path, VectorSelection selection, int maxWords) {
        FileAccess file = FileAccess.of(path);
        if (!file.exists()) {
            throw new WordloomException(
                    ExitCode.INPUT, "cannot read " + path + ": no such file or directory; check the path");
        }
        if (file.isDirectory()) {
            return readFolder(file, selection, maxWords);
        }
        file.requireReadableAgain();
        return read(file, FormatSniffer.recognise(file), selection, maxWords);
    }

    /** Reads all vectors of a model of Wordloom, from its folder or its file. */
    public static WordVectors readModel(String path, VectorSelection selection) {
        FileAccess file = FileAccess.of(path);
        return file.exists() && file.isDirectory()
                ? readFolder(file, selection, Integer.MAX_VALUE)
                : read(file, VectorFileFormat.WORDLOOM, selection, Integer.MAX_VALUE);
    }

    /**
     * Reads the vectors of a file of known format.
     *
     * @param selection which vectors of a model; null for those that it was trained to give
     */
    public static WordVectors read(FileAccess file, VectorFileFormat format, VectorSelection selection, int maxWords) {
        if (format == VectorFileFormat.WORDLOOM) {
            file.requireReadableAgain();
        }
        if (selection == null) {
            VectorSelection own = format == VectorFileFormat.WORDLOOM ? ownSelection(file) : VectorSelection.INPUT;
            return read(file, format, own, maxWords);
        }
        if (selection != VectorSelection.INPUT && format != VectorFileFormat.WORDLOOM) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    file.name() + " holds only one kind of vectors; --vectors is for models of Wordloom");
        }
        try (InputStream in = file.open()) {
            return format.read(in, file.name(), file.size(), selection, maxWords);
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + file.name() + ": " + e.getMessage(), e);
        }
    }

    /** What {@code --vectors} was when the model was trained; the input vectors where nothing says so. */
    private static VectorSelection ownSelection(FileAccess file) {
        try (InputStream in = file.open()) {
            String option =
                    WordModelFormat.readProvenance(in, file.name(), file.size()).getOrDefault(TRAINED_FOR, "");
            return Stream.of(VectorSelection.values())
                    .filter(selection -> selection.optionName().equals(option))
                    .findFirst()
                    .orElse(VectorSelection.INPUT);
        } catch (IOException e) {
            throw new WordloomException(ExitCode.INPUT, "cannot read " + file.name() + ": " + e.getMessage(), e);
        }
    }

    private static WordVectors readFolder(FileAccess folder, VectorSelection selection, int maxWords) {
        if (!FolderCheck.requireWhole(folder).contains(ModelWriter.MODEL_FILE)) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    folder.name() + " is an output of Wordloom without a " + ModelWriter.MODEL_FILE
                            + "; name one of wordloom train");
        }
        return read(folder.child(ModelWriter.MODEL_FILE), VectorFileFormat.WORDLOOM, selection, maxWords);
    }

    /** Writes a file aside and moves it to its place. */
    public static void write(WordVectors vectors, FileAccess file, VectorFileFormat format, boolean overwrite) {
        file.write(overwrite, out -> format.write(vectors, out));
    }
}
