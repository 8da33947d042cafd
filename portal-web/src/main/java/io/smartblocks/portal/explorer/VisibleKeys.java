package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides key by key what one reader may see; each thing that keys are about is asked for once. */
final class VisibleKeys {

    /** With these the key of an event goes on behind the organisation, and then with the agreement. */
    static final List<String> REPUTATION_SOURCES = List.of("payment", "dispute", "rating", "statement");

    private final Account reader;
    private final Access access;
    private final ReadModel read;
    private final Reach reach;

    VisibleKeys(Account reader, Access access, ReadModel read) {
        this.reader = reader;
        this.access = access;
        this.read = read;
        this.reach = access.reach(reader);
    }

    boolean sees(StateKey key) {
        String kind = key.kind();
        List<String> parts = Arrays.asList(key.value().split("/", -1));
        if (reader.role().seesEverything() || StateKinds.OPEN.contains(kind)) {
            return StateKinds.isKind(kind);
        }
        if (StateKinds.OF_METER.contains(kind)) {
            return seesMeter(parts);
        }
        if (parts.size() < 2) {
            return false;
        }
        if (StateKinds.OF_AGREEMENT.contains(kind)) {
            return agreement(parts.get(1)).filter(reach::sees).isPresent();
        }
        return StateKinds.DOCUMENT.equals(kind) ? seesDocument(parts.get(1)) : seesReputation(parts);
    }

    /** The id of a meter may have strokes itself, so the key goes on behind any of them. */
    private boolean seesMeter(List<String> parts) {
        return IntStream.range(2, parts.size())
                .mapToObj(end -> String.join("/", parts.subList(1, end)))
                .anyMatch(reach::seesMeter);
    }

    static Optional<AgreementId> agreement(String id) {
        try {
            return Optional.of(new AgreementId(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private boolean seesDocument(String hash) {
        return hash.matches("[0-9a-f]{64}")
                && own().filter(own -> read.agreements().withDocument(new Hash(hash)).stream()
                                .anyMatch(version -> version.proposal().isParty(own)))
                        .isPresent();
    }

    /** {@link Access#maySeeSource} says the same of one event. */
    private boolean seesReputation(List<String> parts) {
        if (own().filter(own -> own.value().equals(parts.get(1))).isPresent()) {
            return true;
        }
        return parts.size() > 3
                && REPUTATION_SOURCES.contains(parts.get(2))
                && agreement(parts.get(3))
                        .filter(id -> access.versions(reader, id).stream()
                                .anyMatch(version -> version.proposal().parties().values().stream()
                                        .anyMatch(party -> party.value().equals(parts.get(1)))))
                        .isPresent();
    }

    private Optional<MemberId> own() {
        return access.organisation(reader);
    }
}
