package io.smartblocks.ledger.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.outbox.StoppingDisk.Way;
import io.smartblocks.ledger.outbox.UnsteadyLedger.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class OutboxCrashTests {

    private static final List<Line> LINES =
            List.of(Line.BREAKS_BEFORE_THE_ANSWER, Line.HOLDS, Line.BREAKS_BEFORE_THE_LEDGER_HEARS, Line.HOLDS);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Way.class)
    void whichever_step_a_machine_stops_at_every_batch_arrives_once_and_in_order(Way way) throws IOException {
        int step = 1;
        while (stoppedAt(step, way)) {
            step++;
        }
        assertThat(step).isGreaterThan(30);
    }

    private boolean stoppedAt(int step, Way way) throws IOException {
        int[] attempts = {0};
        Shipment shipment = new Shipment(
                directory.resolve(way + "-" + step), () -> LINES.get(Math.min(attempts[0]++, LINES.size() - 1)));
        StoppingDisk disk = new StoppingDisk(step, way);
        shipment.on(disk, OutboxCrashTests::work);
        shipment.arrives();
        return disk.reached();
    }

    private static void work(Shipment shipment) {
        shipment.append(0);
        shipment.appendWrong(0);
        shipment.append(0);
        shipment.append(1);
        shipment.forward();
        shipment.forward();
        shipment.retryAll();
        shipment.append(1);
        shipment.forward();
        shipment.forward();
        shipment.appendWrong(2);
        shipment.forward();
        shipment.forward();
        shipment.discardAll();
        shipment.append(2);
        shipment.forward();
    }
}
