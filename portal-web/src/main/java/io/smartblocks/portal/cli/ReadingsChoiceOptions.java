package io.smartblocks.portal.cli;

import io.smartblocks.ledger.meter.ColumnChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user says of a readings file beyond what stands in it. */
final class ReadingsChoiceOptions {

    @Option(names = "--meter", paramLabel = "ID", description = "Whose readings they are, if the file does not say.")
    private Optional<String> meter = Optional.empty();

    @Option(names = "--time-column", paramLabel = "NAME", description = "The column with the start of each reading.")
    private Optional<String> timeColumn = Optional.empty();

    @Option(names = "--value-column", paramLabel = "NAME", description = "The column with the readings.")
    private Optional<String> valueColumn = Optional.empty();

    @Option(names = "--unit", paramLabel = "UNIT", description = "The unit of the values, if the file does not say.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--usage-point",
            paramLabel = "NAME",
            description = "The usage point of a Green Button file with several: its number, title or address.")
    private Optional<String> usagePoint = Optional.empty();

    @Option(
            names = "--reading",
            paramLabel = "NAME",
            description = "The reading of a Green Button file with several: its number, title or address.")
    private Optional<String> reading = Optional.empty();

    @Option(
            names = "--put-aside",
            description = "List the rows that cannot be recorded and record the others, instead of refusing the file.")
    private boolean putAside;

    ColumnChoice choice() {
        ColumnChoice choice = meter.map(Meters::id).map(ColumnChoice::ofMeter).orElseGet(ColumnChoice::fromHeader);
        choice = timeColumn.map(choice::timeIn).orElse(choice);
        choice = valueColumn.map(choice::valueIn).orElse(choice);
        choice = unit.map(choice::in).orElse(choice);
        choice = usagePoint.map(choice::atUsagePoint).orElse(choice);
        choice = reading.map(choice::ofReading).orElse(choice);
        return putAside ? choice.puttingAsideWhatDoesNotFit() : choice;
    }
}
