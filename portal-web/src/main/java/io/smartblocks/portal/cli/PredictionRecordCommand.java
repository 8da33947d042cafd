package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.PredictionPage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prediction record}: states what a meter is expected to read on days to come, all of them or none. */
@Command(
        name = "record",
        description = {
            "State what a meter is expected to read on days to come; all days of the file or none.",
            "The file is like one of readings, with a value for each interval of each day; until a day begins, it can"
                    + " be stated anew."
        })
final class PredictionRecordCommand extends SigningCommand {

    @Parameters(paramLabel = "FILE", description = "CSV such as start,value; see Readings in docs/cli.md.")
    private Path file = Path.of("");

    @Option(names = "--meter", paramLabel = "ID", required = true, description = "Whose readings are predicted.")
    private String meter = "";

    @Option(names = "--model", paramLabel = "TEXT", required = true, description = "What the prediction was made with.")
    private String model = "";

    @Option(names = "--value-column", paramLabel = "NAME", description = "The column with the predicted readings.")
    private Optional<String> valueColumn = Optional.empty();

    @Option(names = "--margin-column", paramLabel = "NAME", description = "The column with the error to be expected.")
    private Optional<String> marginColumn = Optional.empty();

    @Option(
            names = "--skip-begun",
            description = "List the days that have begun and state the others, instead of refusing the file.")
    private boolean skipBegun;

    @Override
    String state(Ledger ledger, OpenedKeys keys, Clock clock) {
        ColumnChoice ofMeter =
                ColumnChoice.ofMeter(Meters.required(Meters.id(meter), ledger).meter());
        ColumnChoice choice = valueColumn.map(ofMeter::valueIn).orElse(ofMeter);
        Instant now = clock.instant();
        Map<Boolean, List<PredictionPage>> begun = new PredictionFile(file, ledger)
                .predictions(choice, marginColumn, model).stream()
                        .collect(partitioningBy(page -> !page.start().isAfter(now)));
        tellBegun(begun.get(true), now);
        List<PredictionPage> stated =
                begun.get(false).stream().filter(page -> !stands(page, ledger)).toList();
        int before = begun.get(false).size() - stated.size();
        if (stated.isEmpty()) {
            return "Nothing is new: %s stated exactly so before.".formatted(Count.of(before, "day"));
        }
        long block = statement(ledger, keys.signer(ledger), clock)
                .make(stated.stream().map(RecordPrediction::new).toArray(Payload[]::new));
        return "Predictions for meter %s on %s stand in block %d, %d there before."
                .formatted(stated.get(0).meter(), Count.of(stated.size(), "day"), block, before);
    }

    private void tellBegun(List<PredictionPage> late, Instant now) {
        if (late.isEmpty()) {
            return;
        }
        String days = late.stream()
                .map(page -> "%s began at %s".formatted(page.day(), page.start()))
                .collect(joining("; "));
        if (!skipBegun) {
            throw new InputRefused(
                    ("Nothing of '%s' was stated: it is %s, too late for %s: %s.\nTake days that have begun out of the"
                                    + " file, or state the others with --skip-begun; what was read on them comes with"
                                    + " 'smartblocks meter import'.")
                            .formatted(file, now, Count.of(late.size(), "day"), days));
        }
        note("too late for %s, not stated: %s.".formatted(Count.of(late.size(), "day"), days));
    }

    private static boolean stands(PredictionPage page, StateView ledger) {
        return ledger.state(StateKey.prediction(page.meter(), page.day()), PredictionState.class)
                .filter(state -> state.page().equals(page))
                .isPresent();
    }
}
