package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Follows the links that each role finds, from the first page on. */
@PortalSite
class LinksTests {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 500);
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*href=\"([^\"]+)\"");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @ParameterizedTest
    @ValueSource(strings = {"conor", "deirdre", "aoife", "rhona", "ultan", "brid", "eamon", "saoirse"})
    void no_link_leads_to_a_refusal(String person) throws Exception {
        MockHttpSession session = visitors.signIn(person);
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> met = new HashSet<>();
        List<String> refused = new ArrayList<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            MockHttpServletResponse answer = portal.perform(
                            get(URI.create(path)).session(session))
                    .andReturn()
                    .getResponse();
            if (REFUSED.contains(answer.getStatus())) {
                refused.add(path + " " + answer.getStatus());
            }
            links(path, answer).filter(link -> met.add(kind(link))).forEach(open::add);
        }

        assertThat(met).hasSizeGreaterThan(20);
        assertThat(refused).isEmpty();
    }

    private static Stream<String> links(String path, MockHttpServletResponse answer) throws Exception {
        if (answer.getContentType() == null || !answer.getContentType().startsWith("text/html")) {
            return Stream.empty();
        }
        URI page = URI.create(path);
        return LINK.matcher(answer.getContentAsString())
                .results()
                .map(link -> page.resolve(link.group(1).replace("&amp;", "&")).toString())
                .filter(link -> link.startsWith("/"))
                .map(link -> link.replaceFirst("#.*", ""))
                .filter(link -> !link.isEmpty() && !link.contains(".xlsx") && !link.contains(".pdf"))
                .distinct();
    }

    /** One of the many pages of a kind stands for all. */
    private static String kind(String link) {
        URI page = URI.create(link);
        String[] steps = page.getPath().split("/");
        String area = steps.length < 2 ? "" : steps[1];
        String last = steps.length < 3 ? "" : steps[steps.length - 1].replaceAll("[0-9a-f]{4,}|[0-9]+", "0");
        String query = page.getRawQuery() == null ? "" : page.getRawQuery().replaceAll("=[^&]*", "");
        return area + ' ' + steps.length + ' ' + last + '?' + query;
    }
}
