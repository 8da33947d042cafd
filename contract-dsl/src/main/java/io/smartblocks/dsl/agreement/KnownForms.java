package io.smartblocks.dsl.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of different shapes that were read lately, the latest first; a form of another shape differs soon. */
final class KnownForms {

    private static final int KEPT = 64;

    private static volatile List<KnownForm> known = List.of();

    private KnownForms() {}

    static Optional<Agreement> like(String form) {
        char[] chars = form.toCharArray();
        for (KnownForm each : known) {
            Optional<Agreement> agreement = each.like(chars);
            if (agreement.isPresent()) {
                return agreement;
            }
        }
        return Optional.empty();
    }

    static synchronized void keep(String form, Agreement agreement) {
        List<KnownForm> all = new ArrayList<>(KEPT);
        all.add(new KnownForm(form, agreement));
        all.addAll(known.subList(0, Math.min(known.size(), KEPT - 1)));
        known = List.copyOf(all);
    }
}
