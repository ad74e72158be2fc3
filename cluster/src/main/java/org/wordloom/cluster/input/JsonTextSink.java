package org.wordloom.cluster.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes lines that are JSON objects and hands on the text of one of their string fields, which may hold several lines.
 * Objects without the field, or with null in it, are empty documents; what is no JSON object, or has something else in
 * the field, or text after the object or half a surrogate pair in the field, is malformed.
 */
public final class JsonTextSink implements RangeSink {
    /** A document may be as long as a line may be; the library's own limit would drop long ones as malformed. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String field;
    private final RecordSink sink;

    public JsonTextSink(String field, RecordSink sink) {
        this.field = field;
        this.sink = sink;
    }

    @Override
    public void beginRange(long number) {
        sink.beginRange(number);
    }

    @Override
    public void text(byte[] utf8, int from, int to, boolean lineEnd) {
        if (isBlank(utf8, from, to)) {
            return;
        }
        try {
            String text = parse(utf8, from, to);
            if (text == null) {
                sink.missingDocument();
            } else {
                sink.document(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (JsonProcessingException | CharConversionException e) {
            // The second where a line begins with NUL bytes: the parser takes it for UTF-32.
            sink.malformedRecord(to - from); // counted, reported, and refused above the limit
        } catch (IOException e) {
            throw new UncheckedIOException("reading an array in memory failed", e);
        }
    }

    @Override
    public void endRange(long bytes) {
        sink.endRange(bytes);
    }

    /** The text; null when there is none. */
    private String parse(byte[] utf8, int from, int to) throws IOException {
        try (JsonParser parser = JSON.createParser(utf8, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            String text = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                JsonToken value = parser.nextToken();
                if (wanted && value == JsonToken.VALUE_STRING) {
                    text = parser.getText();
                } else if (wanted && value != JsonToken.VALUE_NULL) {
                    throw new JsonParseException(parser, "not a string");
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one object on a line");
            }
            if (text != null && hasLoneSurrogate(text)) {
                throw new JsonParseException(parser, "half a surrogate pair, which is no character");
            }
            return text;
        }
    }

    /** Encoding would turn it into a question mark, and nobody would hear of it. */
    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isBlank(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            if (utf8[i] < 0 || utf8[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
