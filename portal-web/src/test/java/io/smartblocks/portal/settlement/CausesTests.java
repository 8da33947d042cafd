package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.Visitors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalSite
class CausesTests {

    @Autowired
    private ReadModel read;

    @Autowired
    private Causes causes;

    @Autowired
    private Visitors visitors;

    @Test
    void each_amount_tells_its_clause_by_title_with_the_signed_sentence_and_where_it_stands() throws Exception {
        List<Cause> all = causes.of(settlement().settlement());

        assertThat(all).isNotEmpty().allSatisfy(cause -> {
            assertThat(cause.title()).isNotEmpty();
            assertThat(cause.sentence()).contains(" shall pay ");
            assertThat(cause.clauseLink()).isEqualTo("/agreements/campus-supply?version=1.0#c" + cause.clause());
            assertThat(cause.rule()).startsWith("clause " + cause.clause() + ", sentence ");
        });
        assertThat(page("/agreements/campus-supply?version=1.0"))
                .contains("id=\"c" + all.get(0).clause() + "\"");
    }

    @Test
    void a_transaction_links_the_clause_and_prints_the_rule_beside_it() throws Exception {
        Cause cause = causes.of(settlement().settlement()).get(0);

        assertThat(page("/transactions/" + settlement().transaction()))
                .contains("href=\"" + cause.clauseLink() + "\">" + cause.clause() + " " + cause.title() + "</a>")
                .contains("<span lang=\"en\">" + cause.rule() + "</span>");
    }

    private SettlementRecord settlement() {
        return read.settlements().newest(1).get(0);
    }

    private String page(String address) throws Exception {
        return visitors.page(visitors.signIn("aoife"), address);
    }
}
