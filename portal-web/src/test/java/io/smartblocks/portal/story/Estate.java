package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.ImportProgress;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.runtime.run.ProposalOf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ESCO, its runtime, a client and a metering company on the ledger of a portal. */
final class Estate {

    private static final MemberId ESCO = new MemberId("lumen");
    private static final MemberId CLIENT = new MemberId("mill");
    private static final MemberId METERING = new MemberId("metering");
    private static final MemberId RUNTIME = new MemberId("lumen-runtime");

    private final Ledger ledger;
    private final Clock clock;
    private final Map<MemberId, Signer> signers = new HashMap<>();
    private int requests;

    Estate(Ledger ledger, Signer registrar, Clock clock, Path data) {
        this.ledger = ledger;
        this.clock = clock;
        signers.put(registrar.member(), registrar);
        signers.put(RUNTIME, new MachineKeys(data, clock).findOrMake(RUNTIME));
        admit(registrar, ESCO, ESCO, Role.ESCO, Role.SIGNATORY);
        admit(registrar, CLIENT, CLIENT, Role.OWNER, Role.SIGNATORY);
        admit(registrar, METERING, METERING, Role.METER_OPERATOR);
        admit(registrar, RUNTIME, ESCO, Role.RUNTIME);
    }

    void meter(String id, String energy, String unit, String interval, ZoneId zone) {
        state(
                METERING,
                new RegisterMeter(new MeterId(id), METERING, id, "Site", energy, unit, new Interval(interval), zone));
    }

    /** Imports a file as the command line does; all of it must be taken. */
    ReadFile.Pages readings(Path file, String meter) {
        ReadFile read = new ReadingsFile(RegisteredMeters.on(ledger), clock)
                .read(file, ColumnChoice.ofMeter(new MeterId(meter)));
        assertThat(read).isInstanceOf(ReadFile.Pages.class);
        ReadFile.Pages pages = (ReadFile.Pages) read;
        assertThat(new MeterGateway(ledger, signers.get(METERING), clock).submit(pages.pages(), ImportProgress.SILENT))
                .isEqualTo(new Forwarded.Stored(pages.pages().size(), 0, 0));
        return pages;
    }

    /** One reading a day, each another one. */
    void dailyReadings(String meter, LocalDate from, LocalDate to) {
        List<ReadingsPage> pages = from.datesUntil(to)
                .map(day -> ReadingsPage.of(
                        new MeterId(meter),
                        day,
                        ZoneId.of("Europe/Dublin"),
                        new Interval("P1D"),
                        "kWh",
                        1,
                        List.of(1000L + day.getDayOfYear())))
                .toList();
        assertThat(new MeterGateway(ledger, signers.get(METERING), clock).submit(pages, ImportProgress.SILENT))
                .isEqualTo(new Forwarded.Stored(pages.size(), 0, 0));
    }

    AgreementId active(String id, String text) {
        Compilation compilation = AgreementCompiler.compile(new SourceText(id, text));
        assertThat(compilation.openQuestions()).isEmpty();
        AgreementId agreement = new AgreementId(id);
        ProposeAgreement proposal = ProposalOf.text(
                agreement, text, compilation.agreement().orElseThrow(), Map.of("ESCO", ESCO, "Client", CLIENT));
        state(ESCO, proposal);
        state(ESCO, proposal.toSign());
        state(CLIENT, proposal.toSign());
        state(CLIENT, new ActivateAgreement(agreement, proposal.version()));
        return agreement;
    }

    private void admit(Signer registrar, MemberId id, MemberId organisation, Role first, Role... rest) {
        Signer signer = signers.computeIfAbsent(id, each -> Signer.of(each, KeyPair.generate()));
        state(
                registrar.member(),
                new RegisterMember(id, id.value(), organisation, EnumSet.of(first, rest), signer.publicKey()));
    }

    private void state(MemberId member, Payload payload) {
        Transaction signed = Transaction.sign(
                ledger.id(), payload, new RequestKey("estate-" + requests++), clock.instant(), signers.get(member));
        assertThat(ledger.submit(Batch.of(signed)).join()).isInstanceOf(Submission.Committed.class);
    }
}
