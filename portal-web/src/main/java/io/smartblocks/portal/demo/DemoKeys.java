package io.smartblocks.portal.demo;

import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.portal.KeyFolder;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The keys of the demo site's members, each made when it is first needed: a person's opens with that person's password. */
final class DemoKeys {

    private final DemoSite site;
    private final Path data;
    private final MachineKeys machines;
    private final Map<DemoMember, Signer> opened = new EnumMap<>(DemoMember.class);

    DemoKeys(DemoSite site, Path data) {
        this.site = site;
        this.data = data;
        this.machines = new MachineKeys(data);
    }

    synchronized Signer signer(DemoMember member) {
        return opened.computeIfAbsent(member, this::open);
    }

    private Signer open(DemoMember member) {
        Optional<String> password = site.passwordOf(member);
        return password.map(secret -> personal(member, secret.toCharArray()))
                .orElseGet(() -> machines.findOrMake(member.id()));
    }

    private Signer personal(DemoMember member, char[] password) {
        KeyFile file = new KeyFolder(data).file(member.id());
        if (!Files.exists(file.path())) {
            file.write(KeyPair.generate(), password);
        }
        return Signer.of(member.id(), file.read(password));
    }
}
