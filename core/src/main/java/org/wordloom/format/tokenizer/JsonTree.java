package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/** Reads a whole JSON file, which must be one object. Memory is bounded by the file's length, depth by a constant. */
final class JsonTree {
    /** Deeper than any tokenizer's components are nested. */
    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final String file;

    private JsonTree(JsonParser parser, String file) {
        this.parser = parser;
        this.file = file;
    }

    /**
     * Reads an object and the end of the file.
     *
     * @param file the name for messages
     * @throws WordloomException FORMAT when the file is not JSON, or not one object, names a field twice, or a text
     *     holds half a surrogate pair
     */
    static JsonObject read(InputStream in, String file) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            JsonTree tree = new JsonTree(parser, file);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw tree.wrong("expected an object");
            }
            Map<String, Object> fields = tree.object(1);
            if (parser.nextToken() != null) {
                throw tree.wrong("expected the end of the file");
            }
            return new JsonObject(file, "", fields);
        } catch (JsonProcessingException e) {
            throw damaged(file, e.getOriginalMessage() + place(e.getLocation()), e);
        } catch (CharConversionException e) {
            // The parser takes what begins with NUL bytes for UTF-16 or UTF-32, and this is no error of JSON to it.
            throw damaged(file, "it is not UTF-8 (" + e.getMessage() + ")", e);
        }
    }

    /** A number that is too long is refused when its value is asked for, with no place. */
    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private Object value(JsonToken token, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw wrong("nested more than " + DEEPEST + " levels deep");
        }
        return switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> wholeCharacters(parser.getText());
            case VALUE_NUMBER_INT -> wholeNumber();
            case VALUE_NUMBER_FLOAT -> SerdeNumbers.parse(parser.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw wrong("expected a value");
        };
    }

    /** Half a surrogate pair is no character, has no UTF-8 and would become another text there. */
    private String wholeCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw wrong(String.format(
                            Locale.ROOT, "half a surrogate pair, \\u%04x, in a text", (int) text.charAt(i)));
                }
                i++;
            }
        }
        return text;
    }

    /** Numbers beyond 64 bits are never ids or sizes; as a score they lose nothing that a double would keep. */
    private Object wholeNumber() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) parser.getDoubleValue()
                : (Object) parser.getLongValue();
    }

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = wholeCharacters(parser.currentName());
            if (fields.containsKey(name)) {
                throw wrong("the field '" + Excerpt.of(name) + "' is there twice");
            }
            fields.put(name, value(parser.nextToken(), depth));
        }
        return fields;
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token, depth));
        }
        return elements;
    }

    private WordloomException wrong(String what) {
        return damaged(file, what + place(parser.currentLocation()), null);
    }

    private static WordloomException damaged(String file, String what, IOException cause) {
        return new WordloomException(ExitCode.FORMAT, file + " is damaged or of another format: " + what, cause);
    }
}
