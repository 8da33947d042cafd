package io.smartblocks.portal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PortalSite
class ExampleTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    static Stream<String> templates() {
        return Templates.all().stream().map(Template::id);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_template_has_an_example_that_the_engine_works_out(String id) throws Exception {
        assertThat(page("/templates/" + id + "/example"))
                .contains("The template, filled in", "A dry run of", "On the readings that you typed", "given ")
                .doesNotContain("It would not be settled yet", "Nothing was run", "??");
    }

    @Test
    void the_example_of_a_supply_comes_to_what_its_scenario_expects() throws Exception {
        assertThat(page("/templates/time-of-use-supply/example")).contains("10,414.59", "0.1974 EUR per kWh");
    }

    @Test
    void the_gallery_shows_a_promise_of_each_template_and_leads_to_its_example() throws Exception {
        String gallery = page("/templates");

        for (Template template : Templates.all()) {
            assertThat(gallery).contains("/templates/" + template.id() + "/example");
        }
        assertThat(gallery).contains("Client shall pay Day Energy × Day Price to Supplier");
    }

    private String page(String address) throws Exception {
        var answer = portal.perform(get(address).session(visitors.signIn("deirdre")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
