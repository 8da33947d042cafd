package io.smartblocks.portal.explorer;

import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.document.Table;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.document.TableFiles;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The list of states as a file: what the filter shows, with times in ISO UTC. */
@Component
class StateFiles {

    private static final int MOST = 10_000;

    private final StateList list;
    private final Words say;

    StateFiles(StateList list, Words say) {
        this.list = list;
        this.say = say;
    }

    byte[] csv(Account reader, StateFilter filter) {
        return TableFiles.csv(table(reader, filter));
    }

    byte[] xlsx(Account reader, StateFilter filter) {
        return TableFiles.xlsx(List.of(table(reader, filter)));
    }

    /** Says so in its last row where there is more than one file holds. */
    private Table table(Account reader, StateFilter filter) {
        List<StateList.Row> states = list.rows(reader, filter, "", MOST + 1);
        List<List<Cell>> rows = new ArrayList<>();
        states.stream().limit(MOST).map(StateFiles::row).forEach(rows::add);
        if (states.size() > MOST) {
            rows.add(List.of(
                    text(say.message("states.file.more", say.number(MOST))), text(""), text(""), text(""), text("")));
        }
        List<String> head = List.of(
                say.message("transaction.key"),
                say.message("explorer.kind"),
                say.message("states.value"),
                say.message("states.changed.utc"),
                say.message("explorer.block"));
        return new Table("states", head, rows);
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
