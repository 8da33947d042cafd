package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can stand in quotation marks: time zones, calendars, methods, titles of scenarios. */
final class Quotable {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone ->
                    zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    /** Working days follow a country by its English name, or the calendar of euro payments. */
    private static final List<String> CALENDARS = Stream.concat(
                    Stream.of("TARGET"),
                    Stream.of(Locale.getISOCountries())
                            .map(country -> new Locale("", country).getDisplayCountry(Locale.ENGLISH))
                            .sorted())
            .toList();

    private static final List<String> METHODS = List.of("CalTRACK daily", "CalTRACK billing");

    private Quotable() {}

    static List<String> after(List<Lexeme> before, Document document) {
        Keywords keywords = Keywords.of(before, false);
        return switch (keywords.last()) {
            case "zone" -> ZONES;
            case "follow", "by" -> keywords.endWith("fitted by") ? METHODS : byName(keywords);
            case "like", "after" ->
                document.all(Sentence.Story.class)
                        .map(story -> story.name().text())
                        .filter(title ->
                                before.stream().noneMatch(word -> word.text().equals('"' + title + '"')))
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> byName(Keywords keywords) {
        return keywords.last().equals("follow") || keywords.endWith("governed by") ? CALENDARS : List.of();
    }
}
