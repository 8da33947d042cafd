package io.smartblocks.dsl.diff;

import io.smartblocks.dsl.wording.AgreementText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Compares two versions of an agreement part by part, by what they mean and not by where it stands. */
public final class AgreementDiff {

    private AgreementDiff() {}

    /** What changed from one version to the other. */
    public static Difference between(AgreementText before, AgreementText after) {
        Map<Part.Key, Part> old = Parts.of(before);
        Map<Part.Key, Part> fresh = Parts.of(after);
        List<Change> changes = new ArrayList<>();
        old.forEach((key, part) -> {
            if (!fresh.containsKey(key)) {
                changes.add(change(Change.Kind.REMOVED, key, part.sentences(), List.of()));
            } else if (!part.sentences().equals(fresh.get(key).sentences())) {
                changes.add(changed(part, fresh.get(key)));
            }
        });
        fresh.forEach((key, part) -> {
            if (!old.containsKey(key)) {
                changes.add(change(Change.Kind.ADDED, key, List.of(), part.sentences()));
            }
        });
        changes.sort(Comparator.comparing(Change::group));
        return new Difference(changes);
    }

    /** Only the sentences that differ are told, unless it is their order alone. */
    private static Change changed(Part before, Part after) {
        Change.Kind kind = before.meaning().equals(after.meaning()) ? Change.Kind.REWORDED : Change.Kind.CHANGED;
        List<String> gone = without(before.sentences(), after.sentences());
        List<String> come = without(after.sentences(), before.sentences());
        return gone.isEmpty() && come.isEmpty()
                ? change(kind, before.key(), before.sentences(), after.sentences())
                : change(kind, before.key(), gone, come);
    }

    private static List<String> without(List<String> sentences, List<String> others) {
        return sentences.stream().filter(it -> !others.contains(it)).toList();
    }

    private static Change change(Change.Kind kind, Part.Key key, List<String> before, List<String> after) {
        return new Change(kind, key.group(), key.name(), before, after);
    }
}
