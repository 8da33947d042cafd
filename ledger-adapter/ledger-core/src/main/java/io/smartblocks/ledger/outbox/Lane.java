package io.smartblocks.ledger.outbox;

import java.util.regex.Pattern;

/** What must stay in order, such as the readings of one meter; different lanes go ahead independently. */
public record Lane(String name) {

    private static final Pattern FORM = Pattern.compile("\\S(.{0,198}\\S)?");

    public Lane {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' does not name a lane: expected 1 to 200 characters on one line");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
