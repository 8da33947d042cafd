package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.api.Programs;
import io.smartblocks.portal.member.MemberKeys;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Lists of more meters and sites than one page holds: who sees which, in which order, and what a filter leaves. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=asked-lists")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedListsTests {

    private static final int MANY = 60;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);
    private static final MemberId KEEPER = new MemberId("mill-keeper");
    private static final String FORMULA = "=1+1 Mill";
    private static final Pattern SITE = Pattern.compile("href=\"/sites/([^\"?]+)\\?");
    private static final Pattern NEXT =
            Pattern.compile("class=\"btn btn-small\" href=\"(/(?:sites|meters)\\?[^\"]+)\"");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Stating stating;

    @Autowired
    private MemberKeys keys;

    @BeforeAll
    void build() {
        List<Payload> all = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            all.add(site("hall-%02d".formatted(number), SiteFixture.NIMBUS, "Hall %02d".formatted(number), "Dublin"));
            all.add(meter("IE-80%02d/heat".formatted(number), "Nimbus Campus / Library", "district heat"));
        }
        all.add(site("mill", SiteFixture.NIMBUS, FORMULA, "1 Quay Street, Cork"));
        all.add(site("far-estate", SiteFixture.STRANGER, "Far Estate", "Cork"));
        all.add(meter("IE-8100/gas", "Far Estate", "gas"));
        KeyPair pair = KeyPair.generate();
        all.add(new RegisterMember(
                KEEPER, FORMULA, SiteFixture.METERING, Set.of(Role.METER_OPERATOR), pair.publicKey()));
        keys.keep(KEEPER, pair, SiteFixture.PASSWORD);
        stating.as(SiteFixture.OFFICE, all);
        stating.as(KEEPER, new RetireMeter(new MeterId("IE-8007/heat"), LAST_DAY, "It was replaced."));
    }

    private static RegisterSite site(String id, MemberId owner, String name, String address) {
        return new RegisterSite(
                new SiteId(id),
                owner,
                name,
                MeterFixture.ZONE,
                Optional.of("IE"),
                Optional.empty(),
                Optional.of(address));
    }

    private static RegisterMeter meter(String id, String site, String energy) {
        return new RegisterMeter(
                new MeterId(id),
                SiteFixture.METERING,
                "Feeder",
                site,
                energy,
                "kWh",
                Interval.ofMinutes(15),
                MeterFixture.ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "words=IE-9002, IE-9002/gas, IE-9001/import",
        "words=grid EXP, IE-9001/export, IE-9001/import",
        "energy=gas, IE-8100/gas, IE-9001/import",
        "site=Far Estate, IE-8100/gas, IE-9002/gas",
        "site=far-estate&energy=gas, IE-8100/gas, IE-9002/gas",
        "state=retired, IE-8007/heat, IE-8006/heat",
        "state=service, IE-8006/heat, IE-8007/heat",
        "site=nimbus-campus&energy=heat, IE-8000/heat, IE-9001/import"
    })
    void the_list_of_meters_holds_what_is_asked_for(String query, String held, String left) throws Exception {
        assertThat(page("eamon", "/meters?" + query))
                .contains("/meters/" + held)
                .doesNotContain("/meters/" + left)
                .contains("<details class=\"more\" open");
    }

    @Test
    void the_pages_of_a_filtered_list_of_meters_join_and_keep_the_filter() throws Exception {
        String first = page("eamon", "/meters?energy=heat&state=service");
        String second = page("eamon", next(first));

        assertThat(next(first)).contains("energy=heat", "state=service", "after=");
        assertThat(meters(first)).hasSize(50);
        assertThat(meters(second)).hasSize(MANY - 1 - 50).doesNotContainAnyElementsOf(meters(first));
        assertThat(NEXT.matcher(second).find()).isFalse();
    }

    @Test
    void a_retired_meter_says_so_and_is_not_called_silent() throws Exception {
        assertThat(page("eamon", "/meters?words=IE-8007"))
                .contains("Retired after 30 Sep 2026")
                .doesNotContain("Silent");
    }

    @Test
    void a_filter_shows_nobody_a_meter_more() throws Exception {
        assertThat(page("aoife", "/meters?energy=gas"))
                .contains("/meters/IE-9002/gas")
                .doesNotContain("IE-8100");
        assertThat(page("conor", "/meters?energy=gas"))
                .contains("No meter fits", "Leave out a part of the filter.")
                .doesNotContain("/meters/IE-9002/gas");
        assertRefused("conor", "/meters?site=far-estate", "No site “far-estate” is known to you.");
        assertRefused("eamon", "/meters?site=nowhere", "value=\"nowhere\"");
    }

    @ParameterizedTest
    @CsvSource({
        "words=hall 07, hall-07, hall-08",
        "words=QUAY, mill, hall-08",
        "words=campus, nimbus-campus, mill",
        "owner=other-estate, far-estate, mill",
        "owner=nimbus-campus&words=cork, mill, far-estate"
    })
    void the_list_of_sites_holds_what_is_asked_for(String query, String held, String left) throws Exception {
        assertThat(sites(page("eamon", "/sites?period=2026-10&" + query)))
                .contains(held)
                .doesNotContain(left);
        assertThat(page("eamon", "/sites.csv?period=2026-10&" + query))
                .contains("," + held + ",")
                .doesNotContain("," + left + ",");
        assertThat(ids(api("eamon", "/api/v1/sites/figures?period=2026-10&limit=200&" + query)))
                .contains(held)
                .doesNotContain(left);
    }

    @Test
    void the_pages_of_a_filtered_list_of_sites_join_and_keep_filter_and_period() throws Exception {
        String first = page("aoife", "/sites?period=2026-10&words=hall");
        String second = page("aoife", next(first));

        assertThat(next(first)).contains("period=2026-10", "words=hall", "after=hall-49");
        assertThat(first).contains("/sites.csv?period=2026-10&amp;words=hall", "/sites?period=2026&amp;words=hall");
        List<String> all = new ArrayList<>(sites(first));
        all.addAll(sites(second));
        assertThat(all).hasSize(MANY).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_owner_that_nobody_knows_is_told_at_its_field_and_an_empty_list_says_so() throws Exception {
        assertRefused("aoife", "/sites?owner=nobody-known", "No organisation with the id “nobody-known” is known");
        assertThat(answer("aoife", "/sites.csv?owner=nobody-known").getStatus()).isEqualTo(422);
        assertThat(page("aoife", "/sites?words=far away"))
                .contains("No site fits")
                .doesNotContain("No sites yet");
    }

    @Test
    void the_file_of_sites_holds_all_of_its_reader_by_name_and_no_formula() throws Exception {
        List<String> rows = page("aoife", "/sites.csv?period=2026-10").lines().toList();

        assertThat(rows.get(0)).startsWith("Period,Site,");
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[2]))
                .hasSize(MANY + 2)
                .startsWith("mill", "hall-00", "hall-01")
                .endsWith("hall-59", "nimbus-campus");
        assertThat(rows).anyMatch(row -> row.startsWith("2026-10,'" + FORMULA + ",mill,"));
        assertThat(page("olga", "/sites.csv?period=2026-10").lines().skip(1))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(",far-estate,"));
        assertThat(answer("rhona", "/sites.csv").getStatus()).isEqualTo(403);
    }

    @Test
    void the_api_gives_sites_in_the_order_of_the_page_part_by_part_and_to_their_readers_only() throws Exception {
        List<String> parts = new ArrayList<>();
        String next = "";
        do {
            JsonNode part = api(
                    "aoife",
                    "/api/v1/sites/figures?period=2026-10&limit=25" + (next.isEmpty() ? "" : "&after=" + next));
            parts.addAll(ids(part));
            next = part.get("next").asString();
        } while (!next.isEmpty());

        assertThat(parts)
                .hasSize(MANY + 2)
                .startsWith("mill", "hall-00")
                .endsWith("nimbus-campus")
                .doesNotHaveDuplicates();
        assertThat(ids(api("olga", "/api/v1/sites/figures?period=2026-10"))).containsExactly("far-estate");
    }

    @Test
    void the_api_takes_the_questions_of_the_pages() throws Exception {
        assertThat(ids(api("eamon", "/api/v1/meters?retired=true"))).containsExactly("IE-8007/heat");
        assertThat(ids(api("eamon", "/api/v1/meters?site=Far Estate&energy=gas&words=8100")))
                .containsExactly("IE-8100/gas");
        assertThat(ids(api("aoife", "/api/v1/meters?energy=gas"))).containsExactly("IE-9002/gas");
        assertThat(ids(api("aoife", "/api/v1/sites?owner=other-estate"))).containsExactly("far-estate");
        assertThat(ids(api("aoife", "/api/v1/sites?words=cork"))).containsExactly("far-estate", "mill");
        JsonNode unknown = Programs.json(programs().ask(programs().key("conor", "read"), "/api/v1/meters?site=mill"));
        assertThat(unknown.get("where").asString()).isEqualTo("site");
        assertThat(unknown.get("status").asInt()).isEqualTo(422);
    }

    @Test
    void members_come_by_their_ids_and_their_file_holds_no_formula() throws Exception {
        List<String> file = page("aoife", "/members.csv").lines().skip(1).toList();
        List<String> api = ids(api("aoife", "/api/v1/members?limit=200"));

        assertThat(api).isSorted().contains("mill-keeper");
        assertThat(file.stream().map(row -> row.split(",")[0])).containsExactlyElementsOf(api);
        assertThat(file).anyMatch(row -> row.startsWith("mill-keeper,'" + FORMULA + ","));
    }

    private void assertRefused(String login, String address, String words) throws Exception {
        MockHttpServletResponse answer = answer(login, address);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains(words, "aria-invalid=\"true\"", "<details class=\"more\" open");
    }

    private static String next(String page) {
        return NEXT.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .reduce((earlier, last) -> last)
                .orElseThrow();
    }

    private static List<String> meters(String page) {
        return IntStream.range(0, MANY)
                .mapToObj("IE-80%02d/heat"::formatted)
                .filter(id -> page.contains("href=\"/meters/" + id + '"'))
                .toList();
    }

    private static List<String> sites(String page) {
        return SITE.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> ids(JsonNode part) {
        return part.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private JsonNode api(String login, String address) throws Exception {
        return Programs.json(programs().ask(programs().key(login, "read"), address));
    }

    private Programs programs() {
        return new Programs(portal, visitors);
    }

    private String page(String login, String address) throws Exception {
        MockHttpServletResponse answer = answer(login, address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(String login, String address) throws Exception {
        return portal.perform(get(URI.create(address.replace(" ", "%20"))).session(visitors.signIn(login)))
                .andReturn()
                .getResponse();
    }
}
