package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What random agreements let parties owe is the same by the rules, by the printed rules and by plain code. */
class SameDutiesProperties {

    private static final int AGREEMENTS = 14;
    private static final int MONTHS = 25;

    private final Set<Class<?>> owed = new HashSet<>();
    private final Set<String> refusals = new HashSet<>();
    private int parts;
    private int excused;

    @Test
    void duties_of_random_agreements_are_decided_alike() {
        int compiled = 0;
        for (long seed = 1; compiled < AGREEMENTS; seed++) {
            assertThat(seed).as("texts that compile are rare").isLessThan(4 * AGREEMENTS);
            String text = RandomDuties.text(seed);
            Optional<Agreement> agreement = AgreementCompiler.compile(new SourceText("random.esco", text))
                    .agreement();
            if (agreement.isPresent()) {
                decideAlike(agreement.get(), text, seed);
                compiled++;
            }
        }

        assertThat(owed)
                .containsExactlyInAnyOrder(
                        Effect.Pay.class,
                        Effect.PaySplit.class,
                        Effect.Transfer.class,
                        Effect.Mint.class,
                        Effect.Retire.class,
                        Effect.Deliver.class,
                        Effect.Perform.class);
        assertThat(refusals).contains("not-whole", "negative-duty", "shares-exceed", "partly", "readings-missing");
        assertThat(parts).isPositive();
        assertThat(excused).isPositive();
    }

    private void decideAlike(Agreement agreement, String text, long seed) {
        RuleBooks.Prepared prepared = new RuleBooks(4).prepare(agreement, "Month");
        DrlRules printed = DrlRules.of(agreement, "Month");
        Random random = new Random(seed);
        for (int month = 0; month < MONTHS; month++) {
            Ground ground = ground(agreement, random);
            Settling model = new Settling(prepared.book().plan(), prepared.parameters(), ground);
            Settling drl = new Settling(prepared.book().plan(), prepared.parameters(), ground);
            prepared.book().decide(List.of(model));
            printed.decide(drl);

            Decision decision = new Decision(model);
            String where = "seed " + seed + ", month from " + ground.from() + " of\n" + text;
            assertThat(told(new Decision(drl))).as(where).isEqualTo(told(decision));
            assertThat(drl.fired()).as(where).isEqualTo(model.fired());
            assertThat(plainly(ground)).as(where).isEqualTo(told(decision));
            note(decision);
        }
    }

    private void note(Decision decision) {
        decision.problems().forEach(problem -> refusals.add(problem.code()));
        if (decision.problems().isEmpty()) {
            decision.payments().forEach(payment -> owed.add(payment.effect().getClass()));
            decision.payments().forEach(payment -> parts += payment.part());
            decision.duties().forEach(duty -> owed.add(duty.duty().getClass()));
            excused += decision.excused().size();
        }
    }

    private record Told(Map<String, Exact> values, List<String> owed, boolean refused) {}

    private static Told told(Decision decision) {
        Map<String, Exact> values = new TreeMap<>();
        decision.values().forEach(value -> values.put(value.term().name(), value.value()));
        if (!decision.problems().isEmpty()) {
            return new Told(values, List.of(), true);
        }
        List<String> owed = new ArrayList<>();
        decision.payments().forEach(line -> owed.add(line.index() + "/" + line.part() + ": " + line.net()));
        decision.duties().forEach(duty -> owed.add(duty.index() + ": " + duty.amount()));
        return new Told(values, owed, false);
    }

    private static Told plainly(Ground ground) {
        PlainSettling plain = PlainSettling.of(ground);
        Map<String, Exact> values = new TreeMap<>();
        boolean refused = false;
        for (int place : Planning.of(ground.agreement(), ground.period()).plan().terms()) {
            String name = ground.agreement().terms().get(place).name();
            Figured figured = plain.figure(name);
            refused |= figured.problem().isPresent();
            if (figured.problem().isEmpty()) {
                values.put(name, figured.value());
            }
        }
        List<String> owed = new ArrayList<>();
        try {
            plain.owing().lines().forEach(line -> owed.add(line.sentence() + "/" + line.part() + ": " + line.net()));
            plain.owing().duties().forEach(duty -> owed.add(duty.sentence() + ": " + duty.amount()));
        } catch (Stopped e) {
            refused = true;
        }
        return new Told(values, refused ? List.of() : owed, refused);
    }

    private static Ground ground(Agreement agreement, Random random) {
        Declaration.Period period = agreement.periods().get(0);
        int number = 1 + random.nextInt(24);
        LocalDate from = new Periods(period).start(number);
        LocalDate to = new Periods(period).start(number + 1);
        Evidence.Builder evidence = Evidence.asOf(number);
        if (random.nextBoolean()) {
            evidence.fact("Outage", List.of(new FactValue(from, Exact.of(random.nextInt(60)))));
        }
        for (Declaration.Meter meter : agreement.meters()) {
            Grid grid = new Grid(from, to, agreement.settings().zone(), meter.every());
            evidence.column(meter.name(), column(random, grid));
        }
        return GroundFixture.ground(agreement, period, number, evidence.build());
    }

    private static MeterColumn column(Random random, Grid grid) {
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 1);
        int mean = 1 + random.nextInt(500);
        int step = random.nextBoolean() ? 10 : 1;
        for (int i = 0; i < grid.size(); i++) {
            boolean gap = random.nextInt(500) == 0;
            column.put(i, gap ? 0 : random.nextInt(mean) * (long) step, gap ? Quality.MISSING : Quality.ACTUAL);
        }
        return column.build();
    }
}
