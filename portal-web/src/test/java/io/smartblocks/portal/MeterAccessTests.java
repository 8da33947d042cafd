package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
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
}
