package org.wordloom.cluster.strata;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.wordloom.base.CounterRandom;
import org.wordloom.blocks.BlockVisit;
import org.wordloom.blocks.Side;
import org.wordloom.cluster.checkpoint.LossSum;

/**
 * The smallest model whose result tells whether every visit took place, once, with the right blocks and in the right order:
 * a visit mixes its two blocks by floating-point sums, which no other order of visits reproduces.
 *
 * @param blocks P
 * @param size values of the smallest block
 * @param trouble what happens at visits, for tests of failures
 */
record ToyModel(int blocks, int size, Trouble trouble) implements StrataModel<float[]> {
    static final Trouble NONE = visit -> {};

    /** Something that goes wrong. */
    interface Trouble extends java.io.Serializable {
        void before(BlockVisit visit) throws IOException;
    }

    static ToyModel of(int blocks) {
        return new ToyModel(blocks, 5, NONE);
    }

    ToyModel with(Trouble newTrouble) {
        return new ToyModel(blocks, size, newTrouble);
    }

    /** What all strata together must give: one visit after the other. */
    static float[][][] reference(StrataModel<float[]> model, StrataPlan plan) throws IOException, InterruptedException {
        float[][][] result = new float[2][model.blocks()][];
        for (Side side : Side.values()) {
            for (int block = 0; block < model.blocks(); block++) {
                result[side.ordinal()][block] = model.initial(side, block);
            }
        }
        StrataSchedule schedule = new StrataSchedule(model.blocks(), plan.cycles(), plan.scheduleKey());
        for (long stratum = 0; stratum < schedule.strata(); stratum++) {
            for (int row = 0; row < model.blocks(); row++) {
                BlockVisit visit = schedule.visit(stratum, row);
                model.visit(visit, result[0][row], result[1][visit.columnBlock()], 1);
            }
        }
        return result;
    }

    /** All blocks of a result. */
    static float[][][] blocks(StrataModel<float[]> model, BlockSource<float[]> source) throws IOException {
        float[][][] result = new float[2][model.blocks()][];
        for (Side side : Side.values()) {
            for (int block = 0; block < model.blocks(); block++) {
                result[side.ordinal()][block] = source.block(side, block);
            }
        }
        return result;
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public float[] initial(Side side, int block) {
        float[] values = new float[size + block % 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = CounterRandom.unitFloat(CounterRandom.at(side.ordinal() * 1000L + block, i));
        }
        return values;
    }

    @Override
    public long bytes(Side side, int block) {
        return (size + block % 3) * (long) Float.BYTES;
    }

    @Override
    public void write(float[] block, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        for (float value : block) {
            data.writeFloat(value);
        }
    }

    @Override
    public float[] read(Side side, int block, InputStream in, String name, long length) throws IOException {
        float[] values = new float[(int) (length / Float.BYTES)];
        DataInputStream data = new DataInputStream(in);
        for (int i = 0; i < values.length; i++) {
            values[i] = data.readFloat();
        }
        return values;
    }

    @Override
    public long visitBytes() {
        return 0;
    }

    @Override
    public long sharedBytes() {
        return 0;
    }

    @Override
    public LossSum visit(BlockVisit visit, float[] rows, float[] columns, int threads) throws IOException {
        trouble.before(visit);
        long key = CounterRandom.at(visit.cycle(), visit.rowBlock() * 1000L + visit.columnBlock());
        double loss = 0;
        for (int step = 0; step < 40; step++) {
            int i = CounterRandom.below(CounterRandom.at(key, step), rows.length);
            int j = CounterRandom.below(CounterRandom.at(key, step + 100L), columns.length);
            float row = rows[i];
            rows[i] = 0.7f * row + 0.31f * columns[j];
            columns[j] = 0.6f * columns[j] + 0.41f * row;
            loss += row;
        }
        return new LossSum(40, loss, Set.of("toy"));
    }
}
