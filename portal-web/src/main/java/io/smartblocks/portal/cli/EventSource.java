package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where reported events come from: a file, or the options that say one. */
final class EventSource {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "CSV with the header at,reference and the name of each figure.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When it happened, with Z or an offset: 2026-01-14T09:30:00Z.")
    private Optional<OffsetDateTime> at = Optional.empty();

    @Option(
            names = "--reference",
            paramLabel = "TEXT",
            description = "Your own number of it, which tells it from others at the same time.")
    private Optional<String> reference = Optional.empty();

    @Option(
            names = "--figure",
            paramLabel = "NAME=FIGURE",
            converter = Assignment.Converter.class,
            description = "A figure with its unit: \"Outage Length=90 minutes\". Once for each.")
    private List<Assignment> figures = List.of();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    List<ReportEvent> events(EventDeclaration declaration) {
        boolean one = at.isPresent() || reference.isPresent() || !figures.isEmpty();
        if (one == file.isPresent() || one && (at.isEmpty() || reference.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "Give either --file, or --at and --reference with a --figure for each figure.");
        }
        return file.map(from -> new EventFile(from, declaration).events()).orElseGet(() -> List.of(one(declaration)));
    }

    private ReportEvent one(EventDeclaration declaration) {
        Map<String, Quantity> typed = new TreeMap<>();
        figures.forEach(figure -> typed.put(figure.name(), LedgerStatement.typed(() -> Quantity.of(figure.value()))));
        return declaration.event(at.orElseThrow().toInstant(), reference.orElseThrow(), typed);
    }
}
