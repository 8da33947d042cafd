package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MockMvc;

/** No page loads many lines of own script. */
@PortalSite
class OwnScriptsTests {

    private static final long MOST_LINES = 300;
    private static final long MOST_LINES_OF_EDITOR = 360;
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
        List<Resource> scripts = OWN.matcher(page)
                .results()
                .<Resource>map(found -> new ClassPathResource("static" + found.group(1)))
                .toList();

        assertThat(scripts).contains(new ClassPathResource("static/look/portal.js"));
        assertThat(lines(scripts)).as("%s of %s", scripts, address).isLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void the_editor_consists_of_a_few_small_modules() throws Exception {
        PathMatchingResourcePatternResolver all = new PathMatchingResourcePatternResolver();
        List<Resource> modules = new ArrayList<>(List.of(all.getResources("classpath:static/look/editor/*.js")));
        modules.add(new ClassPathResource("static/look/editor.js"));

        assertThat(lines(modules)).isLessThanOrEqualTo(MOST_LINES_OF_EDITOR);
    }

    private static long lines(List<Resource> scripts) throws IOException {
        long lines = 0;
        for (Resource script : scripts) {
            lines += script.getContentAsString(StandardCharsets.UTF_8).lines().count();
        }
        return lines;
    }
}
