package io.smartblocks.portal;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.portal.member.MeterSigning;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs readings with the machine keys of the data directory, as the folder of meter files does. */
@Component
final class MeterSigningKeys implements MeterSigning {

    private final Ledger ledger;
    private final MachineKeys keys;

    MeterSigningKeys(Ledger ledger, @Value("${smartblocks.data}") Path data, Clock clock) {
        this.ledger = ledger;
        this.keys = new MachineKeys(data, clock);
    }

    @Override
    public Optional<Signer> of(MemberId organisation) {
        return ledger.states("member/").stream()
                .map(entry -> ((MemberState) entry.state()).member())
                .filter(member -> member.organisation().equals(organisation))
                .filter(member -> member.active() && member.has(Role.METER_OPERATOR))
                .flatMap(member -> signer(member).stream())
                .findFirst();
    }

    private Optional<Signer> signer(Member operator) {
        return keys.find(operator.id()).map(stored -> stored.signer(operator.id(), operator.publicKey()));
    }
}
