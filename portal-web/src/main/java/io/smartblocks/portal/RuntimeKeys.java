package io.smartblocks.portal;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.runtime.run.RuntimeSigners;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The runtimes among the ledger's members whose keys lie on this machine. */
public final class RuntimeKeys implements RuntimeSigners {

    private final StateView ledger;
    private final MachineKeys keys;
    private final Map<MemberId, Signer> opened = new ConcurrentHashMap<>();

    public RuntimeKeys(StateView ledger, MachineKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    @Override
    public Optional<Signer> forAnyOf(Collection<MemberId> organisations) {
        return ledger.states("member/").stream()
                .map(entry -> ((MemberState) entry.state()).member())
                .filter(member -> member.active() && member.has(Role.RUNTIME))
                .filter(member -> organisations.contains(member.organisation()))
                .map(Member::id)
                .flatMap(id -> signer(id).stream())
                .findFirst();
    }

    private Optional<Signer> signer(MemberId runtime) {
        Optional<Signer> known = Optional.ofNullable(opened.get(runtime)).or(() -> keys.find(runtime));
        known.ifPresent(signer -> opened.put(runtime, signer));
        return known;
    }
}
