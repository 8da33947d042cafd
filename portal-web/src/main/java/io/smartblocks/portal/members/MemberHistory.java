package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stood of a member on the ledger in the course of time: its keys, and every change. */
@Component
class MemberHistory {

    /**
     * One key.
     *
     * @param fingerprint by which people compare keys
     * @param until in words: when it was replaced, when it ends, or that nothing ends it
     */
    record Key(String value, String fingerprint, String since, String until, boolean open) {}

    /** One version of what stood. */
    record Change(String at, long block, String state, String roles, String fingerprint) {}

    /** One version with its time. */
    private record Version(Member member, long block, Optional<Instant> at) {}

    private final Ledger ledger;
    private final ReadModel read;
    private final Words say;
    private final Clock clock;

    MemberHistory(Ledger ledger, ReadModel read, Words say, Clock clock) {
        this.ledger = ledger;
        this.read = read;
        this.say = say;
        this.clock = clock;
    }

    /** The newest first. */
    List<Change> changes(Member member) {
        return newestFirst(versions(member).stream()
                .map(version -> new Change(
                        moment(version),
                        version.block(),
                        say.message("member.status." + version.member().status()),
                        MemberRow.roles(version.member(), say),
                        version.member().publicKey().shortFingerprint()))
                .toList());
    }

    /** The newest first. */
    List<Key> keys(Member member) {
        List<Key> keys = new ArrayList<>();
        List<Version> begins = new ArrayList<>();
        for (Version version : versions(member)) {
            VerifyingKey key = version.member().publicKey();
            if (begins.isEmpty()
                    || !begins.get(begins.size() - 1).member().publicKey().equals(key)) {
                begins.add(version);
            }
        }
        for (int place = 0; place < begins.size(); place++) {
            Version begin = begins.get(place);
            boolean newest = place == begins.size() - 1;
            keys.add(new Key(
                    begin.member().publicKey().value(),
                    begin.member().publicKey().shortFingerprint(),
                    moment(begin),
                    newest ? end(member) : say.message("member.key.replaced", moment(begins.get(place + 1))),
                    newest && member.active() && !member.keyExpired(clock.instant())));
        }
        return newestFirst(keys);
    }

    private String end(Member member) {
        return member.keyExpires()
                .map(end -> say.message(
                        member.keyExpired(clock.instant()) ? "member.key.ended" : "member.key.ends", say.moment(end)))
                .orElseGet(() -> say.message("member.key.endless"));
    }

    private List<Version> versions(Member member) {
        List<Version> versions = new ArrayList<>();
        for (StateVersion version : ledger.history(StateKey.member(member.id()))) {
            if (version.state() instanceof MemberState state) {
                versions.add(new Version(
                        state.member(),
                        version.block(),
                        read.chain().block(version.block()).map(block -> block.time())));
            }
        }
        return versions;
    }

    private String moment(Version version) {
        return version.at().map(say::moment).orElseGet(() -> say.number(version.block()));
    }

    private static <T> List<T> newestFirst(List<T> inTime) {
        List<T> reversed = new ArrayList<>(inTime);
        Collections.reverse(reversed);
        return reversed;
    }
}
