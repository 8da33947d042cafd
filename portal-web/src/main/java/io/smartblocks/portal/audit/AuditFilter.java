package io.smartblocks.portal.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries are looked for; what is empty asks for all.
 *
 * @param who a login
 * @param about what the subject begins with
 * @param from the first local day
 * @param to the last local day
 */
public record AuditFilter(
        String who,
        Optional<Act> act,
        Optional<Outcome> outcome,
        String about,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        ZoneId zone) {

    /** The condition of a query, to be put behind another one. */
    String condition() {
        StringBuilder sql = new StringBuilder();
        parameters().keySet().forEach(name -> sql.append(" and ").append(column(name)));
        return sql.toString();
    }

    private static String column(String name) {
        return switch (name) {
            case "from" -> "at >= :from";
            case "to" -> "at < :to";
            case "about" -> "subject like :about escape '!'";
            default -> name + " = :" + name;
        };
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!who.isEmpty()) {
            parameters.put("who", who.toLowerCase(Locale.ROOT));
        }
        act.ifPresent(known -> parameters.put("act", known.code()));
        outcome.ifPresent(known -> parameters.put("outcome", known.code()));
        if (!about.isEmpty()) {
            parameters.put("about", about.replaceAll("[!%_]", "!$0") + '%');
        }
        from.ifPresent(
                day -> parameters.put("from", day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC)));
        to.ifPresent(day -> parameters.put(
                "to", day.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC)));
        return parameters;
    }

    /** The address of a page with this filter. */
    String address(String path, String before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "who", who);
        add(address, "act", act.map(Act::code).orElse(""));
        add(address, "outcome", outcome.map(Outcome::code).orElse(""));
        add(address, "about", about);
        add(address, "from", from.map(LocalDate::toString).orElse(""));
        add(address, "to", to.map(LocalDate::toString).orElse(""));
        add(address, "before", before);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
