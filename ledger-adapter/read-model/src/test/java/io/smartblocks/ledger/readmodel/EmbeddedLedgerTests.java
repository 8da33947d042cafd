package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.TestedDatabase.Home;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase
class EmbeddedLedgerTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Signer REGISTRAR = Signer.of(new MemberId("registrar"), KeyPair.generate());

    private final Path data;
    private final Home tables;

    EmbeddedLedgerTests(TestedDatabase database, @TempDir Path data) {
        this.data = data;
        this.tables = database.home(data);
    }

    @Test
    void what_the_ledger_takes_is_read_back_across_restarts() throws InterruptedException {
        try (Ledger ledger = ledger();
                ReadModel model = tables.open()) {
            model.follow(ledger);
            ask(ledger, new FoundLedger("Campus", REGISTRAR.member(), "Registrar", REGISTRAR.publicKey()));
            ask(ledger, new GrantRoles(REGISTRAR.member(), Set.of(Role.REGISTRAR, Role.METER_OPERATOR)));
            ask(ledger, meter());
            assertThat(model.awaitHeight(ledger.height(), LONG)).isTrue();
            assertThat(model.meters().meters()).hasSize(1);
        }

        try (Ledger ledger = ledger();
                ReadModel model = tables.open()) {
            ask(ledger, new RecordReadings(page("2026-10-01", 1500L)));
            model.follow(ledger);
            ask(ledger, new RecordReadings(page("2026-10-02", 2500L)));

            assertThat(model.awaitHeight(5, LONG)).isTrue();
            assertThat(model.meters()
                            .pages(StoryFixture.METER, LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01")))
                    .extracting(RecordedPage::page)
                    .containsExactly(page("2026-10-01", 1500L), page("2026-10-02", 2500L));
            assertThat(model.checkpoint().lastHash())
                    .isEqualTo(ledger.block(4).orElseThrow().hash());
        }
    }

    @Test
    void the_read_model_can_be_closed_while_the_ledger_goes_on() {
        try (Ledger ledger = ledger()) {
            ReadModel model = tables.open();
            model.follow(ledger);
            model.close();

            ask(ledger, new FoundLedger("Campus", REGISTRAR.member(), "Registrar", REGISTRAR.publicKey()));
            assertThat(ledger.block(0)).isPresent();
        }
    }

    private Ledger ledger() {
        return EmbeddedLedger.open(data.resolve("ledger"), CLOCK, REGISTRAR);
    }

    private static void ask(Ledger ledger, Payload payload) {
        RequestKey key = new RequestKey(payload.action() + "-" + ledger.height());
        Batch batch = Batch.of(Transaction.sign(ledger.id(), payload, key, CLOCK.instant(), REGISTRAR));
        assertThat(ledger.submit(batch).join()).isInstanceOf(Submission.Committed.class);
    }

    private static Payload meter() {
        return new RegisterMeter(
                StoryFixture.METER,
                REGISTRAR.member(),
                "Main",
                "Campus",
                "electricity",
                "kWh",
                new Interval("P1D"),
                StoryFixture.DUBLIN);
    }

    private static ReadingsPage page(String day, long value) {
        return StoryFixture.page(day, value);
    }
}
