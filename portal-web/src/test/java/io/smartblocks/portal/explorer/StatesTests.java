package io.smartblocks.portal.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.member.Reach;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PortalSite
class StatesTests {

    private static final Pattern NEXT = Pattern.compile("href=\"(/states\\?[^\"]*after=[^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<th [^>]*><a class=\"wrap\" href=\"([^\"]+)\">([^<]+)</a>");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private StateWords words;

    @Test
    void an_auditor_meets_every_state_once_when_following_the_pages() throws Exception {
        assertThat(listed("eamon", "/states"))
                .containsExactlyElementsOf(ledger.states("").stream()
                        .map(entry -> entry.key().value())
                        .toList());
    }

    @Test
    void a_stranger_meets_no_state_of_the_agreements_and_meters_of_others() throws Exception {
        assertThat(listed("olga", "/states"))
                .isNotEmpty()
                .noneMatch(key -> key.matches("(agreement|settlement|settled|statement|readings|document|hold)/.*"));
    }

    @Test
    void filters_narrow_the_list_to_a_kind_a_meter_and_a_party() throws Exception {
        assertThat(listed("eamon", "/states?type=member")).isNotEmpty().allMatch(key -> key.startsWith("member/"));
        assertThat(listed("eamon", "/states?meter=IE-9001/import"))
                .contains("meter/IE-9001/import")
                .allMatch(key -> key.contains("IE-9001/import"));
        assertThat(listed("eamon", "/states?party=nimbus-campus&type=agreement"))
                .isNotEmpty()
                .allMatch(key -> key.startsWith("agreement/campus"));
        assertThat(listed("eamon", "/states?party=NOBODY%20at%20all")).isEmpty();
    }

    @Test
    void the_file_holds_what_the_filter_shows() throws Exception {
        String csv = answer("eamon", "/states.csv?type=meter");

        assertThat(csv.lines().skip(1))
                .hasSameSizeAs(ledger.states("meter/"))
                .allMatch(line -> line.startsWith("meter/"));
    }

    @Test
    void every_kind_of_state_on_this_site_is_said_in_words_and_has_a_page() throws Exception {
        for (StateEntry entry : ledger.states("")) {
            assertThat(words.of(Reach.nowhere(), entry.state()).all())
                    .as(entry.key().value())
                    .isNotEmpty()
                    .allMatch(pair -> !pair.words().startsWith("??"));
        }
        for (StandingState first : firstOfEachKind()) {
            assertThat(answer("eamon", StateAddress.of(first.key())))
                    .contains(first.key().value());
        }
    }

    private List<StandingState> firstOfEachKind() {
        return StateKinds.all().stream()
                .flatMap(kind -> ledger.standing(kind, kind + '0', 1).stream())
                .toList();
    }

    @Test
    void a_state_shows_each_version_with_what_changed() throws Exception {
        String key = ledger.states("agreement/campus-supply/").get(0).key().value();
        List<StateVersion> versions =
                ledger.history(ledger.states("agreement/campus-supply/").get(0).key());

        String page = answer("eamon", "/states/" + key);

        assertThat(versions).hasSizeGreaterThan(2);
        assertThat(page).contains("Version " + versions.size(), "<del>", "<ins>", "/transactions/");
    }

    @Test
    void a_difference_names_each_field_that_was_changed_added_or_left_out() {
        List<Pair> before = List.of(pair("Site", "Campus"), pair("Predictor", "A"), pair("Predictor", "B"));
        List<Pair> now = List.of(pair("Site", "Annexe"), pair("Predictor", "A"), pair("Last day", "1 May"));

        assertThat(StateChange.between(before, now))
                .containsExactly(
                        new StateChange("Site", "Campus", "Annexe"),
                        new StateChange("Last day", "", "1 May"),
                        new StateChange("Predictor", "B", ""));
    }

    private static Pair pair(String key, String words) {
        return new Pair(key, words, "");
    }

    private List<String> listed(String person, String address) throws Exception {
        List<String> keys = new ArrayList<>();
        String next = address;
        while (!next.isEmpty()) {
            String page = answer(person, next);
            LINK.matcher(page).results().forEach(found -> keys.add(found.group(2)));
            next = NEXT.matcher(page)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("");
        }
        return keys;
    }

    private String answer(String person, String address) throws Exception {
        return portal.perform(get(URI.create(address)).session(visitors.signIn(person)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
