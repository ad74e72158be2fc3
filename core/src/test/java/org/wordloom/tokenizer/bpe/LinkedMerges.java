package org.wordloom.tokenizer.bpe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.RandomStream;

/** The reference of {@link LongMerger}: linked objects, and a queue of pairs by rank and then place. */
final class LinkedMerges {
    private final MergeTable table;
    private final double dropout;
    private final RandomStream random = new RandomStream(0);
    private final PriorityQueue<Pair> queue =
            new PriorityQueue<>(Comparator.comparingInt(Pair::rank).thenComparingInt(pair -> pair.left.place));

    LinkedMerges(BpeModel model, long text) {
        this.table = model.table();
        this.dropout = model.options().dropout();
        random.restart(CounterRandom.key(model.options().seed(), CounterRandom.Purpose.SEGMENTATION, text));
    }

    /** A pair that merged when it was found. */
    private record Pair(int rank, Node left) {}

    /** A piece between others. */
    private static final class Node {
        private final int place;
        private final int start;
        private int end;
        private int id;
        private boolean gone;
        private Node previous;
        private Node next;

        Node(int place, int id, int start, int end) {
            this.place = place;
            this.id = id;
            this.start = start;
            this.end = end;
        }
    }

    /** "id start end" of each piece of a word. */
    List<String> encode(BpeModel model, String word) {
        Symbols symbols = new Symbols(model.starting(), model.options().fuseUnknown());
        symbols.read(word.toCharArray(), 0, word.length());
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            Node node = new Node(i, symbols.ids()[i], symbols.start(i), symbols.end(i));
            if (i > 0) {
                node.previous = nodes.get(i - 1);
                node.previous.next = node;
            }
            nodes.add(node);
        }
        nodes.forEach(this::add);
        List<Pair> leftOut = new ArrayList<>();
        for (Pair pair = queue.poll(); pair != null; pair = queue.poll()) {
            merge(pair, leftOut);
        }
        return nodes.stream()
                .filter(node -> !node.gone)
                .map(node -> node.id + " " + node.start + " " + node.end)
                .toList();
    }

    private void merge(Pair pair, List<Pair> leftOut) {
        Node left = pair.left;
        if (left.gone || left.next == null || MergeTable.rank(table.find(left.id, left.next.id)) != pair.rank) {
            return;
        }
        if (dropout > 0 && (random.next() >>> 11) * 0x1p-53 < dropout) {
            leftOut.add(pair);
            return;
        }
        queue.addAll(leftOut);
        leftOut.clear();
        Node right = left.next;
        left.id = MergeTable.product(table.find(left.id, right.id));
        left.end = right.end;
        left.next = right.next;
        right.gone = true;
        if (left.next != null) {
            left.next.previous = left;
        }
        add(left);
        if (left.previous != null) {
            add(left.previous);
        }
    }

    private void add(Node left) {
        long found = left.next == null ? MergeTable.NONE : table.find(left.id, left.next.id);
        if (found != MergeTable.NONE) {
            queue.add(new Pair(MergeTable.rank(found), left));
        }
    }
}
