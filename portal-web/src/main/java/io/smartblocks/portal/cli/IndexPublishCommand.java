package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.series.IndexContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code index publish}: puts the values of a file on the ledger, all of them or none. */
@Command(
        name = "publish",
        description = {
            "Put the values of an index on the ledger; all of them or none. What stands exactly so is left out.",
            "The file has the header from,to,value, where a value holds from a local day up to, not including, another;"
                    + " for an index with several values a day, start,value with the instant from which each holds."
        })
final class IndexPublishCommand extends StatingCommand {

    @Parameters(paramLabel = "FILE", description = "CSV with the header from,to,value or start,value.")
    private Path file = Path.of("");

    @Mixin
    private IndexNameOptions index = new IndexNameOptions();

    @Mixin
    private IndexKindOptions kind = new IndexKindOptions();

    @Override
    String state(LedgerStatement statement) {
        List<Payload> payloads = new ArrayList<>();
        Optional<IndexState> standing = statement.view().state(StateKey.index(index.id()), IndexState.class);
        standing.ifPresent(kind::requireOf);
        IndexState state = standing.orElseGet(() -> {
            RegisterIndex registration = kind.registration(index, statement.organisation());
            payloads.add(registration);
            return registered(registration);
        });
        IndexContent content =
                IndexContent.of(Texts.read(file), file.toString(), index.name(), state, statement.view());
        content.notes().forEach(this::note);
        if (content.values() == 0) {
            return "Nothing is new: all values of %s in '%s' stand exactly so.".formatted(index.id(), file);
        }
        payloads.addAll(content.published());
        long block = statement.make(payloads.toArray(Payload[]::new));
        return "%s of %s in block %d.".formatted(Count.of(content.values(), "value"), index.id(), block);
    }

    private static IndexState registered(RegisterIndex registration) {
        return new IndexState(
                registration.index(),
                registration.publisher(),
                registration.label(),
                registration.unit(),
                registration.interval(),
                registration.zone());
    }
}
