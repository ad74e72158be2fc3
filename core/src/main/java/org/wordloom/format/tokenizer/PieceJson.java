package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wordloom.tokenizer.SubwordModel;

/** Pieces as an object that maps each to its id. */
final class PieceJson {
    private PieceJson() {}

    /** Writes all pieces of {@code model} as the field {@code name}, in the order of their ids. */
    static void write(String name, SubwordModel model, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(name);
        for (int id = 0; id < model.size(); id++) {
            String piece = model.piece(id);
            if (piece != null) {
                out.writeNumberField(piece, id);
            }
        }
        out.writeEndObject();
    }
}
