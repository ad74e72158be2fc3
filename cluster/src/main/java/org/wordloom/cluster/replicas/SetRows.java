package org.wordloom.cluster.replicas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.RowLayout;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.train.Replica;
import org.wordloom.train.WorkingSet;
import scala.Tuple2;

/**
 * The way of a working set's rows: what is asked of which block, what it answers, and where the answers go.
 *
 * @param inputs numbers of the input rows, ascending
 * @param outputs numbers of the output rows, ascending
 */
record SetRows(RowLayout layout, int[] inputs, int[] outputs) {

    static SetRows of(RowLayout layout, WorkingSet set) {
        return new SetRows(layout, set.inputRows(), set.outputRows());
    }

    /** The requests of a replica, one for each block of which it wants rows. */
    Iterator<Tuple2<Integer, RowRequest>> requests(int replica) {
        List<Tuple2<Integer, RowRequest>> requests = new ArrayList<>();
        for (int block = 0; block < layout.blocks(); block++) {
            int first = layout.first(block);
            int[] rows = Arrays.copyOfRange(numbers(block), from(block), to(block));
            for (int k = 0; k < rows.length; k++) {
                rows[k] -= first;
            }
            if (rows.length > 0) {
                requests.add(new Tuple2<>(block, new RowRequest(replica, rows)));
            }
        }
        return requests.iterator();
    }

    /** What a block answers. */
    static RowAnswer answer(int block, RowMatrix rows, RowRequest request) {
        int columns = rows.columns();
        float[] values = new float[Math.multiplyExact(request.rows().length, columns)];
        for (int k = 0; k < request.rows().length; k++) {
            int row = request.rows()[k];
            System.arraycopy(rows.chunk(row), rows.offset(row), values, k * columns, columns);
        }
        return new RowAnswer(block, values);
    }

    /** The set's rows, from all answers. */
    Replica replica(Iterator<RowAnswer> answers) {
        RowMatrix input = new RowMatrix(inputs.length, layout.dim());
        RowMatrix output = new RowMatrix(outputs.length, layout.dim());
        while (answers.hasNext()) {
            RowAnswer answer = answers.next();
            RowMatrix matrix = layout.side(answer.block()) == Side.INPUT ? input : output;
            int from = from(answer.block());
            for (int k = 0; k * layout.dim() < answer.values().length; k++) {
                matrix.setRow(from + k, answer.values(), k * layout.dim());
            }
        }
        return Replica.counting(input, output);
    }

    /** The rows of a block that training updated. */
    ReplicaRows changed(int replica, Replica trained, int block) {
        boolean inputSide = layout.side(block) == Side.INPUT;
        return ReplicaRows.of(
                replica,
                inputSide ? trained.input() : trained.output(),
                from(block),
                to(block),
                inputSide ? trained.inputUpdates() : trained.outputUpdates(),
                row -> numbers(block)[row] - layout.first(block));
    }

    private int[] numbers(int block) {
        return layout.side(block) == Side.INPUT ? inputs : outputs;
    }

    /** Where in the set the rows of a block begin. */
    private int from(int block) {
        return indexOf(numbers(block), layout.first(block));
    }

    /** Where they end. */
    private int to(int block) {
        return indexOf(numbers(block), layout.first(block) + layout.rowCount(block));
    }

    private static int indexOf(int[] numbers, int number) {
        int at = Arrays.binarySearch(numbers, number);
        return at < 0 ? -at - 1 : at;
    }
}
