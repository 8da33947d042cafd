package io.smartblocks.portal.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A part of a list. */
@Schema(description = "A part of a list; ask for what follows with `after`")
record PageOf<T>(
        List<T> items,

        @Schema(description = "What to send as `after` for the next part; empty at the end", example = "MTIKMAow")
        String next) {

    PageOf {
        items = List.copyOf(items);
    }
}
