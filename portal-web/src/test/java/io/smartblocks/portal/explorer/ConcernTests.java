package io.smartblocks.portal.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.portal.PortalSite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalSite
class ConcernTests {

    @Autowired
    private ReadModel read;

    @Test
    void a_list_and_a_page_say_the_same_of_whom_a_transaction_concerns() {
        List<TransactionSummary> all = read.chain().transactions(10_000);

        assertThat(all).hasSizeGreaterThan(50).allSatisfy(transaction -> {
            TransactionDetail detail =
                    read.chain().transaction(transaction.id()).orElseThrow();
            assertThat(Concern.of(transaction)).contains(Concern.of(detail.payload()));
        });
    }
}
