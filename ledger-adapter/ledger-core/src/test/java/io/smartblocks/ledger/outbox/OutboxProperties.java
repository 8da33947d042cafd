package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.outbox.StoppingDisk.Way;
import io.smartblocks.ledger.outbox.UnsteadyLedger.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class OutboxProperties {

    private static final int DAYS = 6;
    private static final int DEEDS = 12;

    @TempDir
    private Path directory;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_every_batch_arrives_once_and_in_order(long seed) throws IOException {
        Random random = new Random(seed);
        Shipment shipment = new Shipment(directory, () -> oneOf(Line.values(), random));
        for (int day = 0; day < DAYS; day++) {
            StoppingDisk disk = new StoppingDisk(1 + random.nextInt(40), oneOf(Way.values(), random));
            shipment.on(disk, working -> {
                for (int i = 0; i < DEEDS; i++) {
                    deed(working, random);
                }
            });
        }
        shipment.arrives();
    }

    private static void deed(Shipment shipment, Random random) {
        int lane = random.nextInt(Shipment.LANES);
        switch (random.nextInt(10)) {
            case 0:
                shipment.appendWrong(lane);
                break;
            case 1:
                shipment.retryAll();
                break;
            case 2:
                shipment.discardAll();
                break;
            case 3, 4, 5:
                shipment.forward();
                break;
            default:
                shipment.append(lane);
        }
    }

    private static <T> T oneOf(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
