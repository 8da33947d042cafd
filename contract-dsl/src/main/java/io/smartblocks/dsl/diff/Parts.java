package io.smartblocks.dsl.diff;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diff.Change.Group;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Canonical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes an agreement apart. */
final class Parts {

    private final AgreementText text;
    private final Map<Part.Key, List<?>> meanings = new LinkedHashMap<>();

    private Parts(AgreementText text) {
        this.text = text;
        Agreement agreement = text.agreement();
        agreement.parties().forEach(it -> means(Group.PARTY, it.name(), it));
        agreement.meters().forEach(it -> means(Group.METER, it.name(), it));
        agreement.indexes().forEach(it -> means(Group.INDEX, it.name(), it));
        agreement.events().forEach(it -> means(Group.EVENT, it.name(), it));
        agreement.facts().forEach(it -> means(Group.FACT, it.name(), it));
        agreement.adjustments().forEach(it -> means(Group.ADJUSTMENT, it.name(), it));
        agreement.baselines().forEach(it -> means(Group.BASELINE, it.name(), it));
        agreement.assets().forEach(it -> means(Group.ASSET, it.name(), it));
        agreement.periods().forEach(it -> means(Group.PERIOD, it.name(), it));
        agreement.seasons().forEach(it -> means(Group.SEASON, it.name(), it));
        agreement.parameters().forEach(it -> means(Group.PARAMETER, it.name(), it));
        agreement.terms().forEach(it -> means(Group.TERM, it.name(), it));
        agreement.clauses().forEach(it -> means(Group.CLAUSE, it.number(), it));
    }

    /** The parts of an agreement by name, in the order of its text; sentences of one name are one part. */
    static Map<Part.Key, Part> of(AgreementText text) {
        Parts parts = new Parts(text);
        return text.document().sentences().stream()
                .map(parts::part)
                .collect(Collectors.toMap(Part::key, part -> part, Parts::together, LinkedHashMap::new));
    }

    private void means(Group group, String name, Object meaning) {
        meanings.put(new Part.Key(group, name), Canonical.of(meaning));
    }

    private static Part together(Part one, Part other) {
        return new Part(
                one.key(),
                Stream.of(one, other).flatMap(it -> it.sentences().stream()).toList(),
                List.of(one.meaning(), other.meaning()));
    }

    private Part part(Sentence sentence) {
        Part.Key key = key(sentence);
        return new Part(key, sentences(sentence), meanings.getOrDefault(key, Canonical.of(sentence)));
    }

    private List<String> sentences(Sentence sentence) {
        if (sentence instanceof Sentence.Clause clause && !clause.provisions().isEmpty()) {
            List<String> sentences = new ArrayList<>();
            sentences.add(head(clause));
            clause.provisions().forEach(it -> sentences.add(text.line(it.at())));
            return sentences;
        }
        if (sentence instanceof Sentence.Story story) {
            List<String> sentences = new ArrayList<>();
            story.like().ifPresent(it -> sentences.add("like \"%s\"".formatted(it.text())));
            story.after().ifPresent(it -> sentences.add("after \"%s\"".formatted(it.text())));
            story.steps().stream().map(StepSyntax::at).map(text::line).forEach(sentences::add);
            return sentences;
        }
        return List.of(text.line(sentence.at()));
    }

    private static String head(Sentence.Clause clause) {
        List<String> excepted = clause.exceptionTo().stream().map(Word::text).toList();
        String exception = excepted.isEmpty() ? "" : " is an exception to clause " + String.join(", ", excepted);
        return "clause %s \"%s\"%s:"
                .formatted(clause.number().text(), clause.title().text(), exception);
    }

    private Part.Key key(Sentence sentence) {
        if (sentence instanceof Sentence.Naming naming) {
            return new Part.Key(group(naming), naming.name().text());
        }
        if (sentence instanceof Sentence.Start start) {
            return new Part.Key(Group.TERM, start.name().text());
        }
        if (sentence instanceof Sentence.Clause clause) {
            return new Part.Key(Group.CLAUSE, clause.number().text());
        }
        if (sentence instanceof Sentence.Story story) {
            return new Part.Key(Group.SCENARIO, story.name().text());
        }
        if (sentence instanceof Sentence.Vat vat) {
            return new Part.Key(Group.VAT, text.line(vat.rate().at()).replaceFirst("\\.$", ""));
        }
        if (sentence instanceof Sentence.Survival survival) {
            return new Part.Key(
                    Group.SURVIVAL,
                    "clause " + survival.clauses().stream().map(Word::text).collect(Collectors.joining(", ")));
        }
        if (sentence instanceof Sentence.Gaps gaps) {
            return new Part.Key(
                    Group.MISSING_READINGS,
                    gaps.meters().stream().map(Word::text).collect(Collectors.joining(", ")));
        }
        return sentence instanceof Sentence.Heading
                ? new Part.Key(Group.HEAD, "title and version")
                : new Part.Key(Group.SETTING, setting(sentence));
    }

    private static Group group(Sentence.Naming naming) {
        return Group.valueOf(
                naming instanceof Sentence.Definition
                        ? "TERM"
                        : naming.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }

    private static String setting(Sentence sentence) {
        if (sentence instanceof Sentence.InForce) {
            return "in force";
        }
        if (sentence instanceof Sentence.Law) {
            return "governed by";
        }
        if (sentence instanceof Sentence.Zone) {
            return "time zone";
        }
        if (sentence instanceof Sentence.WorkingDays) {
            return "working days";
        }
        if (sentence instanceof Sentence.Roll) {
            return "due dates";
        }
        if (sentence instanceof Sentence.CarriedCorrections carried) {
            return "corrections of " + carried.of().text();
        }
        return sentence instanceof Sentence.MoneyRounding ? "money" : "set-off";
    }
}
