package io.smartblocks.ledger.transaction;

import org.jspecify.annotations.Nullable;

/** Where in JSON text something stands; put into words only for a message. */
final class JsonPlace {

    /** The whole text. */
    static final JsonPlace WHOLE = new JsonPlace(null, "", -1);

    private final @Nullable JsonPlace around;
    private final String name;
    private final int item;

    private JsonPlace(@Nullable JsonPlace around, String name, int item) {
        this.around = around;
        this.name = name;
        this.item = item;
    }

    /** A field of the object that stands here. */
    JsonPlace field(String ofName) {
        return new JsonPlace(this, ofName, -1);
    }

    /** An item of the list that stands here. */
    JsonPlace item(int number) {
        return new JsonPlace(this, "", number);
    }

    @Override
    public String toString() {
        if (around == null) {
            return "the JSON text";
        }
        StringBuilder path = new StringBuilder();
        write(path);
        return "field '" + path + "'";
    }

    private void write(StringBuilder path) {
        if (around == null) {
            return;
        }
        around.write(path);
        if (item >= 0) {
            path.append('[').append(item).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }
}
