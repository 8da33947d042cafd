package io.smartblocks.portal.api.key;

import io.smartblocks.portal.account.Role;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What someone typed who wants a key, and what is wrong with it. */
record KeyForm(String name, Set<Scope> scopes, String lastDay) {

    static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 90;

    /** An empty form with the usual answers. */
    static KeyForm empty(LocalDate today) {
        return new KeyForm("", Set.of(Scope.READ), today.plusDays(USUAL_DAYS).toString());
    }

    static KeyForm typed(String name, Collection<String> scopes, String lastDay) {
        Set<Scope> chosen = EnumSet.noneOf(Scope.class);
        scopes.stream().map(Scope::withCode).flatMap(Optional::stream).forEach(chosen::add);
        return new KeyForm(name.strip(), chosen, lastDay.strip());
    }

    /** The keys of the messages that say what is wrong, by field, in the order of the form. */
    Map<String, String> problems(Role role, LocalDate today) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.put("name", "keys.name.wrong");
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(scope -> scope.isFor(role))) {
            problems.put("scopes", "keys.scopes.wrong");
        }
        if (day().filter(last -> !last.isBefore(today) && !last.isAfter(latest(today)))
                .isEmpty()) {
            problems.put("lastDay", "keys.end.wrong");
        }
        return problems;
    }

    /** The latest last day that a key may have. */
    static LocalDate latest(LocalDate today) {
        return today.plusDays(LONGEST_DAYS);
    }

    /** The moment at which the last day is over. */
    Instant expires(ZoneId zone) {
        return day().orElseThrow().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(lastDay));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
