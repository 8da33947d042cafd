package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the description of the API to its routes and to the committed file; {@code -Dsmartblocks.openapi=write} writes it. */
@PortalSite
class OpenApiTests {

    private static final Path FILE = Path.of("../docs/openapi.json");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void the_committed_description_is_that_of_this_api() throws Exception {
        String described = described();
        if ("write".equals(System.getProperty("smartblocks.openapi"))) {
            Files.writeString(FILE, described);
        }

        assertThat(FILE)
                .as("docs/openapi.json is not what the API answers; if that is meant, tell its users and run this test"
                        + " with -Dsmartblocks.openapi=write")
                .hasContent(described);
    }

    @Test
    void every_route_is_described() throws Exception {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path))));
        Set<String> described = new TreeSet<>();
        paths().forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            if (METHODS.contains(method)) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }));

        assertThat(described).isNotEmpty().isEqualTo(routes);
    }

    @Test
    void every_operation_says_what_it_does_and_what_can_go_wrong() throws Exception {
        paths().forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            assertThat(operation.path("summary").asString("")).as(path).isNotBlank();
            for (String status : Set.of("400", "401", "403", "422", "429", "503")) {
                assertThat(operation.at("/responses/" + status + "/$ref").asString(""))
                        .as("%s %s", path, status)
                        .isEqualTo("#/components/responses/Problem" + status);
            }
            operation
                    .path("parameters")
                    .forEach(parameter -> assertThat(parameter.get("name").asString())
                            .as(path)
                            .isNotEqualTo("caller"));
        }));
    }

    private JsonNode paths() throws Exception {
        return new JsonMapper().readTree(described()).get("paths");
    }

    private String described() throws Exception {
        Programs programs = new Programs(portal, visitors);
        return programs.ask(programs.key("conor", "read"), "/v3/api-docs")
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                + "\n";
    }
}
