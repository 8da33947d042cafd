package io.smartblocks.portal.story;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.api.hook.SetClock;
import io.smartblocks.portal.member.MemberKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** A campus before its first agreement, in September 2026: parties, their people and machines, and meters without readings. */
@TestConfiguration(proxyBeanMethods = false)
class Campus {

    static final String IMPORT = "IE-9001/import";
    static final String EXPORT = "IE-9001/export";

    private static final Instant BEGIN = Instant.parse("2026-09-21T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final MemberId OFFICE = new MemberId("registrar");
    private static final MemberId HARBOUR = new MemberId("harbour-energy");
    private static final MemberId NIMBUS = new MemberId("nimbus-campus");
    private static final MemberId METERING = new MemberId("nimbus-metering");

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock(BEGIN);
    }

    @Bean
    Building building(
            Ledger ledger,
            ReadModel model,
            Accounts accounts,
            MemberKeys keys,
            SetClock clock,
            @Value("${smartblocks.data}") Path data) {
        return new Building(ledger, model, accounts, keys, clock, data);
    }

    /** Puts the campus on the ledger once the portal has started. */
    record Building(Ledger ledger, ReadModel model, Accounts accounts, MemberKeys keys, SetClock clock, Path data) {

        @EventListener(ApplicationReadyEvent.class)
        void build() throws IOException, InterruptedException {
            Signer office = keys.open(OFFICE, Files.readString(data.resolve("admin-password")))
                    .orElseThrow();
            KeyPair harbour = KeyPair.generate();
            KeyPair nimbus = KeyPair.generate();
            register(office, HARBOUR, "Harbour Energy Services Ltd", HARBOUR, Role.ESCO, harbour.publicKey());
            register(office, NIMBUS, "Nimbus Campus DAC", NIMBUS, Role.OWNER, nimbus.publicKey());
            MachineKeys machines = new MachineKeys(data, clock);
            Signer metering = machines.findOrMake(METERING);
            register(office, METERING, "Nimbus Metering", METERING, Role.METER_OPERATOR, metering.publicKey());
            MemberId runtime = new MemberId("harbour-runtime");
            VerifyingKey key = machines.findOrMake(runtime).publicKey();
            register(office, runtime, "Harbour Energy runtime", HARBOUR, Role.RUNTIME, key);
            signatory(office, "conor", "Conor Walsh", io.smartblocks.portal.account.Role.ESCO, HARBOUR);
            signatory(office, "deirdre", "Deirdre Nolan", io.smartblocks.portal.account.Role.LAWYER, HARBOUR);
            signatory(office, "aoife", "Aoife Brennan", io.smartblocks.portal.account.Role.OWNER, NIMBUS);
            person("fionn", "Fionn Daly", io.smartblocks.portal.account.Role.ESCO, METERING, Optional.empty());
            person("eamon", "Eamon Kelly", io.smartblocks.portal.account.Role.AUDITOR, OFFICE, Optional.empty());
            meter(metering, IMPORT, "Grid import");
            meter(metering, EXPORT, "Grid export");
            model.awaitHeight(ledger.height(), Duration.ofMinutes(3));
        }

        private void signatory(
                Signer office,
                String login,
                String name,
                io.smartblocks.portal.account.Role role,
                MemberId organisation) {
            MemberId member = new MemberId(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
            KeyPair pair = KeyPair.generate();
            register(office, member, name, organisation, Role.SIGNATORY, pair.publicKey());
            keys.keep(member, pair, SiteFixture.PASSWORD);
            person(login, name, role, organisation, Optional.of(member.value()));
        }

        private void person(
                String login,
                String name,
                io.smartblocks.portal.account.Role role,
                MemberId organisation,
                Optional<String> member) {
            accounts.open(
                    new Account(login, name, role, Optional.of(organisation.value()), member), SiteFixture.PASSWORD);
        }

        private void register(
                Signer office, MemberId id, String name, MemberId organisation, Role role, VerifyingKey key) {
            state(office, new RegisterMember(id, name, organisation, Set.of(role), key));
        }

        private void meter(Signer operator, String id, String label) {
            state(
                    operator,
                    new RegisterMeter(
                            new MeterId(id),
                            METERING,
                            label,
                            "Nimbus Campus",
                            label.endsWith("export") ? "electricity export" : "electricity",
                            "kWh",
                            Interval.ofMinutes(15),
                            ZONE));
        }

        private void state(Signer signer, Payload payload) {
            Transaction signed = Transaction.sign(
                    ledger.id(), payload, new RequestKey("campus-" + ledger.height()), clock.instant(), signer);
            if (ledger.submit(Batch.of(signed)).join() instanceof Submission.Refused refused) {
                throw new IllegalStateException(payload + " was refused: " + refused.message());
            }
        }
    }
}
