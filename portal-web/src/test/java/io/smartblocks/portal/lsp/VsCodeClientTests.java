package io.smartblocks.portal.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VsCodeClientTests {

    private static final Path FOLDER = Path.of("../docs/editor/vscode");

    private static JsonObject read(String file) throws IOException {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(file))).getAsJsonObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "language-configuration.json", "esco.tmLanguage.json"})
    void each_description_is_json(String file) throws IOException {
        assertThat(read(file).size()).isPositive();
    }

    @Test
    void what_the_extension_names_is_there() throws IOException {
        JsonObject extension = read("package.json");
        JsonObject adds = extension.getAsJsonObject("contributes");
        assertThat(FOLDER.resolve(extension.get("main").getAsString())).isRegularFile();
        assertThat(FOLDER.resolve(adds.getAsJsonArray("languages")
                        .get(0)
                        .getAsJsonObject()
                        .get("configuration")
                        .getAsString()))
                .isRegularFile();
        assertThat(FOLDER.resolve(adds.getAsJsonArray("grammars")
                        .get(0)
                        .getAsJsonObject()
                        .get("path")
                        .getAsString()))
                .isRegularFile();
        assertThat(Files.readString(FOLDER.resolve("extension.js"))).contains("vscode-languageclient/node");
        assertThat(extension.getAsJsonObject("dependencies").keySet()).containsExactly("vscode-languageclient");
    }
}
