package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.run.ProposalOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What the pages of an agreement and of a statement say in each state of their lives, on a site of their own. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=life-pages")
@DirtiesContext
class LifePagesTests {

    private static final AgreementId LIFE = new AgreementId("campus-life");
    private static final String VERSION = "1.0";
    private static final SettlementId SETTLED =
            new SettlementId(new AgreementId("campus-supply"), "Billing Month", MeterFixture.FROM, 0);

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Stating stating;

    @Autowired
    private ReadModel model;

    @Test
    void an_agreement_is_told_in_each_state_of_its_life() throws Exception {
        String text = AgreementFixture.text("Nimbus Campus life");
        comeIntoForce(propose(text));

        propose(amended(text));
        assertThat(agreement()).contains("In force", "Version 1.1 is proposed to take its place from 1 December 2026");
        assertThat(page("/agreements/campus-life?version=1.1"))
                .contains("Settled by this version from 1 December 2026");
        assertThat(page("/agreements")).contains("/agreements/campus-life").doesNotContain("campus-life?version");
        assertThat(page("/waiting")).contains("/agreements/campus-life/sign?version=1.1");

        assertThat(page("/agreements/campus-life/versions?from=1.0&to=1.1"))
                .contains("From version 1.0 to version 1.1", "<ins>", "1 December 2026");

        stating.as(SiteFixture.CONOR, new WithdrawAgreement(LIFE, "1.1", "Too early."));
        assertThat(agreement()).contains("In force").doesNotContain("is proposed to take its place");
        assertThat(page("/agreements/campus-life?version=1.1"))
                .contains("Nothing is settled under a text that was taken back");

        stating.as(SiteFixture.CONOR, new SuspendAgreement(LIFE, VERSION, "The campus is rebuilt."));
        assertThat(agreement()).contains("Harbour Energy Services Ltd asks to suspend it: The campus is rebuilt.");
        stating.as(SiteFixture.AOIFE, new SuspendAgreement(LIFE, VERSION, "The campus is rebuilt."));
        assertThat(agreement())
                .contains("Nothing is settled while it is suspended")
                .doesNotContain("asks to suspend");
        stating.as(SiteFixture.CONOR, new ResumeAgreement(LIFE, VERSION, "It is done."));
        stating.as(SiteFixture.AOIFE, new ResumeAgreement(LIFE, VERSION, "It is done."));

        LocalDate last = LocalDate.of(2026, 12, 31);
        stating.as(SiteFixture.CONOR, new TerminateAgreement(LIFE, VERSION, last, Optional.empty(), "Sold."));
        assertThat(agreement()).contains("asks to end it on 31 December 2026: Sold.");
        stating.as(SiteFixture.AOIFE, new TerminateAgreement(LIFE, VERSION, last, Optional.empty(), "Sold."));
        assertThat(agreement()).contains("Ends 31 Dec", "Ends on 31 December 2026. Stated by Nimbus Campus DAC: Sold.");
    }

    @Test
    void a_replaced_version_names_the_one_that_is_settled_now() throws Exception {
        AgreementId id = new AgreementId("campus-replaced");
        String text = AgreementFixture.text("Nimbus Campus replaced");
        comeIntoForce(propose(id, text));
        comeIntoForce(propose(id, amended(text)));

        assertThat(page("/agreements/campus-replaced?version=1.0"))
                .contains("In force until 30 November 2026", "Version 1.1 is settled now.");
        assertThat(page("/agreements/campus-replaced")).contains("Version 1.1, in force");
    }

    @Test
    void a_statement_tells_who_paid_and_who_disputes() throws Exception {
        assertThat(page(RoutesTests.STATEMENT)).contains("Waiting for payment").doesNotContain("Disputed by");

        BigDecimal owed = model.settlements()
                .of(SETTLED.agreement())
                .get(0)
                .settlement()
                .summary()
                .payables()
                .get(0)
                .amount();
        LocalDate day = LocalDate.of(2026, 11, 12);
        stating.as(SiteFixture.CONOR, new RecordPayment(SETTLED, 1, BigDecimal.ONE, day, "SEPA-1"));
        assertThat(page(RoutesTests.STATEMENT)).contains("still to be paid", "paid on 12 November 2026", "SEPA-1");
        stating.as(SiteFixture.CONOR, new ReversePayment(SETTLED, 1, "SEPA-1", "Returned by the bank."));
        assertThat(page(RoutesTests.STATEMENT))
                .contains("was taken back", "Returned by the bank.", "Waiting for payment");

        stating.as(SiteFixture.AOIFE, new DisputeSettlement(SETTLED, List.of("90"), "The log is missing."));
        assertThat(page(RoutesTests.STATEMENT))
                .contains("Disputed by Nimbus Campus DAC, clause 90", "The log is missing.");
        stating.as(
                SiteFixture.AOIFE,
                new ResolveDispute(SETTLED, SiteFixture.NIMBUS, ResolveDispute.Verdict.WITHDRAWN, "It was found."));
        stating.as(SiteFixture.CONOR, new RecordPayment(SETTLED, 1, owed, day, "SEPA-2"));
        assertThat(page(RoutesTests.STATEMENT))
                .contains("Dispute withdrawn", "Paid on 12 November 2026")
                .doesNotContain("Waiting for payment");
    }

    private static String amended(String text) {
        return text.replaceFirst("version 1\\.0 from template", "version 1.1 from template")
                .replaceFirst("version 1\\.0\\.", "version 1.0, in place of version 1.0 from 1 December 2026.");
    }

    private ProposeAgreement propose(String text) {
        return propose(LIFE, text);
    }

    private ProposeAgreement propose(AgreementId id, String text) {
        ProposeAgreement proposal = ProposalOf.text(
                id,
                text,
                AgreementFixture.agreement(text),
                Map.of("Supplier", SiteFixture.HARBOUR, "Client", SiteFixture.NIMBUS));
        stating.as(SiteFixture.CONOR, proposal);
        return proposal;
    }

    private void comeIntoForce(ProposeAgreement proposal) {
        stating.as(SiteFixture.CONOR, proposal.toSign());
        stating.as(SiteFixture.AOIFE, proposal.toSign());
        stating.as(SiteFixture.AOIFE, new ActivateAgreement(proposal.agreement(), proposal.version()));
    }

    private String agreement() throws Exception {
        return page("/agreements/campus-life");
    }

    private String page(String address) throws Exception {
        String page = portal.perform(get(address).session(visitors.signIn("aoife")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).as("words that have no message").doesNotContain("??");
        return page;
    }
}
