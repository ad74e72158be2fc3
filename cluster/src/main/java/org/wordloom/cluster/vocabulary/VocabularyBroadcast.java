package org.wordloom.cluster.vocabulary;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.wordloom.vocab.Vocabulary;

/** A vocabulary on its way to executors: its bytes, lengths and counts; the hash table is made where it is used. */
public final class VocabularyBroadcast implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Vocabulary vocabulary;

    public VocabularyBroadcast(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        int size = vocabulary.size();
        out.writeInt(size);
        for (int id = 0; id < size; id++) {
            out.writeInt(vocabulary.start(id + 1));
            out.writeLong(vocabulary.count(id));
        }
        out.write(vocabulary.utf8(), 0, vocabulary.start(size));
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int size = in.readInt();
        if (size < 0) {
            throw new InvalidObjectException("a vocabulary of " + size + " words");
        }
        int[] starts = new int[size + 1];
        long[] counts = new long[size];
        for (int id = 0; id < size; id++) {
            starts[id + 1] = in.readInt();
            counts[id] = in.readLong();
        }
        byte[] utf8 = new byte[starts[size]];
        in.readFully(utf8);
        vocabulary = Vocabulary.ofDistinct(utf8, starts, counts);
    }
}
