package io.smartblocks.portal.demo;

import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The keys of the demo site's members, each made when it is first needed and kept in its own file. */
final class DemoKeys {

    private final DemoSite site;
    private final Path folder;
    private final Map<DemoMember, Signer> opened = new EnumMap<>(DemoMember.class);

    DemoKeys(DemoSite site, Path data) {
        this.site = site;
        this.folder = data.resolve("keys");
    }

    synchronized Signer signer(DemoMember member) {
        return opened.computeIfAbsent(member, m -> Signer.of(m.id(), key(m)));
    }

    private KeyPair key(DemoMember member) {
        KeyFile file = new KeyFile(folder.resolve(member.id() + ".pem"));
        char[] password = site.passwordOf(member).toCharArray();
        if (Files.exists(file.path())) {
            return file.read(password);
        }
        KeyPair key = KeyPair.generate();
        file.write(key, password);
        return key;
    }
}
