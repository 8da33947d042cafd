package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every address, by each of those whom it answers with a page, on the narrowest phone. */
@PortalSite
class WidthTests {

    private static final int PHONE = 320;
    private static final List<String> PEOPLE =
            List.of("conor", "deirdre", "aoife", "rhona", "ultan", "brid", "eamon", "saoirse", "olga");
    /** What answers with a page: asked for, or told why not now. */
    private static final Set<Integer> SHOWN = Set.of(200, 409);

    private final int port;

    WidthTests(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"conor", "deirdre", "aoife", "rhona", "ultan", "brid", "eamon", "saoirse", "olga"})
    void no_page_scrolls_sideways_on_a_phone(String person) {
        try (Browser phone = Browser.at("http://localhost:" + port)) {
            phone.signIn(person);
            phone.width(PHONE);

            assertThat(pages(person)).isNotEmpty().allSatisfy(page -> {
                phone.open(page);
                assertThat(phone.overflow()).as(page).isZero();
            });
            assertThat(phone.complaints()).isEmpty();
        }
    }

    /** What depends on who looks at it, and a share of what everybody sees alike. */
    private static List<String> pages(String person) {
        int share = PEOPLE.indexOf(person);
        Stream<String> open = IntStream.range(0, RoutesTests.OPEN.size())
                .filter(place -> place % PEOPLE.size() == share)
                .mapToObj(RoutesTests.OPEN::get);
        Stream<String> work = person.equals("ultan")
                ? Stream.of(RoutesTests.OF_SITES, RoutesTests.OF_METERS).flatMap(List::stream)
                : Stream.of();
        Stream<String> own = RoutesTests.ANSWERS.entrySet().stream()
                .filter(route -> SHOWN.contains(route.getValue().get(person)))
                .map(route -> route.getKey());
        return Stream.of(open, work, own)
                .flatMap(routes -> routes)
                .filter(WidthTests::isPage)
                .sorted()
                .toList();
    }

    private static boolean isPage(String route) {
        return !route.matches(".*(\\.(csv|xlsx|pdf|xml).*|/pdf|/api-docs|/events|/headers/\\d+)");
    }
}
