package io.smartblocks.ledger.transaction;

/** JSON that does not say what was expected; the message names the field and what was expected there. */
public class MalformedJson extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedJson(JsonPlace place, String problem) {
        super(place + " " + problem);
    }

    MalformedJson(JsonPlace place, String problem, Throwable cause) {
        super(place + " " + problem, cause);
    }
}
