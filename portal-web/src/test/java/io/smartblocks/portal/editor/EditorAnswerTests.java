package io.smartblocks.portal.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
class EditorAnswerTests {

    private static final String TEXT = "party Käufer is \"K\".\nclause 1 \"X\": Käufer shall pay 5 EUR to ";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    private ResultActions ask(String person, String question, String text, int caret) throws Exception {
        return portal.perform(post("/editor/" + question)
                .session(visitors.signIn(person))
                .with(csrf())
                .param("text", text)
                .param("caret", String.valueOf(caret)));
    }

    @Test
    void the_heading_says_what_is_written() throws Exception {
        MockHttpSession conors = visitors.signIn("conor");

        assertThat(visitors.page(conors, "/editor")).contains("<h1>Write a text</h1>");
        assertThat(visitors.page(conors, "/editor?amends=campus-supply&version=1.0"))
                .contains("<h1>Write the next version</h1>");
        assertThat(visitors.page(conors, "/editor?changes=campus-supply-next&version=1.0"))
                .contains("<h1>Change a proposed text</h1>");
    }

    @Test
    void faults_carry_their_place_and_how_to_mend_them() throws Exception {
        ask("deirdre", "diagnostics", "party Käufer is \"K\"", 0)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[?(@.code == 'E0102')].mend.words").value("."))
                .andExpect(jsonPath("$.faults[?(@.code == 'E0102')].start").value(19))
                .andExpect(jsonPath("$.faults[?(@.code == 'E0102')].line").value(1));
    }

    @Test
    void completion_hover_outline_and_layout_come_from_the_same_service() throws Exception {
        ask("conor", "completion", TEXT, TEXT.length())
                .andExpect(jsonPath("$[0].label").value("Käufer"));
        ask("conor", "hover", TEXT, 8).andExpect(jsonPath("$[0].heading").value("Käufer, a party"));
        ask("conor", "outline", TEXT + "Käufer at settlement.", 0)
                .andExpect(jsonPath("$[*].name", hasItem("clause 1")));
        ask("conor", "format", "party   Käufer is \"K\".\n", 0)
                .andExpect(jsonPath("$.changes[0].words").value(" "))
                .andExpect(jsonPath("$.problem").value(""));
        ask("conor", "format", "party party.", 0).andExpect(jsonPath("$.problem", containsString("cannot be read")));
    }

    @Test
    void colours_are_counted_from_word_to_word() throws Exception {
        ask("deirdre", "colours", "party Buyer is \"B\".\nclause 1 \"X\": Buyer shall pay 5 EUR to Buyer.", 0)
                .andExpect(jsonPath("$.kinds[0]").value("keyword"))
                .andExpect(jsonPath("$.kinds[1]").value("party"))
                .andExpect(jsonPath("$.words[0]").value(0))
                .andExpect(jsonPath("$.words[1]").value(5))
                .andExpect(jsonPath("$.words[2]").value(0))
                .andExpect(jsonPath("$.words[3]").value(1))
                .andExpect(jsonPath("$.words[4]").value(5))
                .andExpect(jsonPath("$.words[5]").value(1))
                .andExpect(jsonPath("$.headings[0]").value(20))
                .andExpect(jsonPath("$.headings[1]").value(32));
        ask("deirdre", "colours", "", 0).andExpect(jsonPath("$.words").isEmpty());
    }

    @Test
    void scenarios_that_cannot_be_run_say_why() throws Exception {
        ask("deirdre", "scenarios", TEXT, 0)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scenarios").isEmpty())
                .andExpect(jsonPath("$.problem").isNotEmpty());
    }

    @Test
    void the_page_names_its_modules_under_a_number_of_its_own() throws Exception {
        assertThat(number()).hasSize(22).isNotEqualTo(number());
    }

    private String number() throws Exception {
        MockHttpServletResponse page = portal.perform(get("/editor").session(visitors.signIn("deirdre")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        String number =
                page.getContentAsString().replaceAll("(?s).*<script type=\"importmap\" nonce=\"([^\"]*)\".*", "$1");
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-" + number + "'", "style-src 'self' 'nonce-" + number + "'");
        return number;
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagnostics", "completion", "hover", "format", "outline", "colours", "scenarios"})
    void only_those_who_draw_up_agreements_may_ask_and_never_without_their_token(String question) throws Exception {
        ask("aoife", question, TEXT, 0).andExpect(status().isForbidden());
        portal.perform(post("/editor/" + question)
                        .session(visitors.signIn("deirdre"))
                        .param("text", TEXT)
                        .param("caret", "0"))
                .andExpect(status().isForbidden());
        portal.perform(post("/editor/" + question)
                        .with(csrf())
                        .param("text", TEXT)
                        .param("caret", "0"))
                .andExpect(status().isFound());
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_a_place_outside_is_taken_inside() throws Exception {
        ask("deirdre", "diagnostics", "x".repeat(EditorLimits.MOST_CHARACTERS + 1), 0)
                .andExpect(status().isContentTooLarge());
        ask("deirdre", "completion", TEXT, 99_999).andExpect(status().isOk());
        ask("deirdre", "hover", TEXT, -4).andExpect(status().isOk());
    }

    @Test
    void who_asks_too_much_at_once_is_told_to_wait() throws Exception {
        EditorLimits limits = new EditorLimits();
        int[] answered = {0};
        assertThat(deep(limits, 2, answered)).isTrue();
        assertThat(answered[0]).isEqualTo(2);
        ask("deirdre", "diagnostics", "x".repeat(EditorLimits.MOST_CHARACTERS + 1), 0)
                .andExpect(header().string("Retry-After", "1"));
    }

    /** Questions within questions hold their places, as questions at the same time do. */
    private static boolean deep(EditorLimits limits, int depth, int[] answered) {
        return limits.answer("deirdre", "text", () -> {
            answered[0]++;
            return depth == 1 || deep(limits, depth - 1, answered);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "format", "save", "scenarios"})
    void each_button_works_without_script(String button) throws Exception {
        portal.perform(post("/editor")
                        .session(visitors.signIn("deirdre"))
                        .with(csrf())
                        .param("do", button)
                        .param("text", "party   Käufer is \"K\".\r\nPrice is 5 kWh + 3 EUR.\r\n"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                button.equals("check") || button.equals("scenarios")
                                        ? "E0301"
                                        : button.equals("format") ? "party Käufer" : "party   Käufer is \"K\".\n")));
    }
}
