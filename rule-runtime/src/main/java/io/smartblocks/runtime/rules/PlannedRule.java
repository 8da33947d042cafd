package io.smartblocks.runtime.rules;

import java.util.List;

/**
 * A rule of the plan: for which term or sentence it stands, in which stratum, what it asks there, what it does. Rules of a plan stand in the order
 * in which they fire.
 */
record PlannedRule(String name, int place, int stratum, List<Question> when, Action then) {
    PlannedRule {
        when = List.copyOf(when);
    }

    String text() {
        StringBuilder text = new StringBuilder(name).append('@').append(stratum);
        when.forEach(question -> text.append('?').append(question.text()));
        return text.append('!').append(then.text()).toString();
    }
}
