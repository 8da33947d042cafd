package io.smartblocks.portal.verify;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.portal.account.Misses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Answers anybody who asks whether a file or a transaction stands on the ledger, ever more slowly to those who guess. */
@Component
public class Verification {

    /** The largest file that is looked at: larger than any print or statement is. */
    public static final int MOST_BYTES = 2 << 20;

    /** The page and the API count together. */
    private static final String COUNTED_AS = "/verify";

    /** What came of a question. */
    public sealed interface Answer {
        /** It stands on the ledger. */
        record Stands(Checking.Stands what) implements Answer {}

        /**
         * Nothing like it does.
         *
         * @param hash of the file that was looked for; empty for a transaction
         */
        record Nothing(Optional<Hash> hash) implements Answer {}

        /** Too many questions found nothing; the next one is answered after so long. */
        record Wait(Duration time) implements Answer {}
    }

    private final Checking checking;
    private final Misses misses;

    Verification(Checking checking, Misses misses) {
        this.checking = checking;
        this.misses = misses;
    }

    /** Whether a file is the text of an agreement, a statement, or the print of either. */
    public Answer file(byte[] content) {
        return answer(() -> checking.file(content), Optional.of(Hash.of(new String(content, StandardCharsets.UTF_8))));
    }

    /** Whether there is a transaction with an id. */
    public Answer transaction(String id) {
        return answer(() -> checking.transaction(id), Optional.empty());
    }

    private Answer answer(Supplier<Optional<Checking.Stands>> look, Optional<Hash> hash) {
        Duration wait = misses.waiting(COUNTED_AS);
        if (!wait.isZero()) {
            return new Answer.Wait(wait);
        }
        Optional<Checking.Stands> found = look.get();
        if (found.isEmpty()) {
            misses.missed(COUNTED_AS);
        }
        return found.<Answer>map(Answer.Stands::new).orElseGet(() -> new Answer.Nothing(hash));
    }
}
