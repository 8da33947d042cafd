package io.smartblocks.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.PortalSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds docs/pages-and-api.md to the routes: each route of the pages has its address of the API, or the reason why not. */
@PortalSite
class PagesAndApiTests {

    private static final Path FILE = Path.of("../docs/pages-and-api.md");
    private static final Pattern LINE = Pattern.compile("^\\| `((?:GET|POST) /[^`]*)` \\| (.+) \\|$");
    private static final Pattern ADDRESS = Pattern.compile("`((?:GET|POST|DELETE) /api/v1/[^`?]*)(?:\\?[^`]*)?`");
    private static final int SHORTEST_REASON = 20;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void each_route_of_the_pages_stands_in_the_comparison_once() throws Exception {
        List<String> written = lines().map(matcher -> matcher.group(1)).toList();

        assertThat(written).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(written))
                .as("docs/pages-and-api.md compares the pages with the API: give each route of the pages a line with"
                        + " the address of the API that does the same, or with the reason why there is none")
                .isNotEmpty()
                .isEqualTo(routes(false));
    }

    @Test
    void each_line_names_addresses_that_exist_or_gives_a_reason() throws Exception {
        Set<String> known = routes(true);
        Map<String, String> answers = new TreeMap<>();
        lines().forEach(matcher -> answers.put(matcher.group(1), matcher.group(2)));

        assertThat(answers).allSatisfy((route, answer) -> {
            List<String> named = named(answer);
            if (named.isEmpty()) {
                assertThat(answer).hasSizeGreaterThan(SHORTEST_REASON).endsWith(".");
            } else {
                assertThat(known).containsAll(named);
            }
        });
    }

    @Test
    void each_address_of_the_api_is_compared_with_a_page_or_listed_as_the_apis_own() throws Exception {
        Set<String> named = new TreeSet<>(named(Files.readString(FILE)));

        assertThat(named).isEqualTo(routes(true));
    }

    private static List<String> named(String words) {
        return ADDRESS.matcher(words).results().map(found -> found.group(1)).toList();
    }

    private static Stream<Matcher> lines() throws IOException {
        return Files.readAllLines(FILE).stream().map(LINE::matcher).filter(Matcher::matches);
    }

    private Set<String> routes(boolean ofPrograms) {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("io.smartblocks.")) {
                for (String path : mapping.getPatternValues()) {
                    if (path.startsWith("/api/") == ofPrograms) {
                        methods(mapping).forEach(name -> routes.add(name + ' ' + path + parameters(mapping)));
                    }
                }
            }
        });
        return routes;
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream()).map(RequestMethod::name);
    }

    /** Several routes have one address and differ in a parameter that is there, or is not. */
    private static String parameters(RequestMappingInfo mapping) {
        StringBuilder written = new StringBuilder();
        mapping.getParamsCondition().getExpressions().stream()
                .filter(expression -> !expression.isNegated())
                .map(NameValueExpression::toString)
                .sorted()
                .forEach(expression ->
                        written.append(written.isEmpty() ? "?" : "&").append(expression));
        return written.toString();
    }
}
