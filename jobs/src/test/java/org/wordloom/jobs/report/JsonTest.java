package org.wordloom.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wordloom.cluster.output.TrainingSummary.Sample;
import org.wordloom.cluster.output.WrittenFile;

class JsonTest {
    @Test
    void whatIsNoNumberIsNull() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Json.text(Map.of(
                        "loss", Double.NaN,
                        "rates", List.of(0.5, Double.POSITIVE_INFINITY),
                        "scores", List.of(0.1f, Float.NaN),
                        "samples", List.of(new Sample(1.5, 10, 0.025, Double.NaN)))));
        assertThat(json.get("loss").isNull()).isTrue();
        assertThat(json.get("rates").get(0).asDouble()).isEqualTo(0.5);
        assertThat(json.get("rates").get(1).isNull()).isTrue();
        assertThat(json.get("scores").toString()).isEqualTo("[0.1,null]");
        JsonNode sample = json.get("samples").get(0);
        assertThat(sample.get("seconds").asDouble()).isEqualTo(1.5);
        assertThat(sample.get("loss").isNull()).isTrue();
    }

    @Test
    void aFileIsNotNamedByAPlaceWhereItIsNoMore() {
        String json = Json.text(List.of(new WrittenFile("vectors.txt", "file:/x/.v.staging/_work/a", 10, 7, 0.5, 3)));
        assertThat(json).contains("vectors.txt", "cpuNanos").doesNotContain("staging");
    }
}
