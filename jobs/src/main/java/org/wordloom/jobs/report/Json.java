package org.wordloom.jobs.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.wordloom.cluster.output.WrittenFile;

/** JSON texts of records, maps and lists. A number that is NaN or infinite becomes {@code null}: JSON has none such. */
public final class Json {
    private static final ObjectWriter WRITER = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteOrNull())
                    .addSerializer(double.class, new FiniteOrNull())
                    .addSerializer(Float.class, new FiniteOrNull())
                    .addSerializer(float.class, new FiniteOrNull()))
            .addMixIn(WrittenFile.class, WithoutPath.class)
            .writerWithDefaultPrettyPrinter();

    private Json() {}

    /** Where a file was while it was written, and is no more. */
    @JsonIgnoreProperties("path")
    private interface WithoutPath {}

    private static final class FiniteOrNull extends JsonSerializer<Number> {
        @Override
        public void serialize(Number value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value.doubleValue())) {
                out.writeNumber(value.toString());
            } else {
                out.writeNull();
            }
        }
    }

    public static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not expressible as JSON: " + value, e);
        }
    }
}
