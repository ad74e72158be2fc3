package org.wordloom.tokenizer.bpe;

import org.wordloom.tokenizer.PieceSink;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/** Takes words apart by merges: short words by looking at all neighbours each time, long ones by {@link LongMerger}. */
final class MergeEncoder implements WordEncoder {
    /** Up to here looking at all neighbours beats a heap. */
    private static final int SHORT = 48;

    private final BpeModel model;
    private final MergeTable table;
    private final Symbols symbols;
    private final long[] found = new long[SHORT];
    private final LongMerger longMerger;
    private final boolean hasDropout;

    MergeEncoder(BpeModel model) {
        this.model = model;
        this.table = model.table();
        this.symbols = new Symbols(model.starting(), model.options().fuseUnknown());
        this.hasDropout = model.options().dropout() > 0;
        this.longMerger =
                new LongMerger(table, model.options().dropout(), model.options().seed());
    }

    @Override
    public boolean isDeterministic() {
        return !hasDropout;
    }

    @Override
    public void startText(long number) {
        longMerger.startText(number);
    }

    @Override
    public void encode(char[] text, int from, int to, PieceSink sink) {
        if (model.options().ignoreMerges() && !hasDropout) {
            int whole = model.pieces().id(text, from, to);
            if (whole != SubwordModel.UNKNOWN) {
                sink.add(whole, 0, to - from);
                return;
            }
        }
        symbols.read(text, from, to);
        if (symbols.size() > SHORT || hasDropout) {
            longMerger.merge(symbols, sink);
        } else {
            mergeShort(sink);
        }
    }

    /** Allocates nothing: this runs once for each distinct word of a text. */
    private void mergeShort(PieceSink sink) {
        int[] ids = symbols.ids();
        int[] starts = symbols.starts();
        int[] ends = symbols.ends();
        int size = symbols.size();
        for (int i = 0; i + 1 < size; i++) {
            found[i] = table.find(ids[i], ids[i + 1]);
        }
        for (int best = lowest(size); best >= 0; best = lowest(size)) {
            ids[best] = MergeTable.product(found[best]);
            ends[best] = ends[best + 1];
            size--;
            for (int i = best + 1; i < size; i++) {
                ids[i] = ids[i + 1];
                starts[i] = starts[i + 1];
                ends[i] = ends[i + 1];
                found[i] = found[i + 1];
            }
            if (best > 0) {
                found[best - 1] = table.find(ids[best - 1], ids[best]);
            }
            if (best + 1 < size) {
                found[best] = table.find(ids[best], ids[best + 1]);
            }
        }
        for (int i = 0; i < size; i++) {
            sink.add(ids[i], starts[i], ends[i]);
        }
    }

    /** The leftmost pair of the lowest rank, or -1. */
    private int lowest(int size) {
        int best = -1;
        int lowest = MergeTable.rank(MergeTable.NONE);
        for (int i = 0; i + 1 < size; i++) {
            if (MergeTable.rank(found[i]) < lowest) {
                lowest = MergeTable.rank(found[i]);
                best = i;
            }
        }
        return best;
    }
}
