package io.smartblocks.portal.agreement;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.diff.AgreementDiff;
import io.smartblocks.dsl.diff.Change;
import io.smartblocks.dsl.diff.Change.Group;
import io.smartblocks.dsl.wording.AgreementText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What differs between two texts, part by part, with the words that went and came. */
public final class Differences {

    /** One part: its name, what happened to it, and its sentences. */
    public record Part(String name, String kind, List<List<WordDifference.Run>> sentences) {}

    private Differences() {}

    /** By kind of part, in the order in which a reader asks; empty where either text cannot be read. */
    public static Optional<Map<String, List<Part>>> between(String before, String after) {
        return AgreementText.of(new SourceText("before", before))
                .flatMap(old -> AgreementText.of(new SourceText("after", after))
                        .map(fresh -> AgreementDiff.between(old, fresh).changes()))
                .map(Differences::grouped);
    }

    private static Map<String, List<Part>> grouped(List<Change> changes) {
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        changes.forEach(change -> groups.computeIfAbsent(key(change.group()), any -> new ArrayList<>())
                .add(new Part(change.name(), key(change.kind()), sentences(change))));
        return groups;
    }

    /** Sentences at the same place are held against each other; what has none is all new or all gone. */
    private static List<List<WordDifference.Run>> sentences(Change change) {
        List<List<WordDifference.Run>> sentences = new ArrayList<>();
        for (int i = 0; i < Math.max(change.before().size(), change.after().size()); i++) {
            sentences.add(WordDifference.of(at(change.before(), i), at(change.after(), i)));
        }
        return sentences;
    }

    private static String at(List<String> sentences, int place) {
        return place < sentences.size() ? sentences.get(place) : "";
    }

    private static String key(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** The kinds of parts that there are, for their headings. */
    static List<String> groups() {
        return List.of(Group.values()).stream().map(Differences::key).toList();
    }
}
