package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Follows the links that each role finds, from the first page on. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=links")
@DirtiesContext
class LinksTests {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 500);
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*href=\"([^\"]+)\"");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void somebody_who_acts_for_nobody_has_an_account() {
        if (accounts.account("nora").isEmpty()) {
            accounts.open(
                    new Account("nora", "Nora Newcomer", Role.RESIDENT, Optional.empty(), Optional.empty()),
                    SiteFixture.PASSWORD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"conor", "deirdre", "aoife", "rhona", "ultan", "brid", "eamon", "saoirse", "olga", "nora"})
    void no_link_leads_to_a_refusal_or_to_nothing(String person) throws Exception {
        MockHttpSession session = visitors.signIn(person);
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> met = new HashSet<>();
        List<String> refused = new ArrayList<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            follow(session, path, refused).filter(link -> met.add(kind(link))).forEach(open::add);
        }

        assertThat(met).hasSizeGreaterThan(15);
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conor", "rhona", "eamon", "olga"})
    void whatever_a_transaction_links_to_is_there_for_whom_it_is_shown(String person) throws Exception {
        MockHttpSession session = visitors.signIn(person);
        Set<String> pages = new HashSet<>();
        Set<String> met = new HashSet<>();
        List<String> refused = new ArrayList<>();
        for (long block = 0; block < ledger.height(); block++) {
            follow(session, "/blocks/" + block, refused)
                    .filter(link -> link.startsWith("/transactions/"))
                    .forEach(pages::add);
        }
        for (String page : pages) {
            follow(session, page, refused).forEach(met::add);
        }
        for (String link : met) {
            follow(session, link, refused);
        }

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(refused).isEmpty();
    }

    private Stream<String> follow(MockHttpSession session, String path, List<String> refused) throws Exception {
        MockHttpServletResponse answer = portal.perform(get(URI.create(path)).session(session))
                .andReturn()
                .getResponse();
        if (REFUSED.contains(answer.getStatus())) {
            refused.add(path + " " + answer.getStatus());
        }
        return links(path, answer);
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
