package io.smartblocks.portal.settlement;

import io.smartblocks.runtime.settlement.DutyWords;
import io.smartblocks.runtime.settlement.Statement;
import java.time.LocalDate;
import java.util.List;

/** Something that a settlement obliges to besides paying: who does what under which clause, and by when. */
record ToDo(String clause, String words, LocalDate due) {

    static List<ToDo> of(Statement statement) {
        return statement.duties().stream()
                .map(duty -> new ToDo(duty.clause(), DutyWords.of(duty), duty.due()))
                .toList();
    }
}
