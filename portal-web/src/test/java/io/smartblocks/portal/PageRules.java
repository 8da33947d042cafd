package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;

/** What every page keeps, on a phone and on a desk, in the light and in the dark. */
public final class PageRules {

    private static final int[] WIDTHS = {360, 1280};
    private static final List<String> THEMES = List.of("light", "dark");

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The only rules that a theme can break: it changes colours and nothing else. */
    private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

    private static final int SECONDS = 120;

    private PageRules() {}

    /** Looks at the open page at each width and in each theme, and leaves it as wide as a desk. */
    public static void breaksNone(Browser browser) {
        for (int width : WIDTHS) {
            browser.width(width);
            THEMES.forEach(browser::show);
            assertThat(browser.overflow())
                    .as("pixels to scroll sideways at %d", width)
                    .isZero();
        }
        // before axe, which breaks the policy itself
        assertThat(browser.complaints()).isEmpty();
        // a bar that stays on top covers nothing of a page that has not been scrolled
        browser.driver().executeScript("window.scrollTo(0, 0)");
        for (int width : WIDTHS) {
            browser.width(width);
            browser.show("light");
            assertThat(violations(browser, new AxeBuilder().withTags(RULES)))
                    .as("light, at %d", width)
                    .isEmpty();
            browser.show("dark");
            assertThat(violations(browser, new AxeBuilder().withOnlyRules(COLOUR_RULES)))
                    .as("dark, at %d", width)
                    .isEmpty();
        }
        browser.complaints();
    }

    /** Looks whether the open page fits each width in the light, and says nothing in the console. */
    public static void fits(Browser browser) {
        for (int width : WIDTHS) {
            browser.width(width);
            assertThat(browser.overflow())
                    .as("pixels to scroll sideways at %d", width)
                    .isZero();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> violations(Browser browser, AxeBuilder axe) {
        Results results = axe.setLegacyMode(true).setTimeout(SECONDS).analyze(browser.driver());
        return results.getViolations().stream().map(PageRules::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + ' '
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
