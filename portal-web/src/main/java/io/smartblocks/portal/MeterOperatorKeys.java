package io.smartblocks.portal;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Signs as the meter operator whose key lies on this machine with its password. */
final class MeterOperatorKeys {

    private final StateView ledger;
    private final KeyFolder folder;
    private final MachineKeys keys;
    private final Optional<MemberId> named;

    /**
     * The keys in a data directory.
     *
     * @param named who signs; empty where there is only one who can
     */
    MeterOperatorKeys(StateView ledger, Path data, Clock clock, Optional<MemberId> named) {
        this.ledger = ledger;
        this.folder = new KeyFolder(data);
        this.keys = new MachineKeys(data, clock);
        this.named = named;
    }

    /** Signs with the key that the ledger names now. */
    Signer signer() {
        Member operator = only(operators().stream()
                .filter(member -> keys.password(member.id()).isPresent())
                .toList());
        try {
            return keys.find(operator.id()).orElseThrow(this::noKey).signer(operator.id(), operator.publicKey());
        } catch (KeyFileProblem e) {
            throw new MetersNotTaken("Meter files cannot be signed: " + e.getMessage() + ".", e);
        }
    }

    private List<Member> operators() {
        return ledger.states("member/").stream()
                .map(entry -> ((MemberState) entry.state()).member())
                .filter(member -> member.has(Role.METER_OPERATOR))
                .filter(member -> named.isEmpty() || named.get().equals(member.id()))
                .toList();
    }

    private Member only(List<Member> able) {
        if (able.isEmpty()) {
            throw noKey();
        }
        if (able.size() > 1) {
            throw new MetersNotTaken(("Several meter operators have their keys in '%s': %s;"
                            + " name the one that signs meter files with --meters-as.")
                    .formatted(
                            folder,
                            able.stream().map(member -> member.id().toString()).collect(joining(", "))));
        }
        return able.get(0);
    }

    private MetersNotTaken noKey() {
        return new MetersNotTaken(("Meter files cannot be signed: %s on the ledger has its key in '%s';"
                        + " expected MEMBER.p12 and MEMBER.password there. Put them there, or leave --meters out.")
                .formatted(named.map(id -> "no meter operator '" + id + "'").orElse("no meter operator"), folder));
    }
}
