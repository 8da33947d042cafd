package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.member.MemberKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Founds an empty ledger and opens the administrator's account, who is its registrar; a demo site does so by itself. */
@Component
@ConditionalOnBooleanProperty(name = "smartblocks.demo", havingValue = false, matchIfMissing = true)
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String LOGIN = "admin";
    private static final MemberId REGISTRAR = new MemberId("registrar");

    private final Path data;
    private final Accounts accounts;
    private final MemberKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    FirstStart(
            @Value("${smartblocks.data}") Path data, Accounts accounts, MemberKeys keys, Ledger ledger, Clock clock) {
        this.data = data;
        this.accounts = accounts;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!accounts.isEmpty() || ledger.height() > 0) {
            return;
        }
        String password = Secrets.password();
        Path file = data.resolve("admin-password");
        Secrets.write(file, password);
        KeyPair key = KeyPair.generate();
        keys.keep(REGISTRAR, key, password);
        found(key);
        accounts.open(
                new Account(
                        LOGIN,
                        "Administrator",
                        Role.ADMIN,
                        Optional.of(REGISTRAR.value()),
                        Optional.of(REGISTRAR.value())),
                password);
        LOG.info("First start: sign in as \"{}\" with the password in {}", LOGIN, file.toAbsolutePath());
    }

    private void found(KeyPair key) {
        FoundLedger founding = new FoundLedger("SmartBlocks ledger", REGISTRAR, "Registrar", key.publicKey());
        Submission submission = ledger.commit(Batch.of(Transaction.sign(
                LedgerId.NONE, founding, new RequestKey("found"), clock.instant(), Signer.of(REGISTRAR, key))));
        if (submission instanceof Submission.Refused refused) {
            throw new IllegalStateException("The ledger in '" + data + "' was not founded: " + refused.message());
        }
    }
}
