package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.Interval;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code index register}: tells the ledger of an index before it has values. */
@Command(
        name = "register",
        description = "Tell the ledger of an index: its unit, and how long each of its values holds.")
final class IndexRegisterCommand extends StatingCommand {

    @Mixin
    private IndexNameOptions index = new IndexNameOptions();

    @Mixin
    private IndexKindOptions kind = new IndexKindOptions();

    @Option(
            names = "--publisher",
            paramLabel = "MEMBER",
            description = "The organisation that publishes it; the signer's if left out.")
    private Optional<String> publisher = Optional.empty();

    @Override
    String state(LedgerStatement statement) {
        MemberId by = publisher.map(LedgerStatement::member).orElseGet(statement::organisation);
        RegisterIndex registration = kind.registration(index, by);
        long block = statement.make(registration);
        return "Index %s, published by %s in %s, stands in block %d; a value holds for %s."
                .formatted(
                        registration.index(),
                        by,
                        registration.unit(),
                        block,
                        registration.interval().map(Interval::value).orElse("a range of days"));
    }
}
