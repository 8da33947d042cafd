package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.series.IndexContent;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code index correct}: replaces values that were published, for a stated reason. */
@Command(
        name = "correct",
        description = {
            "Replace values of an index that were published, for a reason; all of them or none.",
            "The file is like that of 'index publish', with just the values that change; a value for a range of days"
                    + " is corrected for exactly its range."
        })
final class IndexCorrectCommand extends StatingCommand {

    @Parameters(paramLabel = "FILE", description = "CSV with the header from,to,value or start,value.")
    private Path file = Path.of("");

    @Mixin
    private IndexNameOptions index = new IndexNameOptions();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    String state(LedgerStatement statement) {
        IndexState state = statement
                .view()
                .state(StateKey.index(index.id()), IndexState.class)
                .orElseThrow(() -> new InputRefused(
                        "There is no index '%s' on this ledger; publish its values first, with 'smartblocks index publish'."
                                .formatted(index.id())));
        IndexContent content =
                IndexContent.of(Texts.read(file), file.toString(), index.name(), state, statement.view());
        if (content.values() == 0) {
            return "Nothing changes: all values of %s in '%s' stand exactly so.".formatted(index.id(), file);
        }
        long block = statement.make(content.corrected(reason.text()).toArray(Payload[]::new));
        return "%s of %s corrected in block %d.".formatted(Count.of(content.values(), "value"), index.id(), block);
    }
}
