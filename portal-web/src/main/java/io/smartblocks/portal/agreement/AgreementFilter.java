package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementList;
import io.smartblocks.portal.shell.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which agreements are looked for; what is empty asks for all.
 *
 * @param words a part of the title or of the id
 * @param stage how far they are, one of {@link #stages()}
 */
public record AgreementFilter(String words, String stage) {

    private static final Map<String, Set<String>> LIVES = Map.of(
            "open", Set.of("proposed", "signed"),
            "active", Set.of("active"),
            "suspended", Set.of("suspended"),
            "ended", Set.of("ended"),
            "withdrawn", Set.of("withdrawn"));

    public AgreementFilter {
        words = words.strip();
        stage = LIVES.containsKey(stage) ? stage : "";
    }

    /** The stages of an agreement's life in their order. */
    static List<String> stages() {
        return List.of("open", "active", "suspended", "ended", "withdrawn");
    }

    boolean isSet() {
        return !words.isEmpty() || !stage.isEmpty();
    }

    AgreementList of(Optional<MemberId> party) {
        return new AgreementList(party, words, LIVES.getOrDefault(stage, Set.of()));
    }

    /** The address of a list of these, from behind an agreement on. */
    String address(String path, String after) {
        return Link.to(path)
                .with("words", words)
                .with("stage", stage)
                .with("after", after)
                .toString();
    }
}
