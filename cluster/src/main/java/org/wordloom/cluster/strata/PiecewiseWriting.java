package org.wordloom.cluster.strata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.wordloom.cluster.IndexPartitioner;
import org.wordloom.cluster.ModelWriter;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.cluster.TrainingSummary.WrittenFile;
import org.wordloom.cluster.VocabularyChunk;
import org.wordloom.cluster.WordTrainingJob;
import org.wordloom.format.Word2VecTextFormat;
import org.wordloom.format.WordModelPieces;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.vocab.Vocabulary;
import scala.Tuple2;

/**
 * Writes a model that no executor could hold. Row numbers are cut into ranges; blocks send each range its rows, a task a
 * range writes its part of every file, and a task a file puts the parts together:
 *
 * <pre>
 *   block 0 ┐               ┌ rows 0 … L-1    → parts ┐
 *   block 1 ┼ by row number ┤ rows L … 2L-1   → parts ┼ in order → model, vectors
 *   …       ┘               └ …                       ┘
 * </pre>
 *
 * <p>A vector moves three times: through the shuffle, into its part, into its file. The driver writes the words.
 *
 * @param rows L
 */
record PiecewiseWriting<B>(JavaSparkContext spark, WholeWriting<B> model, int rows) {
    private static final String HEAD = "model-head";

    List<WrittenFile> run(Vocabulary vocabulary) throws IOException {
        String work = OutputFolder.workFolder(model.staging());
        writeHead(vocabulary, work);
        List<VocabularyChunk> words = model.formats().isEmpty()
                ? List.of()
                : new ArrayList<>(VocabularyChunk.write(model.storage(), work, vocabulary, rows));
        Broadcast<WholeWriting<B>> shared = spark.broadcast(model);
        try {
            List<RowPart> parts = parts(shared, words);
            return files(shared, parts);
        } finally {
            shared.destroy();
        }
    }

    private void writeHead(Vocabulary vocabulary, String work) throws IOException {
        try (OutputStream out = model.storage().create(Storage.child(work, HEAD))) {
            WordModelPieces.writeHead(vocabulary, model.dim(), model.provenance(), out);
        }
    }

    private List<RowPart> parts(Broadcast<WholeWriting<B>> shared, List<VocabularyChunk> words) {
        int length = rows;
        int ranges = (model.partition().rows() - 1) / length + 1;
        int blocks = model.partition().blocks();
        List<RowPart> parts = new ArrayList<>(
                spark.parallelize(IntStream.range(0, 2 * blocks).boxed().toList(), 2 * blocks)
                        .flatMapToPair(number -> pieces(shared.value(), Side.values()[number % 2], number / 2, length))
                        .partitionBy(new IndexPartitioner(ranges))
                        .mapPartitions(pieces -> List.of(write(shared.value(), pieces, length, words))
                                .iterator())
                        .collect());
        parts.sort(Comparator.comparingInt(RowPart::range));
        return parts;
    }

    /** The pieces of a block, made one by one as they are asked for. */
    private static <B> Iterator<Tuple2<Integer, RowPiece>> pieces(
            WholeWriting<B> model, Side side, int number, int length) throws IOException {
        B block = model.source().block(side, number);
        int ranges = (model.partition().rows() - 1) / length + 1;
        return IntStream.range(0, ranges)
                .mapToObj(range -> new Tuple2<>(
                        range,
                        RowPiece.of(
                                side,
                                number,
                                block,
                                indexOf(model, number, (long) range * length),
                                indexOf(model, number, (range + 1L) * length),
                                model.dim(),
                                model.copier())))
                .iterator();
    }

    /** The index of the first row of a block whose number is at least {@code row}. */
    private static int indexOf(WholeWriting<?> model, int block, long row) {
        int low = 0;
        int high = model.partition().size(block);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (model.partition().row(block, middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static <B> RowPart write(
            WholeWriting<B> model, Iterator<Tuple2<Integer, RowPiece>> pieces, int length, List<VocabularyChunk> words)
            throws IOException {
        Tuple2<Integer, RowPiece> piece = pieces.next();
        int range = piece._1();
        int from = Math.multiplyExact(range, length);
        int rows = Math.min(length, model.partition().rows() - from);
        RowMatrix input = new RowMatrix(rows, model.dim());
        RowMatrix output = new RowMatrix(rows, model.dim());
        for (boolean more = true; more; ) {
            piece._2().copyTo(piece._2().side() == Side.ROWS ? input : output, model.partition(), from);
            more = pieces.hasNext();
            piece = more ? pieces.next() : piece;
        }
        return RowPart.write(model, range, input, output, words);
    }

    private List<WrittenFile> files(Broadcast<WholeWriting<B>> shared, List<RowPart> parts) {
        List<String> names = new ArrayList<>();
        names.add(WordTrainingJob.MODEL_FILE);
        model.formats().forEach(format -> names.add(format.fileName()));
        return spark.parallelize(names, names.size())
                .map(name -> assemble(shared.value(), name, parts))
                .collect();
    }

    private static WrittenFile assemble(WholeWriting<?> model, String name, List<RowPart> parts) {
        Storage storage = model.storage();
        ModelWriter writer =
                new ModelWriter(storage, model.staging(), TaskContext.get().taskAttemptId());
        int rows = model.partition().rows();
        if (!name.equals(WordTrainingJob.MODEL_FILE)) {
            int dim = model.vectors().dimension(model.dim());
            return writer.write(name, out -> {
                Word2VecTextFormat.writeHeader(rows, dim, out);
                try (InputStream lines = concatenated(storage, parts, name)) {
                    lines.transferTo(out);
                }
            });
        }
        long bytes = (long) rows * model.dim() * Float.BYTES;
        return writer.write(name, out -> {
            try (InputStream head = storage.open(Storage.child(OutputFolder.workFolder(model.staging()), HEAD))) {
                head.transferTo(out);
            }
            WordModelPieces.writeMatrix(true, bytes, concatenated(storage, parts, RowPart.INPUT), out);
            WordModelPieces.writeMatrix(false, bytes, concatenated(storage, parts, RowPart.OUTPUT), out);
        });
    }

    /** The parts of a file one after another; each is opened when the one before has ended. */
    private static InputStream concatenated(Storage storage, List<RowPart> parts, String name) {
        List<InputStream> opened = new AbstractList<>() {
            @Override
            public InputStream get(int part) {
                return storage.open(parts.get(part).files().get(name));
            }

            @Override
            public int size() {
                return parts.size();
            }
        };
        return new SequenceInputStream(Collections.enumeration(opened));
    }
}
