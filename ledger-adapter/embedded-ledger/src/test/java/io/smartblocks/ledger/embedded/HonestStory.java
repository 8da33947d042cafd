package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.Transaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What honest members state from the first meter to the last payment, signed and in order: for others to replay, reorder
 * and change. Its members are {@code org-a}, {@code org-b} and for each role one of them, {@code member-<role>}.
 */
final class HonestStory {

    static final Signer REGISTRAR = SeededSigner.of("registrar");

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final MemberId ORG_A = new MemberId("org-a");
    private static final MemberId ORG_B = new MemberId("org-b");
    private static final String FORM = "{\"format\":1}";
    private static final Cycle MONTH = new Cycle("Month", OCTOBER, new CalendarSpan(1, CalendarSpan.Unit.MONTH));

    private final LedgerId ledger;
    private final int number;
    private final AgreementId agreement;
    private final MeterId meter;
    private final List<Transaction> told = new ArrayList<>();

    private HonestStory(LedgerId ledger, int number) {
        this.ledger = ledger;
        this.number = number;
        this.agreement = new AgreementId("supply-" + number);
        this.meter = new MeterId("meter-" + number);
    }

    /** The organisation that a member with the role acts for. */
    static MemberId organisationOf(Role role) {
        return role.ordinal() % 2 == 0 ? ORG_A : ORG_B;
    }

    /** A story about a site, a meter, indexes, an agreement and a member of their own. */
    static List<Transaction> of(LedgerId ledger, int number) {
        HonestStory story = new HonestStory(ledger, number);
        story.metering();
        story.indexes();
        story.agreeing();
        story.stating();
        story.settling();
        story.ending();
        story.membership();
        return story.told;
    }

    private Transaction tell(String signer, Payload payload) {
        RequestKey key = new RequestKey("story-" + number + "-" + told.size());
        Transaction transaction = Transaction.sign(ledger, payload, key, Campus.NOON, SeededSigner.of(signer));
        told.add(transaction);
        return transaction;
    }

    private void metering() {
        SiteId site = new SiteId("site-" + number);
        tell("member-owner", new RegisterSite(site, ORG_A, "Hall", DUBLIN, none(), none(), none()));
        tell("member-owner", new ChangeSite(site, ORG_A, "Hall", DUBLIN, Optional.of("IE"), none(), none()));
        tell(
                "member-meter-operator",
                new RegisterMeter(meter, ORG_B, "Main", "Campus", "heat", "kWh", new Interval("P1D"), DUBLIN));
        tell("member-meter-operator", new RecordReadings(readings(400)));
        tell("member-meter-operator", new CorrectReadings(readings(410), "misread"));
        tell("member-meter-operator", new AppointPredictor(meter, new MemberId("member-predictor")));
        tell("member-predictor", new RecordPrediction(prediction(390)));
        tell("member-predictor", new RecordPrediction(prediction(395)));
        tell("member-meter-operator", new DismissPredictor(meter, new MemberId("member-predictor")));
        tell("member-meter-operator", new AssignMeter(meter, "Hall"));
        tell("member-meter-operator", new RetireMeter(meter, LocalDate.of(2030, 1, 1), "lease ends"));
    }

    private ReadingsPage readings(long value) {
        return ReadingsPage.of(meter, OCTOBER, DUBLIN, new Interval("P1D"), "kWh", 1, List.of(value));
    }

    private PredictionPage prediction(long value) {
        return PredictionPage.of(
                meter, TODAY.plusDays(5), DUBLIN, new Interval("P1D"), "kWh", 1, List.of(value), "mean");
    }

    private void indexes() {
        IndexId daily = new IndexId("exchange/daily-" + number);
        IndexId hourly = new IndexId("exchange/hourly-" + number);
        IndexValue value = new IndexValue(OCTOBER, TODAY, new BigDecimal("0.25"));
        tell("member-index-publisher", new RegisterIndex(daily, ORG_A, "Daily", "EUR"));
        tell("member-index-publisher", new PublishIndexValues(daily, List.of(value)));
        tell(
                "member-index-publisher",
                new CorrectIndexValue(
                        daily, new IndexValue(value.from(), value.to(), new BigDecimal("0.26")), "misprint"));
        tell(
                "member-index-publisher",
                new RegisterIndex(
                        hourly, ORG_A, "Hourly", "EUR", Optional.of(Interval.ofMinutes(60)), Optional.of(DUBLIN)));
        tell("member-index-publisher", new PublishIndexPage(page(hourly, "0.25")));
        tell("member-index-publisher", new CorrectIndexPage(page(hourly, "0.27"), "misprint"));
    }

