package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states in which the table of rights asks every actor for everything. */
final class Estate {

    static final MeterId METER = new MeterId("IE-9001/import");
    static final IndexId DAILY = new IndexId("exchange/daily");
    static final IndexId HOURLY = new IndexId("exchange/hourly");
    static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 1);
    static final SettlementId SETTLEMENT = new SettlementId(AGREEMENT, "Month", NOVEMBER, 0);

    /** B states facts, which A confirms; A states adjustments; B may end the agreement on notice, or where it is found so. */
    private static final LedgerTerms TERMS = new LedgerTerms(
            World.TERMS.from(),
            World.TERMS.to(),
            World.TERMS.zone(),
            World.TERMS.currency(),
            Optional.empty(),
            World.TERMS.periods(),
            List.of(
                    new Statable(Kind.FACT, "Occupancy", "", Optional.empty(), "Owner", List.of("ESCO"), List.of()),
                    new Statable(Kind.ADJUSTMENT, "New wing", "kWh", Optional.empty(), "ESCO", List.of(), List.of()),
                    new Statable(
                            Kind.EVENT,
                            "Outage",
                            "",
                            Optional.empty(),
                            "Owner",
                            List.of(),
                            List.of(new Figure("Hours", "h")))),
            List.of(new Owed("7", "ESCO", List.of("Owner"), List.of(World.MONTH), false)),
            World.TERMS.disputes(),
            List.of(
                    new TerminationRight("9", "Owner", CalendarSpan.days(30), false),
                    new TerminationRight("10", "Owner", CalendarSpan.days(30), true)));

    private static final Instant LATER = World.NOON.plus(Duration.ofDays(60));

    private Estate() {}

    /** All actors stand as their names say; a meter and two indexes are registered. */
    static World plain() {
        World world = World.peopled();
        Set<Role> all = EnumSet.complementOf(EnumSet.of(Role.REGISTRAR));
        Role[] roles = all.toArray(new Role[0]);
        world.person("carl", "esco-1");
        world.person("bot", "owner-1", Role.RUNTIME);
        world.organisation("outsider", roles);
        world.organisation("audit");
        world.person("audrey", "audit", Role.AUDITOR);
        world.organisation("grid-2", Role.METER_OPERATOR);
        world.person("rival", "grid-2", Role.METER_OPERATOR);
        world.person("pat", "exchange", Role.INDEX_PUBLISHER);
        world.organisation("forecast", Role.PREDICTOR);
        world.person("oracle", "forecast", Role.PREDICTOR);
        world.must("registrar", expiring(roles));
        world.person("sam", "esco-1", roles);
        world.must("registrar", new SuspendMember(new MemberId("sam"), "left"));
        world.organisation("closed", roles);
        world.person("olga", "closed", roles);
        world.must("registrar", new SuspendMember(new MemberId("closed"), "insolvent"));
        world.must("ann", application("ann"));
        world.must("rex", application("rex"));
        world.must("registrar", new RejectApplication(new MemberId("rex"), "unknown to us"));
        world.must("reader", meter(METER));
        world.must("reader", new AppointPredictor(METER, new MemberId("oracle")));
        world.must("pat", new RegisterIndex(DAILY, new MemberId("exchange"), "Daily", "EUR"));
        world.must("pat", hourly(HOURLY));
        world.at(LATER);
        return world;
    }

    static ProposeAgreement proposal(String text) {
        return World.proposal("1.0", text, TERMS);
    }

    /** Version 2.0, in place of 1.0 from a day on. */
    static ProposeAgreement amendment(LocalDate from) {
        LedgerTerms next = new LedgerTerms(
                TERMS.from(),
                TERMS.to(),
                TERMS.zone(),
                TERMS.currency(),
                Optional.of(new Replaces("1.0", from)),
                TERMS.periods(),
                TERMS.statable(),
                TERMS.owed(),
                TERMS.disputes(),
                TERMS.terminations());
        return World.proposal("2.0", World.TEXT, next);
    }

    /** The amendment from February 2027 on is signed by all. */
    static World amendmentSigned() {
        World world = settled();
        ProposeAgreement amendment = amendment(FEBRUARY);
        world.must("eve", amendment);
        world.must("eve", amendment.toSign());
        world.must("otto", amendment.toSign());
        return world;
    }

    /** The amendment is in force. */
    static World amended() {
        World world = amendmentSigned();
        world.must("eve", new ActivateAgreement(AGREEMENT, "2.0"));
        return world;
    }

    static SignAgreement signature(String text) {
        return proposal(text).toSign();
    }

    static World proposed() {
        World world = plain();
        world.must("eve", proposal(World.TEXT));
        return world;
    }

    static World signedByA() {
        World world = proposed();
        world.must("eve", signature(World.TEXT));
        return world;
    }

    static World signedByAll() {
        World world = signedByA();
        world.must("otto", signature(World.TEXT));
        return world;
    }

    static World active() {
        World world = signedByAll();
        world.must("eve", new ActivateAgreement(AGREEMENT, "1.0"));
        return world;
    }

    static World settled() {
        World world = active();
        world.must("robot", commit(0));
        return world;
    }

    static ApplyForMembership application(String member) {
        return new ApplyForMembership(
                new MemberId(member),
                member,
                new MemberId(member),
                Set.of(Role.OWNER),
                World.key().publicKey());
    }

    static RegisterMeter meter(MeterId id) {
        return new RegisterMeter(
                id, new MemberId("grid"), "Main", "Campus", "electricity", "kWh", Interval.ofMinutes(60), DUBLIN);
    }

    static RegisterIndex hourly(IndexId id) {
        return new RegisterIndex(
                id,
                new MemberId("exchange"),
                "Hourly",
                "EUR",
                Optional.of(Interval.ofMinutes(60)),
                Optional.of(DUBLIN));
    }

    /** November, by which B owes A 100 EUR. */
    static CommitSettlement commit(int revision) {
        return commit(revision, "1.0", List.of());
    }

    static CommitSettlement commit(int revision, String version, List<GrantedPower> powers) {
        Payable payable = new Payable(1, "Owner", "ESCO", new BigDecimal("100.00"), "EUR", LocalDate.of(2027, 1, 14));
        return World.settlement(
                version, NOVEMBER, NOVEMBER.plusMonths(1), revision, new StatementSummary(List.of(payable), powers));
    }

    private static RegisterMember expiring(Role... roles) {
        return new RegisterMember(
                new MemberId("late"),
                "late",
                new MemberId("esco-1"),
                Set.of(roles),
                World.key().publicKey(),
                Optional.of(LATER));
    }
}
