package io.smartblocks.portal;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.run.ProposalOf;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Agreements in each state that pages show: in force and settled, in force and held, proposed. */
final class AgreementFixture {

    static final AgreementId SETTLED = new AgreementId("campus-supply");
    static final AgreementId HELD = new AgreementId("campus-supply-held");
    static final AgreementId PROPOSED = new AgreementId("campus-supply-next");
    static final String VERSION = "1.0";

    private static final String DUTY = """

            clause 90 "Meter log":
              Supplier shall "hand over the meter log" within 2 months after the end of Billing Month.
            clause 91 "Disputes": Client may dispute a settlement within 20 working days after settlement.
            """;

    private final SiteFixture site;

    AgreementFixture(SiteFixture site) {
        this.site = site;
    }

    void settled() {
        String text = text("Nimbus Campus electricity supply");
        Agreement agreement = agreement(text);
        inForce(SETTLED, text, agreement);
        Settlement settlement = settle(agreement);
        String statement = new String(settlement.canonicalJson(), StandardCharsets.UTF_8);
        site.submit(
                SiteFixture.RUNTIME,
                new CommitSettlement(
                        SETTLED,
                        VERSION,
                        "Billing Month",
                        MeterFixture.FROM,
                        MeterFixture.END,
                        0,
                        statement,
                        new Hash(settlement.sha256()),
                        new Hash(settlement.statement().evidenceDigest()),
                        settlement.statement().asOfBlock(),
                        new Hash(CompiledForm.of(agreement).sha256()),
                        settlement.statement().engineVersion(),
                        new StatementSummary(payables(settlement.statement()), List.of())));
    }

    private static List<Payable> payables(Statement statement) {
        return statement.documents().stream()
                .map(document -> new Payable(
                        document.number(),
                        document.payer(),
                        document.payee(),
                        document.gross(),
                        document.currency(),
                        document.due()))
                .toList();
    }

    void held() {
        String text = text("Nimbus Campus supply that waits");
        inForce(HELD, text, agreement(text));
        site.submit(
                SiteFixture.RUNTIME,
                new HoldSettlement(
                        HELD,
                        VERSION,
                        "Billing Month",
                        MeterFixture.FROM,
                        MeterFixture.END,
                        List.of(new HoldReason("missing-readings", "Import Meter has no readings on 21 October 2026.")),
                        site.height() - 1));
    }

    void proposed() {
        String text = text("Nimbus Campus next supply");
        propose(PROPOSED, text, agreement(text));
    }

    private void inForce(AgreementId id, String text, Agreement agreement) {
        SignAgreement signature = propose(id, text, agreement).toSign();
        site.submit(SiteFixture.CONOR, signature);
        site.submit(SiteFixture.AOIFE, signature);
        site.submit(SiteFixture.AOIFE, new ActivateAgreement(id, VERSION));
    }

    private ProposeAgreement propose(AgreementId id, String text, Agreement agreement) {
        ProposeAgreement proposal = ProposalOf.text(
                id, text, agreement, Map.of("Supplier", SiteFixture.HARBOUR, "Client", SiteFixture.NIMBUS));
        site.submit(SiteFixture.CONOR, proposal);
        return proposal;
    }

    static String text(String title) {
        Template template = Templates.find("time-of-use-supply").orElseThrow();
        Map<String, String> answers = new LinkedHashMap<>(template.answers().byParameter());
        answers.put("Supplier", "Harbour Energy Services Ltd");
        answers.put("Client", "Nimbus Campus DAC");
        answers.put("Start Date", "1 October 2026");
        answers.put("End Date", "30 September 2029");
        answers.put("Import Meter", "meter/" + MeterFixture.IMPORT);
        answers.put("Export Meter", "meter/" + MeterFixture.EXPORT);
        return TemplateFilling.fill(
                                new SourceText(template.id(), template.text()),
                                new FillingHead(title, VERSION),
                                answers)
                        .text()
                        .orElseThrow()
                + DUTY;
    }

    static Agreement agreement(String text) {
        return AgreementCompiler.compile(new SourceText("fixture", text))
                .agreement()
                .orElseThrow();
    }

    private Settlement settle(Agreement agreement) {
        SettlementPeriod period =
                new SettlementPeriod("Billing Month", 1, MeterFixture.FROM, MeterFixture.END, MeterFixture.ZONE);
        Evidence evidence = Evidence.asOf(site.height() - 1)
                .column("Import Meter", column(MeterFixture.IMPORT))
                .column("Export Meter", column(MeterFixture.EXPORT))
                .build();
        Outcome outcome = new SettlementEngine().settle(new Case(agreement, period, evidence));
        return ((Outcome.Settled) outcome).settlement();
    }

    /** The readings of the month; the missing day is filled, since like days are not what these tests look at. */
    private static MeterColumn column(MeterId meter) {
        LocalDate before = MeterFixture.FROM.minusDays(28);
        Grid grid = new Grid(before, MeterFixture.END, MeterFixture.ZONE, new TimeSpan(15, TimeSpan.Unit.MINUTE));
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 2);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, MeterFixture.reading(meter, i % 96), Quality.ACTUAL);
        }
        return column.build();
    }
}
