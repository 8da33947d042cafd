package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Outlook;
import io.smartblocks.dsl.syntax.OutlookReader;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be written at a place: names that fit first, then wordings, then whole sentences. */
final class Suggestions {

    private static final int NAMES = 0;
    private static final int WORDINGS = 1000;
    private static final int SENTENCES = 2000;

    private final Writing writing;
    private final Outlook outlook;
    private final Span at;
    private final String begun;
    private final Map<String, Suggestion> found = new LinkedHashMap<>();

    private Suggestions(Writing writing, Outlook outlook) {
        this.writing = writing;
        this.outlook = outlook;
        this.at = Span.of(outlook.begun());
        this.begun = writing.source().words(outlook.begun()).toLowerCase(Locale.ROOT);
    }

    /** The suggestions at an offset, best first; those that do not go on from what is there already are left out. */
    static List<Suggestion> at(Writing writing, int offset) {
        if (writing.isTooLong()) {
            return List.of();
        }
        Suggestions suggestions = new Suggestions(writing, OutlookReader.at(writing.source(), offset));
        suggestions.find();
        return suggestions.found.values().stream()
                .sorted(Comparator.comparingInt(Suggestion::rank))
                .toList();
    }

    private void find() {
        for (Outlook.Next next : outlook.next()) {
            switch (next.kind()) {
                case TERM -> names(next);
                case UNIT -> units(next);
                case CLAUSE_NUMBER -> clauses(next);
                case DATE -> days();
                case QUOTED -> quoted();
                case WORDING -> add(Suggestion.Kind.WORDING, next.words(), KeywordHelp.of(next.words()), WORDINGS);
                case NUMBER -> {}
            }
        }
        boolean opening = outlook.next().stream().anyMatch(next -> next.caller().equals("sentence"));
        if (opening && !outlook.quoted()) {
            sentences();
        }
    }

    private void names(Outlook.Next next) {
        Fit fit = Fit.of(next, outlook.before());
        if (fit == Fit.NEW) {
            newNames();
            return;
        }
        int rank = NAMES + fit.ordinal();
        for (Sentence sentence : writing.document().sentences()) {
            if (fit.takes(writing.kind(sentence), sentence)) {
                Occurrences.naming(sentence)
                        .map(Word::text)
                        .ifPresent(name -> add(
                                Suggestion.Kind.NAME,
                                fit == Fit.PERIOD
                                                && Keywords.of(outlook.before(), false)
                                                        .counted()
                                        ? name + "s"
                                        : name,
                                Facts.named(writing.kind(sentence)),
                                rank));
            }
        }
    }

    /** Terms that the text uses and nothing gives a meaning yet. */
    private void newNames() {
        Set<String> open = writing.occurrences().stream()
                .filter(it -> it.symbol().kind() == Symbol.Kind.TERM)
                .filter(it -> !it.at().touches(at.end()))
                .map(it -> it.symbol().name())
                .filter(name -> writing.names().thing(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        open.forEach(name -> add(Suggestion.Kind.NEW_NAME, name, "used, but given no meaning yet", NAMES + 50));
    }

    private void units(Outlook.Next next) {
        if (!next.words().isEmpty()) {
            add(Suggestion.Kind.UNIT, next.words(), "", NAMES + 200);
            return;
        }
        List<String> units = Units.of(writing.lexemes());
        units.forEach(unit -> add(Suggestion.Kind.UNIT, unit, "", NAMES + 100 + units.indexOf(unit)));
    }

    private void clauses(Outlook.Next next) {
        List<Sentence.Clause> clauses =
                writing.document().all(Sentence.Clause.class).toList();
        if (next.caller().equals("clause")) {
            int number = clauses.stream()
                    .map(clause -> clause.number().text().split("\\.", 2)[0])
                    .filter(text -> text.length() < 6)
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
            add(Suggestion.Kind.CLAUSE, String.valueOf(number + 1), "the next number", NAMES);
            return;
        }
        clauses.forEach(clause -> add(
                Suggestion.Kind.CLAUSE, clause.number().text(), clause.title().text(), NAMES));
    }

    private void days() {
        writing.lexemes().stream()
                .filter(lexeme ->
                        lexeme.kind() == Lexeme.Kind.DATE && lexeme.text().matches(".*[0-9]{4}.*"))
                .filter(lexeme -> !Span.of(lexeme.at()).touches(at.end()))
                .map(Lexeme::tidy)
                .distinct()
                .limit(8)
                .forEach(day -> add(Suggestion.Kind.DAY, day, "", NAMES + 300));
    }

    private void quoted() {
        for (String words : Quotable.after(outlook.before(), writing.document())) {
            add(Suggestion.Kind.QUOTED, words, "", NAMES);
        }
    }

    private void sentences() {
        for (Models.Model model : Models.all()) {
            if (model.plain().toLowerCase(Locale.ROOT).startsWith(begun) || begun.isEmpty()) {
                found.putIfAbsent(
                        model.label(),
                        new Suggestion(
                                Suggestion.Kind.SENTENCE,
                                model.label(),
                                model.snippet(),
                                model.plain(),
                                "a sentence",
                                at,
                                SENTENCES));
            }
        }
    }

    private void add(Suggestion.Kind kind, String words, String detail, int rank) {
        if (words.toLowerCase(Locale.ROOT).startsWith(begun)) {
            found.merge(
                    words,
                    Suggestion.of(kind, words, detail, at, rank),
                    (old, fresh) -> fresh.rank() < old.rank() ? fresh : old);
        }
    }
}
