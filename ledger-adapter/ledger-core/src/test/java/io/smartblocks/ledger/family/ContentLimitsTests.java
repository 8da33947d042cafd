package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of the ledger could not take in must be refused, or one transaction would stop every reader. */
class ContentLimitsTests {

    private static final String LONG = "x".repeat(1_100_000);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @MethodSource("rows")
    void content_without_bounds_is_refused(Row row) {
        World world = World.withActiveAgreement();
        world.must("eve", proposal("2.0", World.TEXT));
        world.must(
                "exchange", new RegisterIndex(new IndexId("exchange/base"), new MemberId("exchange"), "Base", "EUR"));
        row.holdsOn(world);
    }

    static Stream<Row> rows() {
        LocalDate never = LocalDate.of(999_999, 1, 1);
        return Stream.of(
                invalid("a unit of a page", "reader", meter("electricity", "k".repeat(41))),
                invalid("an energy of a page", "reader", meter("e".repeat(101), "kWh")),
                invalid("an interval that no change of the clocks keeps", "reader", hourlyOnLordHowe()),
                invalid("a unit of an index", "exchange", index("u".repeat(41))),
                invalid("a value until the end of time", "exchange", value(DAY, never)),
                invalid("a value since its beginning", "exchange", value(LocalDate.of(-9, 1, 1), DAY)),
                invalid("a suspension", "registrar", new SuspendMember(new MemberId("eve"), LONG)),
                invalid("a withdrawal", "eve", new WithdrawAgreement(AGREEMENT, "2.0", LONG)),
                invalid("a hold", "robot", hold("Month", LONG, DAY.plusMonths(1))),
                invalid(
                        "a period's name that grows as an id",
                        "robot",
                        hold("\ufdfa".repeat(200), "r", DAY.plusDays(1))),
                invalid("a period without end", "robot", hold("Month", "r", never)),
                invalid("a text with NUL", "eve", proposal("3.0", "contract\0")),
                refused(
                        "a version that is none",
                        "eve",
                        new SignAgreement(AGREEMENT, "1\n0", Hash.NONE, Hash.NONE, Hash.NONE),
                        RefusalCode.AGREEMENT_UNKNOWN),
                refused(
                        "a settlement of a version that is none",
                        "robot",
                        new HoldSettlement(AGREEMENT, "1\n0", "Month", DAY, DAY.plusDays(1), List.of(), 0),
                        RefusalCode.AGREEMENT_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void nothing_is_signed_before_there_were_signatures(String instant) {
        TransactionBody body = new TransactionBody(
                LedgerId.NONE,
                new SuspendMember(new MemberId("m"), "r"),
                new MemberId("m"),
                new RequestKey("r"),
                Instant.parse(instant));

        assertThat(new BlockLimits(10, World.NOON).against(body)).isPresent();
    }

    private static Row invalid(String title, String member, Payload payload) {
        return refused(title, member, payload, RefusalCode.INVALID_CONTENT);
    }

    private static RegisterMeter meter(String energy, String unit) {
        return new RegisterMeter(
                new MeterId("m"),
                new MemberId("grid"),
                "label",
                "site",
                energy,
                unit,
                Interval.ofMinutes(15),
                ZoneId.of("Europe/Dublin"));
    }

    private static RegisterMeter hourlyOnLordHowe() {
        return new RegisterMeter(
                new MeterId("howe"),
                new MemberId("grid"),
                "label",
                "site",
                "electricity",
                "kWh",
                Interval.ofMinutes(60),
                ZoneId.of("Australia/Lord_Howe"));
    }

    private static RegisterIndex index(String unit) {
        return new RegisterIndex(new IndexId("exchange/spot"), new MemberId("exchange"), "Spot", unit);
    }

    private static PublishIndexValues value(LocalDate from, LocalDate to) {
        return new PublishIndexValues(new IndexId("exchange/base"), List.of(new IndexValue(from, to, BigDecimal.ONE)));
    }

    private static HoldSettlement hold(String period, String reason, LocalDate to) {
        return new HoldSettlement(AGREEMENT, "1.0", period, DAY, to, List.of(new HoldReason("missing", reason)), 0);
    }

    private static ProposeAgreement proposal(String version, String text) {
        return World.proposal(version, text, World.TERMS);
    }
}
