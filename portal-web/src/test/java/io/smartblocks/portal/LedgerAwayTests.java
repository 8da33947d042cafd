package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.templates.Templates;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A portal whose ledger stops answering: it says so, shows what it read before, and refuses only what needs the ledger. */
@PortalSite
@Import(LedgerAwayTests.Away.class)
@TestPropertySource(properties = {"spring.application.name=ledger-away", "smartblocks.sweep-every=1h"})
@DirtiesContext
class LedgerAwayTests {

    private static final AtomicBoolean AWAY = new AtomicBoolean();

    /** A line to the ledger that can be cut. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Away {
        @Bean
        static BeanPostProcessor cut() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Ledger ? cuttable(bean) : bean;
                }
            };
        }

        private static Object cuttable(Object ledger) {
            return Proxy.newProxyInstance(
                    Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                        if (AWAY.get() && !method.getName().equals("close")) {
                            throw LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the line is cut");
                        }
                        try {
                            return method.invoke(ledger, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }
    }

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private ReadModel model;

    @AfterEach
    void mend() {
        AWAY.set(false);
    }

    @ParameterizedTest
    @MethodSource("io.smartblocks.portal.LastingPages#all")
    void what_was_read_before_is_shown_with_its_time(String address) throws Exception {
        AWAY.set(true);

        assertThat(page(address))
                .contains("The ledger does not answer.", "You see what was read from it until", "Ledger away")
                .doesNotContain("Ledger in step", "??");
    }

    @Test
    void what_needs_the_ledger_is_refused_with_what_was_typed_and_done_once_it_is_back() throws Exception {
        AgreementId next = new AgreementId("campus-supply-next");
        Map<String, String> signature = Map.of(
                "version",
                "1.0",
                "textHash",
                model.agreements()
                        .agreement(next, "1.0")
                        .orElseThrow()
                        .proposal()
                        .textHash()
                        .value(),
                "once",
                "sign-once");
        AWAY.set(true);

        assertThat(page("/agreements/campus-supply-next/sign")).contains("The ledger does not answer.");
        assertThat(portal.perform(get("/states").session(visitors.signIn("conor")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(503);
        MockHttpServletResponse refused = submit("/agreements/campus-supply-next/sign", signature);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("role=\"alert\"");
        assertThat(page("/agreements/campus-supply"))
                .contains("The ledger does not answer now, so nothing can be stated.");
        MockHttpServletResponse paid = submit(
                RoutesTests.STATEMENT + "/act/paid?document=1",
                Map.of("amount", "1.00", "day", "2026-11-12", "reference", "SEPA-1"));
        assertThat(paid.getStatus()).isEqualTo(422);

        // a dry run on typed readings needs no ledger
        MockHttpServletResponse run = submit(
                "/editor/dry-run",
                Map.of(
                        "text",
                        Templates.find("time-of-use-supply").orElseThrow().sample(),
                        "day",
                        "2026-10-15",
                        "readings",
                        "Import Meter, 2026-10, 48640\nExport Meter, 2026-10, 1500"));
        assertThat(run.getStatus()).isEqualTo(200);
        assertThat(run.getContentAsString()).contains("A dry run of");

        AWAY.set(false);
        assertThat(model.agreements().agreement(next, "1.0").orElseThrow().state())
                .isInstanceOf(AgreementState.Proposed.class);
        assertThat(submit("/agreements/campus-supply-next/sign", signature).getStatus())
                .isEqualTo(302);
        assertThat(page("/agreements/campus-supply")).contains("Ledger in step").doesNotContain("Ledger away");
    }

    static Stream<FormFixture.Form> forms_that_need_the_ledger() {
        return FormFixture.forms().stream()
                .filter(form ->
                        form.address().matches("/(agreements|settlements|templates|editor|members|registry)/.*"))
                .filter(form -> !form.address().matches(".*/(dry-run|change|rate)\\b.*"))
                .filter(form -> !form.person().equals("admin"));
    }

    @ParameterizedTest
    @MethodSource("forms_that_need_the_ledger")
    void each_form_keeps_what_was_typed_and_says_that_nothing_was_done(FormFixture.Form form) throws Exception {
        AWAY.set(true);
        MockHttpServletRequestBuilder request = post(form.address())
                .session(visitors.signIn(form.person()))
                .with(csrf())
                .param("password", SiteFixture.PASSWORD)
                .param("once", UUID.randomUUID().toString());
        form.right().forEach(request::param);

        MockHttpServletResponse answer = portal.perform(request).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Nothing was done; try again later.");
        form.right()
                .forEach((field, typed) -> assertThat(new FormAnswer(page(answer)).keeps(field, typed))
                        .as(field)
                        .isTrue());
    }

    private static String page(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse submit(String address, Map<String, String> answers) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).session(visitors.signIn("conor")).with(csrf()).param("password", SiteFixture.PASSWORD);
        if (!answers.containsKey("once")) {
            request.param("once", UUID.randomUUID().toString());
        }
        answers.forEach(request::param);
        return portal.perform(request).andReturn().getResponse();
    }

    private String page(String address) throws Exception {
        return visitors.page(visitors.signIn("conor"), address);
    }
}
