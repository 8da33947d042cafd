package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.member.Submitting;
import io.smartblocks.runtime.run.ProposalOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;

@PortalSite
@DirtiesContext
class MeterAccessTests {

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private MemberKeys keys;

    @Autowired
    private Submitting submitting;

    @Test
    void a_proposal_that_names_a_meter_shows_its_readings_to_nobody_new() throws Exception {
        String text = AgreementFixture.text("A stranger's supply");
        ProposeAgreement proposal = ProposalOf.text(
                new AgreementId("strangers-supply"),
                text,
                AgreementFixture.agreement(text),
                Map.of("Supplier", SiteFixture.HARBOUR, "Client", SiteFixture.STRANGER));
        Signer olga = keys.open(SiteFixture.OLGA, SiteFixture.PASSWORD).orElseThrow();
        assertThat(submitting.submit(olga, List.of(proposal))).isInstanceOf(Submission.Committed.class);

        String meter = "/meters/" + MeterFixture.IMPORT;
        portal.perform(get(meter).session(visitors.signIn("aoife"))).andExpect(status().isOk());
        portal.perform(get(meter).session(visitors.signIn("olga"))).andExpect(status().isNotFound());
        portal.perform(get("/agreements/strangers-supply").session(visitors.signIn("olga")))
                .andExpect(status().isOk());
    }

    @Test
    void an_owner_sees_the_other_meters_of_its_site_and_a_supplier_only_those_that_are_named() throws Exception {
        String unnamed = "/meters/" + MeterFixture.GAS;
        for (String login : List.of("aoife", "eamon", "saoirse")) {
            portal.perform(get(unnamed).session(visitors.signIn(login))).andExpect(status().isOk());
            portal.perform(get("/meters").session(visitors.signIn(login)))
                    .andExpect(content().string(containsString(unnamed)));
        }
        for (String login : List.of("conor", "deirdre")) {
            portal.perform(get(unnamed).session(visitors.signIn(login))).andExpect(status().isNotFound());
            portal.perform(get("/meters").session(visitors.signIn(login)))
                    .andExpect(content().string(not(containsString(unnamed))))
                    .andExpect(content().string(containsString("/meters/" + MeterFixture.IMPORT)));
        }
    }

    @Test
    void the_lists_of_meters_and_sites_go_on_behind_a_key() throws Exception {
        portal.perform(get("/meters")
                        .param("after", MeterFixture.EXPORT.value())
                        .session(visitors.signIn("aoife")))
                .andExpect(content().string(not(containsString("/meters/" + MeterFixture.EXPORT))))
                .andExpect(content().string(containsString("/meters/" + MeterFixture.GAS)));
        portal.perform(get("/sites").session(visitors.signIn("aoife")))
                .andExpect(content().string(containsString("/sites/nimbus-campus")));
        portal.perform(get("/sites").param("after", "nimbus-campus").session(visitors.signIn("aoife")))
                .andExpect(content().string(not(containsString("/sites/nimbus-campus\""))));
    }
}
