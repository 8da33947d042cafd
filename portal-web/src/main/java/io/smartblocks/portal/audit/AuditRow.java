package io.smartblocks.portal.audit;

import io.smartblocks.portal.words.Words;

/** An entry as the page shows it. */
record AuditRow(Entry.Content entry, String at, String who, String act, String mood, String icon, String outcome) {

    static AuditRow of(Entry entry, Words say) {
        Entry.Content content = entry.content();
        return new AuditRow(
                content,
                say.moment(content.at()),
                content.who().isEmpty() ? say.message("audit.nobody") : content.who(),
                Act.withCode(content.act())
                        .map(act -> say.message("audit.act." + act.code()))
                        .orElse(content.act()),
                mood(content.outcome()),
                icon(content.outcome()),
                Outcome.withCode(content.outcome())
                        .map(outcome -> say.message("audit.outcome." + outcome.code()))
                        .orElse(content.outcome()));
    }

    private static String mood(String outcome) {
        return switch (outcome) {
            case "done" -> "good";
            case "refused" -> "bad";
            case "unknown" -> "warn";
            default -> "";
        };
    }

    private static String icon(String outcome) {
        return outcome.equals("asked") ? "clock" : mood(outcome);
    }
}
