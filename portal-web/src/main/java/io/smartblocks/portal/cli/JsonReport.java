package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints a report as JSON: the record's components by their names, decimals without exponents, days and instants as ISO text. */
final class JsonReport {

    private JsonReport() {}

    static void print(PrintWriter out, Object report) {
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        out.println(mapper.writeValueAsString(report));
    }
}
