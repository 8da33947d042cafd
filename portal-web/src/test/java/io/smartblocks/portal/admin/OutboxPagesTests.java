package io.smartblocks.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.outbox.Lane;
import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.outbox.OutboxLook;
import io.smartblocks.ledger.outbox.Receipt;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.Browser;
import io.smartblocks.portal.PageRules;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalSite
@DirtiesContext
class OutboxPagesTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Value("${smartblocks.data}")
    private Path data;

    @Test
    void a_refused_batch_waits_again_or_is_dropped_for_a_reason() throws Exception {
        Receipt first = refused();
        Receipt second = refused();
        assertThat(admin()).contains(first.toString()).contains("/admin/outbox/" + second + "/act/discard");

        decide(first, "retry", "", SiteFixture.PASSWORD).andExpect(status().is(422));
        decide(first, "retry", "The meter is registered now.", "guess").andExpect(status().is(422));
        assertThat(look().waiting()).isZero();

        decide(first, "retry", "The meter is registered now.", SiteFixture.PASSWORD)
                .andExpect(redirectedUrl("/admin"));
        assertThat(look().waiting()).isEqualTo(1);
        decide(second, "discard", "The meter was never there.", SiteFixture.PASSWORD)
                .andExpect(redirectedUrl("/admin"));
        assertThat(look().putAside()).extracting(aside -> aside.receipt()).doesNotContain(first, second);

        assertThat(jdbc.sql("select subject, outcome, reason from audit_entry where act = 'outbox'")
                        .query()
                        .listOfRows()
                        .toString())
                .contains("retry " + first, "The meter is registered now.", "discard " + second, "asked", "done");
        decide(second, "retry", "Once more.", SiteFixture.PASSWORD).andExpect(status().isNotFound());
        try (Outbox outbox = Outbox.open(directory(), clock)) {
            outbox.forward(ledger);
        }
        assertThat(look().putAside())
                .as("still not allowed")
                .extracting(aside -> aside.receipt())
                .contains(first);
    }

    @Test
    void the_page_with_refused_readings_breaks_no_rule() {
        Receipt first = refused();
        Receipt second = refused();
        try (Browser office = Browser.at("http://localhost:" + port)) {
            office.signIn("saoirse");
            office.complaints();
            for (String page : List.of("/admin", "/admin/outbox/" + first + "/act/discard")) {
                office.open(page);
                PageRules.breaksNone(office);
            }
            office.open("/admin");
            assertThat(office.texts("[aria-labelledby=out-h] tbody .sub"))
                    .as("the newest first")
                    .startsWith(second.toString(), first.toString());
        }
    }

    @Test
    void a_program_of_an_administrator_decides_too() throws Exception {
        Receipt first = refused();
        Receipt second = refused();
        String key = key();

        assertThat(portal.perform(get("/api/v1/outbox").header("Authorization", key))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains(first.toString(), second.toString());
        byProgram(key, first, "retry", " ").andExpect(status().is(422));
        byProgram(key, first, "retry", "Registered now.").andExpect(status().isNoContent());
        byProgram(key, second, "discard", "Never there.").andExpect(status().isNoContent());

        assertThat(look().putAside()).extracting(aside -> aside.receipt()).doesNotContain(first, second);
        byProgram(key, second, "retry", "Once more.").andExpect(status().isNotFound());
        assertThat(jdbc.sql("select who, subject, reason from audit_entry where act = 'outbox'")
                        .query()
                        .listOfRows()
                        .toString())
                .contains("saoirse", "discard " + second, "Never there.");
    }

    private String key() throws Exception {
        return "Bearer "
                + portal.perform(post("/account/keys")
                                .session(visitors.signIn("saoirse"))
                                .with(csrf())
                                .param("name", "outbox")
                                .param("scopes", "outbox:write")
                                .param(
                                        "lastDay",
                                        LocalDate.now(clock).plusDays(1).toString())
                                .param("password", SiteFixture.PASSWORD))
                        .andReturn()
                        .getFlashMap()
                        .get("secret");
    }

    private ResultActions byProgram(String key, Receipt receipt, String decision, String reason) throws Exception {
        return portal.perform(post("/api/v1/outbox/" + receipt + '/' + decision)
                .header("Authorization", key)
                .contentType("application/json")
                .content("{\"reason\":\"" + reason + "\"}"));
    }

    @Test
    void while_another_process_sends_nothing_is_decided() throws Exception {
        Receipt receipt = refused();

        try (Outbox open = Outbox.open(directory(), clock)) {
            String page = decide(receipt, "discard", "Away with it.", SiteFixture.PASSWORD)
                    .andExpect(status().is(422))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).contains("Another process sends").contains("Away with it.");
            assertThat(open.putAside()).isNotEmpty();
        }
    }

    @Test
    void only_administrators_are_asked() throws Exception {
        Receipt receipt = refused();
        String address = "/admin/outbox/" + receipt + "/act/retry";

        portal.perform(get(address).session(visitors.signIn("saoirse"))).andExpect(status().isOk());
        for (String other : Set.of("conor", "deirdre", "aoife", "eamon", "olga")) {
            portal.perform(get(address).session(visitors.signIn(other))).andExpect(status().isForbidden());
        }
    }

    /** A batch that the ledger refuses, since nobody knows who signs it. */
    private Receipt refused() {
        MemberId nobody = new MemberId("nobody-known");
        Transaction transaction = Transaction.sign(
                ledger.id(),
                new GrantRoles(nobody, Set.of(Role.OWNER)),
                new RequestKey("test/" + UUID.randomUUID()),
                clock.instant(),
                Signer.of(nobody, KeyPair.generate()));
        try (Outbox outbox = Outbox.open(directory(), clock)) {
            Receipt receipt = outbox.append(new Lane("IE-9001/import"), Batch.of(transaction));
            outbox.forward(ledger);
            return receipt;
        }
    }

    private Path directory() {
        return data.resolve("outbox");
    }

    private OutboxLook look() {
        return OutboxLook.at(directory());
    }

    private String admin() throws Exception {
        return portal.perform(get("/admin").session(visitors.signIn("saoirse")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions decide(Receipt receipt, String act, String reason, String password) throws Exception {
        return portal.perform(post("/admin/outbox/" + receipt + "/act/" + act)
                .session(visitors.signIn("saoirse"))
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("reason", reason)
                .param("password", password));
    }
}
