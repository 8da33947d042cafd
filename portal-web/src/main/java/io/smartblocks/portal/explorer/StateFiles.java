package io.smartblocks.portal.explorer;

import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The list of states as a file: what the filter shows, with times in ISO UTC. */
@Component
class StateFiles {

    private final StateList list;
    private final Words say;

    StateFiles(StateList list, Words say) {
        this.list = list;
        this.say = say;
    }

    /** All that the filter shows, read while it is written. */
    LongTable table(Account reader, StateFilter filter) {
        List<String> head = List.of(
                say.message("transaction.key"),
                say.message("explorer.kind"),
                say.message("states.value"),
                say.message("states.changed.utc"),
                say.message("explorer.block"));
        StateList.Asked asked = list.asked(reader, filter);
        return new LongTable(
                "states",
                head,
                Part.<StateList.Row>all((last, atMost) ->
                                asked.rows(last.map(StateList.Row::key).orElse(""), atMost))
                        .map(StateFiles::row));
    }

    private static List<Cell> row(StateList.Row state) {
        return List.of(
                text(state.key()),
                text(state.kind()),
                text(state.value()),
                text(state.changed().map(Instant::toString).orElse("")),
                whole(state.block()));
    }
}
