package io.smartblocks.portal.demo;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.portal.KeyFolder;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The keys of the demo site's members, each made when it is first needed: a person's opens with that person's password. */
final class DemoKeys {

    private final DemoSite site;
    private final Path data;
    private final Clock clock;
    private final MachineKeys machines;
    private final Map<DemoMember, Signer> opened = new EnumMap<>(DemoMember.class);

    DemoKeys(DemoSite site, Path data, Clock clock) {
        this.site = site;
        this.data = data;
        this.clock = clock;
        this.machines = new MachineKeys(data, clock);
    }

    synchronized Signer signer(DemoMember member) {
        return opened.computeIfAbsent(member, this::open);
    }

    private Signer open(DemoMember member) {
        // a site that was founded before a person signed as this member goes on with the machine's key
        Optional<String> password = site.passwordOf(member)
                .filter(typed -> machines.find(member.id()).isEmpty());
        return password.map(secret -> personal(member, KeyPassword.typed(secret)))
                .orElseGet(() -> machines.findOrMake(member.id()));
    }

    private Signer personal(DemoMember member, KeyPassword password) {
        KeyStoreFile file = new KeyFolder(data).file(member.id());
        if (file.exists()) {
            return file.open(password).signer();
        }
        KeyPair key = KeyPair.generate();
        file.create(member.id(), key, password, clock.instant());
        return Signer.of(member.id(), key);
    }
}
