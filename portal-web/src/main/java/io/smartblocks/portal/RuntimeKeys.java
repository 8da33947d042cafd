package io.smartblocks.portal;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.runtime.run.RuntimeSigners;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runtimes among the ledger's members whose keys lie on this machine. */
public final class RuntimeKeys implements RuntimeSigners {

    private final StateView ledger;
    private final MachineKeys keys;
    private final Map<VerifyingKey, Signer> opened = new ConcurrentHashMap<>();

    public RuntimeKeys(StateView ledger, MachineKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    @Override
    public Set<MemberId> organisations() {
        return runtimes()
                .filter(runtime -> signer(runtime).isPresent())
                .map(Member::organisation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Member> runtimes() {
        return ledger.states("member/").stream()
                .map(entry -> ((MemberState) entry.state()).member())
                .filter(member -> member.active() && member.has(Role.RUNTIME));
    }

    @Override
    public Optional<Signer> forAnyOf(Collection<MemberId> organisations) {
        return runtimes()
                .filter(member -> organisations.contains(member.organisation()))
                .flatMap(member -> signer(member).stream())
                .findFirst();
    }

    /** By key, so that a runtime signs with its new one as soon as the ledger names it. */
    private Optional<Signer> signer(Member runtime) {
        VerifyingKey named = runtime.publicKey();
        Optional<Signer> known = Optional.ofNullable(opened.get(named))
                .or(() -> keys.find(runtime.id())
                        .filter(stored -> stored.has(named))
                        .map(stored -> stored.signer(runtime.id(), named)));
        known.ifPresent(signer -> opened.put(named, signer));
        return known;
    }
}
