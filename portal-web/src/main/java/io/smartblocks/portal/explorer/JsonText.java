package io.smartblocks.portal.explorer;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with line breaks and indents, for people. */
final class JsonText {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonText() {}

    static String indented(String json) {
        return MAPPER.writeValueAsString(MAPPER.readTree(json));
    }
}
