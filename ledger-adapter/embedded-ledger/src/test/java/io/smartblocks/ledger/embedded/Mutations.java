package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Batches made by chance: of anything that can be stated, and of honest transactions that were changed or replayed. */
final class Mutations {

    private static final int REMEMBERED = 300;
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"(?!:)|(?<=[:,\\[])-?\\d+");

    private final Random chance;
    private final LedgerId ledger;
    private final List<Signer> signers;
    private final List<Transaction> story;
    private final RandomRecords records;
    private final List<Transaction> earlier = new ArrayList<>();
    private int made;
    private int unreadable;

    Mutations(Random chance, LedgerId ledger, List<Transaction> story) {
        this.chance = chance;
        this.ledger = ledger;
        this.story = story;
        signers = new ArrayList<>(PeopledLedger.members());
        signers.add(SeededSigner.of("nobody"));
        signers.add(SeededSigner.of("applicant-0"));
        records = new RandomRecords(chance, signers);
    }

    /** How many changed texts were none of a transaction. */
    int unreadable() {
        return unreadable;
    }

    Batch next() {
        Batch batch = batch();
        earlier.addAll(batch.transactions());
        while (earlier.size() > REMEMBERED) {
            earlier.remove(chance.nextInt(earlier.size()));
        }
        return batch;
    }

    private Batch batch() {
        int kind = chance.nextInt(20);
        if (kind < 4) {
            return Batch.of(anything());
        }
        if (kind < 8) {
            return Batch.of(changed());
        }
        return kind < 16 ? Batch.of(signedAnew()) : several();
    }

    /** Some in any order, perhaps one of them twice, perhaps one with the signature of another. */
    private Batch several() {
        List<Transaction> several = new ArrayList<>();
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            several.add(some());
        }
        if (chance.nextInt(4) == 0) {
            several.add(several.get(chance.nextInt(several.size())));
        }
        Collections.shuffle(several, chance);
        if (chance.nextInt(4) == 0 && several.size() > 1) {
            Transaction robbed = several.get(0);
            several.set(
                    0,
                    new Transaction(robbed.id(), robbed.body(), several.get(1).signature()));
        }
        return new Batch(several);
    }

    private Transaction some() {
        int kind = chance.nextInt(4);
        if (kind == 0 || earlier.isEmpty()) {
            return anything();
        }
        return kind == 1 ? of(earlier) : signed(of(story).body());
    }

    private <T> T of(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    /** Whatever someone may state, rightly signed, sometimes for another ledger or at another time. */
    private Transaction anything() {
        LedgerId stated = chance.nextInt(20) == 0 ? LedgerId.of(PeopledLedger.founding("Elsewhere")) : ledger;
        Instant at = PeopledLedger.NOON.plusSeconds(chance.nextInt(20) == 0 ? 3600 : -chance.nextInt(60));
        return Transaction.sign(stated, records.payload(), key(), at, of(signers));
    }

    private RequestKey key() {
        return new RequestKey("r" + made++);
    }

    /** One character changed, under the old signature. */
    private Transaction changed() {
        while (true) {
            StringBuilder text = new StringBuilder(CanonicalJson.write(some()));
            int place = chance.nextInt(text.length());
            boolean digit = Character.isDigit(text.charAt(place));
            text.setCharAt(place, (char) (digit ? '0' + chance.nextInt(10) : 32 + chance.nextInt(95)));
            Optional<Transaction> read = read(text.toString(), Transaction.class);
            if (read.isPresent()) {
                return read.get();
            }
        }
    }

    /** A value of the body taken from another place or another transaction, and signed as the body then says. */
    private Transaction signedAnew() {
        while (true) {
            String text = some().body().canonicalText();
            List<MatchResult> values = VALUE.matcher(text).results().toList();
            List<MatchResult> others =
                    VALUE.matcher(some().body().canonicalText()).results().toList();
            MatchResult value = of(values);
            String mixed = text.substring(0, value.start()) + of(others).group() + text.substring(value.end());
            Optional<TransactionBody> body = read(mixed, TransactionBody.class);
            if (body.isPresent()) {
                return signed(body.get());
            }
        }
    }

    /** Signed by whom it names, mostly as a new request. */
    private Transaction signed(TransactionBody body) {
        RequestKey key = chance.nextInt(10) == 0 ? body.requestKey() : key();
        TransactionBody renewed =
                new TransactionBody(body.ledger(), body.payload(), body.signer(), key, body.statedAt());
        Signer signer = SeededSigner.of(body.signer().value());
        return Transaction.signAll(List.of(renewed), signer).get(0);
    }

    private <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.of(CanonicalJson.read(text, type));
        } catch (MalformedJson malformed) {
            unreadable++;
            return Optional.empty();
        }
    }
}
