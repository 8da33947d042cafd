package io.smartblocks.ledger.transaction;

/** JSON that does not say what was expected; the message names the field and what was expected there. */
public class MalformedJson extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedJson(String field, String problem) {
        super((field.isEmpty() ? "the JSON text" : "field '" + field + "'") + " " + problem);
    }

    MalformedJson(String field, String problem, Throwable cause) {
        super((field.isEmpty() ? "the JSON text" : "field '" + field + "'") + " " + problem, cause);
    }
}
