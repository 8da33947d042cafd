package io.smartblocks.portal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.FormFixture.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Each form of the portal with each of its fields wrong: told at the field and in the summary, and all that was typed kept. */
@PortalSite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

    /** Where those forms are tried that ask for no words, or need more than stands on the small site. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("/agreements/{id}/sign", "agreement.SigningTests"),
            entry("/agreements/{id}/statements/{what}", "agreement.StatedFactTests"),
            entry("/editor", "editor.ProposeTextTests"),
            entry("/editor/diagnostics", "editor.EditorAnswerTests"),
            entry("/editor/completion", "editor.EditorAnswerTests"),
            entry("/editor/hover", "editor.EditorAnswerTests"),
            entry("/editor/format", "editor.EditorAnswerTests"),
            entry("/editor/outline", "editor.EditorAnswerTests"),
            entry("/editor/colours", "editor.EditorAnswerTests"),
            entry("/editor/scenarios", "editor.EditorAnswerTests"),
            entry("/templates/{id}/text", "template.TemplateFormTests"),
            entry("/templates/{id}/example", "template.ExampleTests"),
            entry("/readings", "UploadTests"),
            entry("/readings/{id}", "UploadTests"),
            entry("/runs", "runs.RunPagesTests"),
            entry("/verify", "verify.VerifyTests"),
            entry("/audit/check", "audit.AuditPageTests"),
            entry("/admin/outbox/{receipt}/act/{key}", "admin.OutboxPagesTests"),
            entry("/account/password", "admin.AdminPagesTests"),
            entry("/account/membership/join", "members.ApplyPagesTests"),
            entry("/account/keys/{id}/revoke", "api.KeyPageTests"),
            entry("/account/webhooks/{id}", "api.hook.HookPageTests"),
            entry("/account/webhooks/{id}/deliveries/{delivery}", "api.hook.HookPageTests"),
            entry("/registry/values/{key}", "registry.RegistryPagesTests"),
            entry("/registry/values/{key}/look", "registry.RegistryPagesTests"),
            entry("/theme", "account.SignInTests"),
            entry("/language", "LanguagePagesTests"),
            entry("/login/slow", "account.SignInTests"),
            entry("/login/lost", "account.SessionTests"));

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<String, MockHttpSession> sessions = new HashMap<>();

    @Test
    void every_form_is_tried_here_or_where_it_is_said() throws ClassNotFoundException {
        List<PathContainer> here = FormFixture.forms().stream()
                .map(form -> PathContainer.parsePath(form.address().replaceAll("\\?.*", "")))
                .toList();
        assertThat(mappings.getHandlerMethods().keySet().stream()
                        .filter(mapping ->
                                mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .filter(pattern -> !pattern.startsWith("/api/") && !ELSEWHERE.containsKey(pattern))
                        .filter(pattern ->
                                here.stream().noneMatch(PathPatternParser.defaultInstance.parse(pattern)::matches)))
                .isEmpty();
        for (String test : ELSEWHERE.values()) {
            assertThat(Class.forName("io.smartblocks.portal." + test)).isNotNull();
        }
    }

    static Stream<Arguments> wrong_answers() {
        return FormFixture.forms().stream()
                .flatMap(form -> form.wrong().entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> Arguments.of(form.address(), field.getKey(), value))));
    }

    @ParameterizedTest(name = "{0}: {1} as “{2}”")
    @MethodSource("wrong_answers")
    void each_field_of_each_form_tells_what_is_wrong_and_keeps_what_was_typed(
            String address, String field, String value) throws Exception {
        Form form = form(address);
        Map<String, String> answers = new LinkedHashMap<>(form.right());
        answers.put(field, value);
        long before = ledger.height();

        MockHttpServletResponse answer = submit(form, answers, password(form));
        String page = answer.getContentAsString();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page).contains("role=\"alert\" tabindex=\"-1\" data-focus", "href=\"#" + field + '"');
        assertThat(page).contains("id=\"" + field + "-error\"").doesNotContain("??");
        assertThat(new FormAnswer(page).tag(field)).contains("aria-invalid=\"true\"", field + "-error");
        answers.forEach((name, typed) -> assertThat(new FormAnswer(page).keeps(name, typed))
                .as("%s keeps what was typed", name)
                .isTrue());
        assertThat(ledger.height()).isEqualTo(before);
    }

    static Stream<String> addresses() {
        return FormFixture.forms().stream()
                .map(Form::address)
                .filter(address -> !address.matches(".*/(dry-run|change)\\b.*"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_password_that_is_missing_or_wrong_is_told_at_its_field_and_never_sent_back(String address) throws Exception {
        Form form = form(address);
        MockHttpServletResponse missing = submit(form, form.right(), "");

        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString()).contains("href=\"#password\"", "id=\"password-error\"");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void every_field_of_a_form_has_help_or_limits(String address) throws Exception {
        Form form = form(address);
        String page =
                submit(form, Map.of("text", FormFixture.TEMPLATE.sample()), "").getContentAsString();

        List<String> bare = new ArrayList<>();
        Pattern.compile("<(?:input|select|textarea)\\b[^>]*\\bid=\"([^\"]+)\"[^>]*>")
                .matcher(page)
                .results()
                .filter(field -> !field.group(1).equals("q"))
                // what can be ticked is explained once for all, and by its own words
                .filter(field -> !field.group().contains("type=\"checkbox\""))
                .filter(field -> !field.group().matches("(?s).*aria-describedby=\"[^\"]*-(help|lim)\\b.*"))
                .forEach(field -> bare.add(field.group(1)));
        assertThat(bare).isEmpty();
    }

    @Test
    void a_form_that_is_sent_twice_is_done_once_and_the_way_back_leads_to_what_stands() throws Exception {
        Form form = new Form("/editor/propose", "conor", form("/editor/propose").right(), Map.of());
        Map<String, String> answers = new LinkedHashMap<>(form.right());
        answers.put(
                "text", FormFixture.TEMPLATE.sample().replaceFirst("contract \"[^\"]*\"", "contract \"Sent twice\""));
        answers.put("once", UUID.randomUUID().toString());

        assertThat(submit(form, answers, password(form)).getStatus()).isEqualTo(302);
        long height = ledger.height();
        assertThat(submit(form, answers, password(form)).getStatus()).isEqualTo(302);
        assertThat(ledger.height()).isEqualTo(height);

        // the browser's way back shows the form of before, with the request that it was made for
        String hash = io.smartblocks.ledger.proof.Hash.of(answers.get("text")).value();
        Form sign = new Form("/agreements/sent-twice/sign", "conor", Map.of(), Map.of());
        Map<String, String> signature = Map.of("version", "1.0", "textHash", hash, "once", "first");
        assertThat(clickedTwice(sign, signature)).containsExactly(302, 302);
        long signed = ledger.height();
        assertThat(signed).isEqualTo(height + 1);
        assertThat(submit(sign, signature, SiteFixture.PASSWORD).getStatus()).isEqualTo(302);
        assertThat(submit(sign, Map.of("version", "1.0", "textHash", hash, "once", "second"), SiteFixture.PASSWORD)
                        .getStatus())
                .isEqualTo(302);
        assertThat(ledger.height()).isEqualTo(signed);
        assertThat(portal.perform(get("/agreements/sent-twice/sign").session(visitors.signIn("conor")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    /** Sends a form twice at the same moment. */
    private List<Integer> clickedTwice(Form form, Map<String, String> answers) throws Exception {
        session(form);
        Callable<Integer> click =
                () -> submit(form, answers, SiteFixture.PASSWORD).getStatus();
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            List<Integer> seen = new ArrayList<>();
            for (Future<Integer> answer : hands.invokeAll(List.of(click, click))) {
                seen.add(answer.get());
            }
            return seen;
        } finally {
            hands.shutdown();
        }
    }

    private MockHttpSession session(Form form) throws Exception {
        if (!sessions.containsKey(form.person())) {
            sessions.put(form.person(), visitors.signIn(form.person(), password(form)));
        }
        return sessions.get(form.person());
    }

    private String password(Form form) throws IOException {
        return form.person().equals("admin") ? visitors.registrarPassword() : SiteFixture.PASSWORD;
    }

    private static Form form(String address) {
        return FormFixture.forms().stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse submit(Form form, Map<String, String> answers, String password) throws Exception {
        MockHttpServletRequestBuilder request =
                post(form.address()).session(session(form)).with(csrf()).param("password", password);
        if (!answers.containsKey("once")) {
            request.param("once", UUID.randomUUID().toString());
        }
        answers.forEach(request::param);
        return portal.perform(request).andReturn().getResponse();
    }
}
