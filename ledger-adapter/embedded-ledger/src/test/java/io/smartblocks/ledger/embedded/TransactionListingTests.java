package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.embedded.TransactionFilter.Any;
import io.smartblocks.ledger.embedded.TransactionFilter.OfFamily;
import io.smartblocks.ledger.embedded.TransactionFilter.SignedBy;
import io.smartblocks.ledger.embedded.TransactionFilter.Wrote;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionListingTests {

    private final List<Transaction> byOperator = new ArrayList<>();

    @TempDir
    private Path directory;

    private EmbeddedLedger ledger;

    @BeforeEach
    void a_ledger_with_some_meters() {
        ledger = EmbeddedLedger.open(directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR);
        Campus.found(ledger);
        commit(Campus.meter("m1"), Campus.meter("m2"), Campus.meter("m3"));
        commit(Campus.meter("m4"));
        commit(moved("m1", "Annex"), moved("m4", "Annex"));
        commit(moved("m1", "Tower"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void all_transactions_are_listed_newest_first() {
        List<Transaction> all = new ArrayList<>();
        for (long number = 0; number < ledger.height(); number++) {
            all.addAll(ledger.block(number).orElseThrow().transactions());
        }
        Collections.reverse(all);

        assertThat(read(new Any(), 100)).isEqualTo(all);
        assertThat(ledger.newest(new Any(), 100).last()).isEmpty();
    }

    @Test
    void those_of_a_signer_come_page_by_page() {
        Collections.reverse(byOperator);
        for (int size = 1; size <= byOperator.size() + 1; size++) {
            assertThat(read(new SignedBy(Campus.OPERATOR.member()), size))
                    .as("pages of %d", size)
                    .isEqualTo(byOperator);
        }
        assertThat(read(new SignedBy(new MemberId("operato")), 10)).isEmpty();
    }

    @Test
    void those_of_a_family_are_listed_and_say_where_they_stand() {
        assertThat(read(new OfFamily("member"), 10)).hasSize(2);
        assertThat(read(new OfFamily("market"), 10)).isEmpty();
        for (TransactionPage.Listed listed :
                ledger.newest(new OfFamily("meter"), 10).transactions()) {
            assertThat(ledger.find(listed.transaction().id())).contains(listed.at());
        }
    }

    @Test
    void those_that_wrote_a_key_are_told_by_their_batches() {
        assertThat(read(new Wrote(StateKey.meter(new MeterId("m1"))), 2))
                .extracting(each -> each.body().requestKey().value())
                .containsExactly("m1-to-Tower", "m4-to-Annex", "m1-to-Annex", "meter-m3", "meter-m2", "meter-m1");
        assertThat(read(new Wrote(StateKey.meter(new MeterId("m4"))), 10)).hasSize(3);
        assertThat(read(new Wrote(StateKey.meter(new MeterId("m"))), 10)).isEmpty();
    }

    @Test
    void the_lists_are_the_same_when_the_index_was_made_again() throws Exception {
        List<Transaction> before = read(new SignedBy(Campus.OPERATOR.member()), 3);
        ledger.close();
        Files.delete(directory.resolve("index.mv"));
        ledger = EmbeddedLedger.open(directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR);

        assertThat(read(new SignedBy(Campus.OPERATOR.member()), 3)).isEqualTo(before);
        assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
    }

    @Test
    void a_page_has_a_size_within_reason() {
        assertThatThrownBy(() -> ledger.newest(new Any(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 transactions were asked for at once; expected 1 to 1000");
    }

    private List<Transaction> read(TransactionFilter filter, int pageSize) {
        List<Transaction> found = new ArrayList<>();
        TransactionPage page = ledger.newest(filter, pageSize);
        page.transactions().forEach(listed -> found.add(listed.transaction()));
        while (page.last().isPresent()) {
            page = ledger.olderThan(page.last().get(), filter, pageSize);
            assertThat(page.transactions()).hasSizeBetween(1, pageSize);
            page.transactions().forEach(listed -> found.add(listed.transaction()));
        }
        return found;
    }

    private void commit(Transaction... transactions) {
        Campus.submit(ledger, transactions);
        byOperator.addAll(List.of(transactions));
    }

    private static Transaction moved(String meter, String site) {
        return Campus.sign(meter + "-to-" + site, new AssignMeter(new MeterId(meter), site), Campus.OPERATOR);
    }
}
