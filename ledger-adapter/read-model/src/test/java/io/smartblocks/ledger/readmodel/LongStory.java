package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.readmodel.ChainFixture.Step;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A long and varied chain in which every family has its say, drawn from a seed. */
final class LongStory {

    private static final List<MeterId> METERS =
            List.of(StoryFixture.METER, new MeterId("IE-9002/hourly"), new MeterId("DE.a_b:c-D/x"));
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
    private static final List<String> WORDS =
            List.of("read twice", "Zähler getauscht", "it's \"quoted\" | and\nbroken", "点検", "🔥 heat", "a\\b ' -- %_");

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final Random chance;
    private final Map<StateKey, Integer> revisions = new HashMap<>();
    private int members;
    private int settlements;

    private LongStory(long seed) {
        this.chance = new Random(seed);
    }

    static List<Block> of(long seed, int blocks) {
        LongStory story = new LongStory(seed);
        story.begin();
        while (story.chain.blocks().size() < blocks) {
            story.block();
        }
        return story.chain.blocks();
    }

    private void begin() {
        chain.add(StoryFixture.founded());
        METERS.forEach(meter -> chain.add(StoryFixture.meterRegistered(meter)));
        chain.add(StoryFixture.indexRegistered());
        chain.add(StoryFixture.proposed());
    }

    private void block() {
        List<List<Step>> batches = new ArrayList<>();
        for (int batch = chance.nextInt(3); batch >= 0; batch--) {
            batches.add(batch());
        }
        chain.addBatchEach(batches);
    }

    /** A batch writes each key once, as those do that families have decided about. */
    private List<Step> batch() {
        List<Step> steps = new ArrayList<>();
        Set<StateKey> written = new HashSet<>();
        for (int step = chance.nextInt(5); step >= 0; step--) {
            Step next = step();
            if (next.writes().stream().noneMatch(write -> written.contains(write.key()))) {
                next.writes().forEach(write -> written.add(write.key()));
                steps.add(next);
            }
        }
        return steps;
    }

    private Step step() {
        return switch (chance.nextInt(22)) {
            case 0, 1, 2 -> readings(StoryFixture.page(meter(), day(), values()));
            case 3 -> value();
            case 4 -> StoryFixture.member("member-" + members++);
            case 5 -> StoryFixture.held(day(), chance.nextBoolean());
            case 6 -> StoryFixture.settled(day(), settlements++, statement());
            case 7 -> agreement();
            case 8 -> EvidenceFixture.predicted(meter(), day(), chance.nextInt(9999), chance.nextInt(3));
            case 9 ->
                EvidenceFixture.siteRegistered(new SiteId("site-" + chance.nextInt(5)), word(), StoryFixture.OWNER);
            case 10 -> EvidenceFixture.indexPage(day(), chance.nextInt(3), "81.20", "", "-7.5", "80");
            case 11 -> EvidenceFixture.disputed(EvidenceFixture.dispute(settlement(), word()));
            case 12 -> EvidenceFixture.resolved(EvidenceFixture.dispute(settlement(), word()));
            case 17, 18 -> EvidenceFixture.verified(EvidenceFixture.verification(settlement(), chance.nextBoolean()));
            case 13 -> EvidenceFixture.paid(payment());
            case 20 -> StoryFixture.moved(meter(), word());
            case 14 -> EvidenceFixture.takenBack(payment());
            case 19 -> EvidenceFixture.named(StoryFixture.OWNER, word());
            case 16 ->
                EvidenceFixture.stated(EvidenceFixture.fact("Floor Area", day(), "12.50"), 0, chance.nextBoolean());
            case 15 ->
                EvidenceFixture.rated(
                        StoryFixture.OWNER,
                        1 + chance.nextInt(5),
                        0,
                        EvidenceFixture.everyOtherEvent(StoryFixture.OWNER));
            default -> StoryFixture.activated(ChainFixture.FIRST.plusSeconds(chance.nextInt(1000)));
        };
    }

    private Step readings(ReadingsPage page) {
        int revision = revisions.merge(StateKey.readings(page.meter(), page.day()), 1, Integer::sum) - 1;
        return revision == 0 ? StoryFixture.recorded(page) : StoryFixture.corrected(page, revision, word());
    }

    private Step agreement() {
        return switch (chance.nextInt(5)) {
            case 0 -> StoryFixture.proposed();
            case 1 -> StoryFixture.signed();
            case 2 -> StoryFixture.suspended();
            case 3 -> StoryFixture.ended();
            default -> StoryFixture.withdrawn();
        };
    }

    private SettlementId settlement() {
        return new SettlementId(StoryFixture.AGREEMENT, "Month", LocalDate.parse(day()), chance.nextInt(3));
    }

    private PaymentState payment() {
        return EvidenceFixture.payment(settlement(), 1 + chance.nextInt(3), "12.50", word());
    }

    private Step value() {
        LocalDate from = LocalDate.parse(day());
        String figure = chance.nextInt(200) - 100 + "." + (10 + chance.nextInt(90));
        return StoryFixture.indexValue(
                from.toString(), from.plusDays(1 + chance.nextInt(30)).toString(), figure, chance.nextInt(4));
    }

    private String statement() {
        return chance.nextBoolean() ? SettlementViewTests.STATEMENT : "{\"of\":\"" + word() + "\"}";
    }

    private MeterId meter() {
        return METERS.get(chance.nextInt(METERS.size()));
    }

    private String day() {
        return FIRST_DAY.plusDays(chance.nextInt(200)).toString();
    }

    private Long[] values() {
        return new Long[] {chance.nextInt(10) == 0 ? null : Long.valueOf(chance.nextInt(2_000_000) - 1_000_000)};
    }

    private String word() {
        return WORDS.get(chance.nextInt(WORDS.size()));
    }
}