    private static IndexPage page(IndexId index, String value) {
        List<BigDecimal> values = Collections.nCopies(24, new BigDecimal(value));
        return IndexPage.of(index, TODAY, DUBLIN, Interval.ofMinutes(60), new ArrayList<>(values));
    }

    private void agreeing() {
        inForce("1.0", Optional.empty());
        ProposeAgreement vain = proposal("0.9", Optional.empty());
        tell("member-esco", vain);
        tell("member-signatory", new WithdrawAgreement(agreement, "0.9", "superseded"));
        tell("org-a", new SuspendAgreement(agreement, "1.0", "works"));
        tell("member-signatory", new SuspendAgreement(agreement, "1.0", "works"));
        tell("org-a", new ResumeAgreement(agreement, "1.0", "works are done"));
        tell("member-signatory", new ResumeAgreement(agreement, "1.0", "works are done"));
    }

    private void inForce(String version, Optional<Replaces> inPlaceOf) {
        ProposeAgreement proposal = proposal(version, inPlaceOf);
        tell("member-esco", proposal);
        tell("org-a", proposal.toSign());
        tell("member-signatory", proposal.toSign());
        tell("member-runtime", new ActivateAgreement(agreement, version));
    }

    /** A states facts, which B confirms; B owes A a duty; A may end it on notice. */
    private ProposeAgreement proposal(String version, Optional<Replaces> inPlaceOf) {
        LedgerTerms terms = new LedgerTerms(
                OCTOBER,
                LocalDate.of(2031, 9, 30),
                DUBLIN,
                "EUR",
                inPlaceOf,
                List.of(MONTH),
                List.of(
                        new Statable(Kind.FACT, "Occupancy", "", none(), "Owner", List.of("ESCO"), List.of()),
                        new Statable(Kind.ADJUSTMENT, "New wing", "kWh", none(), "ESCO", List.of(), List.of()),
                        new Statable(
                                Kind.EVENT, "Outage", "", none(), "Owner", List.of(), List.of(new Figure("h", "h")))),
                List.of(new Owed("7", "ESCO", List.of("Owner"), List.of(MONTH), false)),
                List.of(new DisputeRight("12", "ESCO", Optional.of(CalendarSpan.days(30)), none(), none())),
                List.of(new TerminationRight("9", "Owner", CalendarSpan.days(30), false)));
        String text = "contract \"Supply " + number + "\" version " + version + ".";
        return new ProposeAgreement(
                agreement,
                version,
                "Supply " + number,
                text,
                Hash.of(text),
                FORM,
                Hash.of(FORM),
                terms,
                Map.of("Owner", ORG_A, "ESCO", ORG_B));
    }

    private void stating() {
        StateFact fact = new StateFact(agreement, "Occupancy", OCTOBER, new BigDecimal("0.8"), "counted");
        Transaction stated = tell("org-a", fact);
        tell("member-signatory", new ConfirmStatement(fact.place(), stated.id()));
        tell("org-b", new StateAdjustment(agreement, "New wing", OCTOBER, none(), new BigDecimal("1200"), "built"));
        tell(
                "org-a",
                new ReportEvent(
                        agreement, "Outage", Campus.NOON.minusSeconds(3600), "o-1", Map.of("h", new BigDecimal("2"))));
        StateOccurrence breach =
                new StateOccurrence(agreement, "7", Happening.BREACHED, "Month", OCTOBER, OCTOBER.plusDays(9), "late");
        Transaction breached = tell("org-a", breach);
        tell("org-a", new RetractStatement(breach.place(), breached.id(), "it came"));
        StateOccurrence done =
                new StateOccurrence(agreement, "7", Happening.PERFORMED, "Month", OCTOBER, OCTOBER.plusDays(9), "");
        Transaction performed = tell("member-signatory", done);
        tell("org-a", new ConfirmStatement(done.place(), performed.id()));
    }

