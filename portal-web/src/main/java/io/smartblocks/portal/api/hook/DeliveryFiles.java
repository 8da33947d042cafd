package io.smartblocks.portal.api.hook;

import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was sent to a webhook as a file, with times in ISO UTC. */
@Component
class DeliveryFiles {

    private final Deliveries deliveries;
    private final Words say;

    DeliveryFiles(Deliveries deliveries, Words say) {
        this.deliveries = deliveries;
        this.say = say;
    }

    /** All that a filter shows, newest first, read while it is written. */
    LongTable table(Hook hook, Optional<Delivery.State> only) {
        return new LongTable(
                "deliveries",
                List.of(
                        say.message("hooks.sent.event"),
                        say.message("hooks.file.kind"),
                        say.message("hooks.sent.about"),
                        say.message("hooks.file.made"),
                        say.message("part.state"),
                        say.message("hooks.sent.tries"),
                        say.message("hooks.sent.answer"),
                        say.message("hooks.file.last")),
                Part.<Delivery>all((last, atMost) ->
                                deliveries.of(hook, only, last.map(Delivery::id).orElse(Long.MAX_VALUE), atMost))
                        .map(this::cells));
    }

    private List<Cell> cells(Delivery delivery) {
        return List.of(
                text(delivery.event()),
                text(delivery.kind().code()),
                text(delivery.subject()),
                text(delivery.made().toString()),
                text(say.message("hooks.sent.state." + delivery.state().name().toLowerCase(Locale.ROOT))),
                whole(delivery.tries()),
                text(answer(delivery)),
                text(delivery.last().map(Instant::toString).orElse("")));
    }

    /** What the receiver answered last, or why none came. */
    String answer(Delivery delivery) {
        return delivery.status()
                .map(String::valueOf)
                .or(() -> delivery.problem()
                        .map(why -> say.message("hooks.problem."
                                + why.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                .orElse("");
    }
}
