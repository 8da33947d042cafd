package io.smartblocks.portal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalFiguresTests {

    private static Answer page(String address, long millis) {
        return new Answer(address, 200, true, Duration.ofMillis(millis).toNanos(), 12_345);
    }

    @Test
    void shares_are_taken_by_rank_and_the_slowest_kind_of_page_comes_first() {
        List<Answer> answers = new ArrayList<>();
        for (int millis = 1; millis <= 100; millis++) {
            answers.add(page("/meters/IE-" + millis + "/import", millis));
        }
        answers.add(page("/", 500));

        ProcessorTimes processor = new ProcessorTimes();
        processor.add("/", Duration.ofMillis(40).toNanos());
        processor.add("/", Duration.ofMillis(20).toNanos());
        processor.add("/meters/*/import", Duration.ofMillis(3).toNanos());
        PortalFigures figures = PortalFigures.of(answers, Duration.ofSeconds(2), processor);

        assertThat(figures.pages()).isEqualTo(101);
        assertThat(figures.pagesPerSecond()).isEqualTo(50);
        assertThat(figures.all().processorMicros()).isEqualTo(21_000);
        assertThat(figures.routes())
                .containsExactly(
                        new PortalFigures.Times("/", 1, 500, 500, 500, 500, 30_000, 12),
                        new PortalFigures.Times("/meters/*/import", 100, 50, 95, 99, 100, 3_000, 12));
    }

    @Test
    void what_was_refused_is_told_by_kind_and_a_file_is_no_page() {
        List<Answer> answers = List.of(
                new Answer("/agreements/bench-1/sign?version=1.0", 403, true, 1, 1),
                new Answer("/agreements/bench-2/sign", 403, true, 1, 1),
                new Answer("/agreements/bench-2/pdf", 200, false, 1, 1));

        PortalFigures figures = PortalFigures.of(answers, Duration.ofSeconds(1), new ProcessorTimes());

        assertThat(figures.pages()).isZero();
        assertThat(figures.refusals()).containsExactly(Map.entry("403 /agreements/*/sign", 2L));
    }

    @Test
    void links_of_the_menu_and_of_what_is_shown_lead_on_but_files_do_not() {
        Links links = Links.of(
                "/",
                "<nav><a href='/meters'>Meters</a><a href='https://example.org'>Away</a></nav>"
                        + "<main><a href='/states?kind=meter&amp;after=3#top'>More</a><a href='/meters.csv?kind=a'>CSV</a>"
                        + "<a href='/transactions/ab/proof'>Proof</a></main><footer><a href='/help'>Help</a></footer>");

        assertThat(links.menu()).containsExactly("/meters", "/help");
        assertThat(links.shown()).containsExactly("/states?kind=meter&after=3");
    }
}
