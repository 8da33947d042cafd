package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.WaitingView;
import io.smartblocks.ledger.readmodel.Waits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How addresses name a place among all that waits: what stands on the ledger, and behind it the changes asked for. */
final class WaitingPlace {

    private static final String CHANGE = "change";

    private WaitingPlace() {}

    static String of(Waits waits) {
        return waits.kind().name().toLowerCase(Locale.ROOT) + '-' + waits.number();
    }

    static String ofChange(long id) {
        return CHANGE + '-' + id;
    }

    static Optional<WaitingView.Place> state(String place) {
        return Arrays.stream(Waits.Kind.values())
                .filter(kind -> place.startsWith(kind.name().toLowerCase(Locale.ROOT) + '-'))
                .findFirst()
                .flatMap(kind -> number(place).map(number -> new WaitingView.Place(kind, number)));
    }

    static Optional<Long> change(String place) {
        return place.startsWith(CHANGE + '-') ? number(place) : Optional.empty();
    }

    private static Optional<Long> number(String place) {
        String digits = place.substring(place.indexOf('-') + 1);
        return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