    private void settling() {
        LocalDate end = OCTOBER.plusMonths(1);
        HoldReason reason = new HoldReason("readings-missing", "no readings");
        tell("member-runtime", new HoldSettlement(agreement, "1.0", "Month", OCTOBER, end, List.of(reason), 0));
        tell("member-runtime", commit(0));
        SettlementId first = new SettlementId(agreement, "Month", OCTOBER, 0);
        String verifier = "verifier-" + number;
        MemberId runtime = new MemberId(verifier);
        tell(
                "registrar",
                new RegisterMember(
                        runtime,
                        "B's runtime",
                        ORG_B,
                        Set.of(Role.RUNTIME),
                        SeededSigner.of(verifier).publicKey()));
        tell(verifier, new CoSignSettlement(first, commit(0).statementHash(), "1"));
        tell("member-signatory", new DisputeSettlement(first, List.of("7"), "counted twice"));
        tell("org-a", new ResolveDispute(first, ORG_B, Verdict.UPHELD, "so it is"));
        tell("member-runtime", commit(1));
        SettlementId second = new SettlementId(agreement, "Month", OCTOBER, 1);
        FirstDifference cent = new FirstDifference("lines[0].net", "100.00", "99.99");
        tell(verifier, new ReportDifference(second, commit(1).statementHash(), "1", cent));
        tell("member-signatory", new RecordPayment(second, 1, new BigDecimal("40.00"), TODAY, "p-1"));
        tell("org-b", new ReversePayment(second, 1, "p-1", "returned"));
        tell("org-b", new RecordPayment(second, 1, new BigDecimal("100.00"), TODAY, "p-2"));
        tell("org-a", new RateMember(ORG_B, agreement, "Month", OCTOBER, 4, "prompt"));
        tell("member-signatory", new RateMember(ORG_A, agreement, "Month", OCTOBER, 5, ""));
    }

    /** October, by which the owner owes the ESCO 100 EUR. */
    private CommitSettlement commit(int revision) {
        String statement = "{\"revision\":" + revision + "}";
        Payable payable = new Payable(1, "Owner", "ESCO", new BigDecimal("100.00"), "EUR", TODAY.plusDays(30));
        return new CommitSettlement(
                agreement,
                "1.0",
                "Month",
                OCTOBER,
                OCTOBER.plusMonths(1),
                revision,
                statement,
                Hash.of(statement),
                Hash.of("evidence"),
                0,
                Hash.of(FORM),
                "1.0.0",
                new StatementSummary(List.of(payable), List.of()));
    }

    private void ending() {
        inForce("1.1", Optional.of(new Replaces("1.0", LocalDate.of(2027, 1, 1))));
        LocalDate last = LocalDate.of(2027, 12, 31);
        tell("org-a", new TerminateAgreement(agreement, "1.1", last, none(), "moved out"));
        tell("member-signatory", new TerminateAgreement(agreement, "1.1", last, none(), "moved out"));
        tell("org-a", new RevokeTermination(agreement, "1.1", "stays"));
        tell("member-signatory", new RevokeTermination(agreement, "1.1", "stays"));
        tell("org-a", new TerminateAgreement(agreement, "1.1", last, Optional.of("9"), "moved out"));
    }

    private void membership() {
        tell("member-signatory", particulars("B Ltd " + number));
        tell("org-b", particulars("B plc " + number));
        MemberId applicant = new MemberId("applicant-" + number);
        Signer own = SeededSigner.of(applicant.toString());
        ApplyForMembership application =
                new ApplyForMembership(applicant, "New", ORG_A, Set.of(Role.OWNER), own.publicKey());
        tell(applicant.toString(), application);
        tell("registrar", new RejectApplication(applicant, "unknown"));
        tell(applicant.toString(), application);
        tell("registrar", new ApproveMember(applicant, Set.of(Role.OWNER)));
        tell("registrar", new GrantRoles(applicant, Set.of(Role.AUDITOR)));
        tell("registrar", new SuspendMember(applicant, "away"));
        tell("registrar", new ReadmitMember(applicant, "back"));
        tell(
                applicant.toString(),
                new RotateKey(applicant, SeededSigner.of("next-" + number).publicKey()));
    }

    private static StateParticulars particulars(String legalName) {
        return new StateParticulars(
                ORG_B,
                new Particulars(
                        legalName,
                        new PostalAddress(none(), none(), "Dublin", none(), "IE"),
                        none(),
                        Optional.of("IE-" + legalName.length()),
                        none(),
                        none()));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
