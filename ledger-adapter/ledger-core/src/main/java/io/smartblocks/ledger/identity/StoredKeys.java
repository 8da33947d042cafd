package io.smartblocks.ledger.identity;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;

/** The keys of one member as they were in its key store: one, or several where one is taking the place of another. */
public final class StoredKeys {

    private final Path path;
    private final List<StoredKey> keys;

    StoredKeys(Path path, List<StoredKey> oldestFirst) {
        this.path = path;
        this.keys = List.copyOf(oldestFirst);
    }

    /** Whose keys they are. */
    public MemberId member() {
        return newest().certificate().member();
    }

    /** Whether one of them has this public half. */
    public boolean has(VerifyingKey onLedger) {
        return keys.stream().anyMatch(stored -> stored.key().publicKey().equals(onLedger));
    }

    /** Signs with the newest key. */
    public Signer signer() {
        return Signer.of(member(), newest().key());
    }

    /** Signs as the member with that of the keys whose public half the ledger names. */
    public Signer signer(MemberId member, VerifyingKey onLedger) {
        requireOf(member);
        return keys.stream()
                .map(StoredKey::key)
                .filter(key -> key.publicKey().equals(onLedger))
                .findFirst()
                .map(key -> Signer.of(member, key))
                .orElseThrow(() -> new KeyFileProblem(
                        "key store '%s' holds %s, but the ledger names key %s for '%s'; use the key store with that one"
                                .formatted(path, inWords(), onLedger.shortFingerprint(), member)));
    }

    /** Refuses keys of another member. */
    public void requireOf(MemberId member) {
        if (!member().equals(member)) {
            throw new KeyFileProblem("key store '%s' is that of '%s', not of '%s'".formatted(path, member(), member));
        }
    }

    /** Oldest first. */
    List<StoredKey> all() {
        return keys;
    }

    StoredKey newest() {
        return keys.get(keys.size() - 1);
    }

    private String inWords() {
        return keys.stream().map(StoredKey::alias).collect(joining(" and ", keys.size() == 1 ? "key " : "keys ", ""));
    }
}
