package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@PortalSite
class FirstStartTests {

    @Autowired
    private Accounts accounts;

    @Autowired
    private ReadModel model;

    @Value("${smartblocks.data}")
    private Path data;

    @Test
    void the_administrator_has_a_password_of_his_own_that_only_the_owner_of_the_files_can_read() throws IOException {
        Path file = data.resolve("admin-password");

        assertThat(accounts.confirms("admin", Files.readString(file))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_administrator_is_the_registrar_of_the_ledger() {
        Member registrar = model.members().member(new MemberId("registrar")).orElseThrow();

        assertThat(registrar.has(Role.REGISTRAR)).isTrue();
    }
}
