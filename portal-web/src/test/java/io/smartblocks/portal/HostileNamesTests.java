package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.run.ProposalOf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A site whose names hold markup, formulas, pictures and other directions of writing: all of it stays text, everywhere. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=hostile-names")
@DirtiesContext
class HostileNamesTests {

    private static final String MARKUP = "<script>alert(1)</script> & 'Ltd' 😀 \u05e9\u05dc\u05d5\u05dd";
    private static final String FORMULA = "=1+1 <img src=x onerror=alert(2)>";
    private static final AgreementId ID = new AgreementId("hostile");
    private static final MemberId EVIL = new MemberId("evil-estate");
    private static final int MOST_PAGES = 150;

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Stating stating;

    @Test
    void no_name_becomes_markup_on_any_page_or_a_formula_in_any_file() throws Exception {
        stating.as(
                SiteFixture.OFFICE,
                new RegisterMember(
                        EVIL,
                        FORMULA,
                        EVIL,
                        Set.of(Role.OWNER),
                        KeyPair.generate().publicKey()));
        String text = AgreementFixture.text(MARKUP).replace("Nimbus Campus DAC", FORMULA);
        ProposeAgreement proposal = ProposalOf.text(
                ID, text, AgreementFixture.agreement(text), Map.of("Supplier", SiteFixture.HARBOUR, "Client", EVIL));
        stating.as(SiteFixture.CONOR, proposal, new SuspendAgreement(AgreementFixture.SETTLED, "1.0", MARKUP));
        stating.as(
                SiteFixture.AOIFE,
                new DisputeSettlement(
                        new SettlementId(AgreementFixture.SETTLED, "Billing Month", MeterFixture.FROM, 0),
                        List.of(),
                        FORMULA));

        MockHttpSession conors = visitors.signIn("conor");
        assertThat(answer(conors, "/agreements/hostile").getContentAsString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "😀", "&lt;img src=x onerror=alert(2)&gt;");
        for (MockHttpSession session : List.of(conors, visitors.signIn("eamon"))) {
            walk(session);
        }
        for (String file : List.of("/settlements.csv", "/states.csv", "/runs.csv")) {
            assertThat(answer(conors, file).getContentAsString().lines())
                    .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"?[=+@]"));
        }
    }

    /** Follows every link from the overview on. */
    private void walk(MockHttpSession session) throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(
                "/agreements",
                "/waiting",
                "/settlements",
                "/states",
                "/blocks",
                "/members",
                "/runs",
                "/search?q=script",
                "/"));
        while (!next.isEmpty() && seen.size() < MOST_PAGES) {
            String address = next.poll();
            if (!seen.add(address)) {
                continue;
            }
            MockHttpServletResponse answer = answer(session, address);
            String type = String.valueOf(answer.getContentType());
            if (!type.startsWith("text/html")) {
                continue;
            }
            String page = answer.getContentAsString();
            assertThat(answer.getStatus()).as(address).isLessThan(500);
            assertThat(page).as(address).doesNotContain("<script>alert", "<img src=x", "onerror=alert(2)\"");
            Pattern.compile("href=\"(/[^\"#]*)")
                    .matcher(page)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link ->
                            !link.matches("/(look|webjars|events|logout).*|.*\\.(csv|xlsx|pdf|xml|json).*|.*/pdf.*"))
                    .forEach(next::add);
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    private MockHttpServletResponse answer(MockHttpSession session, String address) throws Exception {
        return portal.perform(
                        get(java.net.URI.create(address.replace(" ", "%20"))).session(session))
                .andReturn()
                .getResponse();
    }
}
