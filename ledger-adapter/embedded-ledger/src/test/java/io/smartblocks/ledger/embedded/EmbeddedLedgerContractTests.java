package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerContract;
import io.smartblocks.ledger.port.Submission;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedLedgerContractTests extends LedgerContract {

    @TempDir
    private Path directory;

    @Override
    protected Ledger open() {
        return EmbeddedLedger.open(directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR);
    }

    @Test
    void closing_it_late_again_leaves_the_next_one_in_the_directory_alone() {
        Ledger before = ledger();
        Ledger next = reopened();
        before.close();

        assertThatThrownBy(this::open).isInstanceOf(LedgerInUse.class);
        assertThat(Campus.submit(next, Campus.meter(fresh()))).isInstanceOf(Submission.Committed.class);
    }
}
