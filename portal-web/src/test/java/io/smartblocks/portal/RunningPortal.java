package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.member.MemberKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A portal on Fabric, started as an organisation does that has a directory and a profile. */
record RunningPortal(ConfigurableApplicationContext server, MockMvc mvc, Visitors visitors) implements AutoCloseable {

    /** Starts the portal of an organisation's directory. */
    static RunningPortal start(Path organisation) {
        ConfigurableApplicationContext server = SmartBlocksApplication.start(new ServeOptions(
                data(organisation),
                0,
                false,
                LedgerChoice.of("fabric", Optional.of(profile(organisation))),
                Optional.empty(),
                Optional.empty()));
        DefaultMockMvcBuilder pages = MockMvcBuilders.webAppContextSetup((WebApplicationContext) server);
        MockMvc mvc = pages.apply(springSecurity()).build();
        return new RunningPortal(server, mvc, new Visitors(mvc, data(organisation)));
    }

    static Path data(Path organisation) {
        return organisation.resolve("site");
    }

    static Path profile(Path organisation) {
        return organisation.resolve("esco.profile");
    }

    Accounts accounts() {
        return server.getBean(Accounts.class);
    }

    ReadModel model() {
        return server.getBean(ReadModel.class);
    }

    private Ledger ledger() {
        return server.getBean(Ledger.class);
    }

    /** Fills the ledger, which this portal founded, with the small site. */
    void fill() throws IOException, InterruptedException {
        new SiteFixture(
                        ledger(),
                        accounts(),
                        server.getBean(MemberKeys.class),
                        server.getBean(Clock.class),
                        visitors.registrarPassword())
                .build();
        upTo(this);
    }

    /** Waits until this portal shows all that another has on its ledger. */
    void upTo(RunningPortal other) throws InterruptedException {
        assertThat(model().awaitHeight(other.ledger().height(), Duration.ofMinutes(3)))
                .isTrue();
    }

    MockHttpSession admin() throws Exception {
        return visitors.registrar();
    }

    /** The session of a person whose account this portal has, or opens now. */
    MockHttpSession person(String login) throws Exception {
        if (accounts().known(login).isEmpty()) {
            accounts()
                    .open(
                            new Account(login, "Person " + login, Role.OWNER, Optional.empty(), Optional.empty()),
                            SiteFixture.PASSWORD);
        }
        return visitors.signIn(login);
    }

    String page(MockHttpSession session, String address) throws Exception {
        return visitors.page(session, address);
    }

    int health() throws Exception {
        return answered("/actuator/health");
    }

    int readiness() throws Exception {
        return answered("/actuator/health/readiness");
    }

    private int answered(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse().getStatus();
    }

    /** A person asks to become a member, with a key of this portal. */
    ResultActions applies(MockHttpSession person, String id, String organisation, String role) throws Exception {
        return mvc.perform(post("/account/membership")
                .session(person)
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("id", id)
                .param("name", "Nora")
                .param("organisation", organisation)
                .param("role-" + role, "on")
                .param("password", SiteFixture.PASSWORD));
    }

    /** The registrar, whose key this portal has, admits an applicant. */
    void admits(String member, String role) throws Exception {
        mvc.perform(post("/members/" + member + "/act/approve")
                        .session(admin())
                        .with(csrf())
                        .param("once", UUID.randomUUID().toString())
                        .param("reason", "We looked at it.")
                        .param("role-" + role, "on")
                        .param("password", visitors.registrarPassword()))
                .andExpect(redirectedUrl("/members/" + member));
    }

    @Override
    public void close() {
        server.close();
    }
}
