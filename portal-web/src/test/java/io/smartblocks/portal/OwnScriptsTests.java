package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;

/** No page loads many lines of own script. */
@PortalSite
class OwnScriptsTests {

    private static final long MOST_LINES = 300;
    private static final Pattern OWN = Pattern.compile("<script[^>]* src=\"(/look/[a-z]+\\.js)");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/help",
                "/editor",
                "/blocks/1",
                "/meters/IE-9001/import",
                "/sites/nimbus-campus",
                "/templates/time-of-use-supply",
                "/agreements/campus-supply-next/sign",
                RoutesTests.STATEMENT
            })
    void a_page_loads_at_most_three_hundred_lines(String address) throws Exception {
        String page = portal.perform(get(address).session(visitors.signIn("conor")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> scripts =
                OWN.matcher(page).results().map(found -> found.group(1)).toList();
        long lines = 0;
        for (String script : scripts) {
            lines += new ClassPathResource("static" + script)
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .count();
        }

        assertThat(scripts).contains("/look/portal.js");
        assertThat(lines).as("%s of %s", scripts, address).isLessThanOrEqualTo(MOST_LINES);
    }
}
