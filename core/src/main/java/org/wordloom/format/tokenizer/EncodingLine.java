package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.wordloom.tokenizer.Encoding;

/**
 * An encoding as one line of text. One column stands there plainly, its values parted by spaces ({@code 17 4},
 * {@code lo om}, {@code 0:2 2:4}); several are a JSON object ({@code {"ids":[17,4],"offsets":[[0,2],[2,4]]}}). A line
 * feed within a piece, which only a text of several lines can have, is written {@code \n}: a line stays a line.
 *
 * @param columns one or more, in the order of the JSON object
 */
public record EncodingLine(List<EncodingColumn> columns) {
    private static final JsonFactory JSON = new JsonFactory();

    public EncodingLine {
        columns = List.copyOf(columns);
    }

    public String of(Encoding encoding) {
        return columns.size() == 1 ? plain(encoding, columns.get(0)) : json(encoding);
    }

    private static String plain(Encoding encoding, EncodingColumn column) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < encoding.size(); i++) {
            if (i > 0) {
                line.append(' ');
            }
            append(column, encoding.id(i), encoding.piece(i), encoding.start(i), encoding.end(i), line);
        }
        return line.toString();
    }

    /** A value of a column that stands plainly. */
    static void append(EncodingColumn column, int id, String piece, int start, int end, StringBuilder line) {
        switch (column) {
            case IDS -> line.append(id);
            case PIECES -> line.append(piece.replace("\n", "\\n"));
            case OFFSETS -> line.append(start).append(':').append(end);
        }
    }

    private String json(Encoding encoding) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (EncodingColumn column : columns) {
                json.writeArrayFieldStart(column.title());
                for (int i = 0; i < encoding.size(); i++) {
                    write(encoding, i, column, json);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string failed", e);
        }
        return line.toString();
    }

    private static void write(Encoding encoding, int at, EncodingColumn column, JsonGenerator json) throws IOException {
        switch (column) {
            case IDS -> json.writeNumber(encoding.id(at));
            case PIECES -> json.writeString(encoding.piece(at));
            case OFFSETS -> {
                json.writeStartArray();
                json.writeNumber(encoding.start(at));
                json.writeNumber(encoding.end(at));
                json.writeEndArray();
            }
        }
    }
}
