package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A ledger with a registrar, two organisations, and for each role a member that has it. */
final class PeopledLedger {

    static final Instant NOON = Campus.NOON;

    private static final Disk UNSYNCED = new Disk() {
        @Override
        public void sync(AppendedFile file) {}
    };

    private PeopledLedger() {}

    static EmbeddedLedger open(Path path) {
        return open(path, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static EmbeddedLedger open(Path path, Clock clock) {
        return EmbeddedLedger.open(path, clock, HonestStory.REGISTRAR, LedgerFiles.SEGMENT_SIZE, UNSYNCED);
    }

    static Transaction founding(String name) {
        Signer registrar = HonestStory.REGISTRAR;
        return Transaction.sign(
                LedgerId.NONE,
                new FoundLedger(name, registrar.member(), "Registrar", registrar.publicKey()),
                new RequestKey("found"),
                NOON,
                registrar);
    }

    /** Everyone who is a member, each with the key that follows from the name. */
    static List<Signer> members() {
        List<Signer> all =
                new ArrayList<>(List.of(HonestStory.REGISTRAR, SeededSigner.of("org-a"), SeededSigner.of("org-b")));
        for (Role role : Role.values()) {
            all.add(SeededSigner.of("member-" + role.code()));
        }
        return all;
    }

    static void populate(EmbeddedLedger ledger) {
        Transaction founding = founding("Campus");
        LedgerId id = LedgerId.of(founding);
        List<Transaction> all = new ArrayList<>(List.of(founding));
        all.add(joins(id, "org-a", new MemberId("org-a"), Set.of()));
        all.add(joins(id, "org-b", new MemberId("org-b"), Set.of()));
        for (Role role : Role.values()) {
            all.add(joins(id, "member-" + role.code(), HonestStory.organisationOf(role), Set.of(role)));
        }
        assertThat(ledger.submit(new Batch(all)).join()).isInstanceOf(Committed.class);
    }

    private static Transaction joins(LedgerId id, String name, MemberId organisation, Set<Role> roles) {
        Signer member = SeededSigner.of(name);
        return Transaction.sign(
                id,
                new RegisterMember(member.member(), name, organisation, roles, member.publicKey()),
                new RequestKey("join-" + name),
                NOON,
                HonestStory.REGISTRAR);
    }

    /** The registrar lets all act again whom it suspended. */
    static void readmitAll(EmbeddedLedger ledger, String requestKey) {
        for (StateEntry entry : ledger.states("member/")) {
            Member member = ((MemberState) entry.state()).member();
            if (member.status() == Member.Status.SUSPENDED) {
                submit(
                        ledger,
                        Transaction.sign(
                                ledger.id(),
                                new ReadmitMember(member.id(), "back"),
                                new RequestKey(requestKey + "-" + member.id()),
                                NOON,
                                HonestStory.REGISTRAR));
            }
        }
    }

    static Submission submit(EmbeddedLedger ledger, Transaction... transactions) {
        return ledger.submit(Batch.of(transactions)).join();
    }

    /** What the oracle, which takes the block in, cannot explain of it. */
    static List<String> problems(EmbeddedLedger ledger, long number, WriteOracle oracle) {
        Block block = ledger.block(number).orElseThrow();
        return block.batches().stream()
                .map(batch -> oracle.problem(batch, block.header().time()))
                .flatMap(Optional::stream)
                .toList();
    }
}
