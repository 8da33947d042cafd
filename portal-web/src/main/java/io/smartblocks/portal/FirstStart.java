package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.member.MemberKeys;
import java.io.IOException;
import java.nio.file.Files;
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

/**
 * Founds an empty ledger and opens the administrator's account, who is its registrar; where others founded it, as on Fabric,
 * the administrator is no member of it yet. A demo site does so by itself.
 */
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
    private final LedgerChoice choice;
    private final Clock clock;

    FirstStart(
            @Value("${smartblocks.data}") Path data,
            Accounts accounts,
            MemberKeys keys,
            Ledger ledger,
            LedgerChoice choice,
            Clock clock) {
        this.choice = choice;
        this.data = data;
        this.accounts = accounts;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!accounts.isEmpty() || !choice.isFabric() && ledger.height() > 0) {
            return;
        }
        // which also asks whether the ledger answers, before anything is written
        boolean founded = !ledger.id().equals(LedgerId.NONE);
        String password = password();
        boolean own = founded ? isOwn(password) : found(password);
        Optional<String> registrar = own ? Optional.of(REGISTRAR.value()) : Optional.empty();
        accounts.open(new Account(LOGIN, "Administrator", Role.ADMIN, registrar, registrar), password);
        LOG.info(
                "First start: sign in as \"{}\" with the password in {}",
                LOGIN,
                passwordFile().toAbsolutePath());
        if (!own) {
            LOG.info(
                    "The ledger was founded by {}, and this administrator is no member of it: apply under"
                            + " /account/membership or by 'smartblocks member apply'; a registrar there decides",
                    founder());
        }
    }

    private String founder() {
        return ledger.state(StateKey.ledger(), LedgerState.class)
                .map(state -> "'" + state.founder() + "' as '" + state.name() + "'")
                .orElse("others");
    }

    private Path passwordFile() {
        return data.resolve("admin-password");
    }

    /** The one that a start wrote that was cut short, or a new one. */
    private String password() throws IOException {
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile());
        }
        String password = Secrets.password();
        Secrets.write(passwordFile(), password);
        return password;
    }

    /** Whether it was founded here, by a start that did not hear of it. */
    private boolean isOwn(String password) {
        return keys.open(REGISTRAR, password)
                .flatMap(key -> ledger.state(StateKey.member(REGISTRAR), MemberState.class)
                        .filter(state -> state.member().publicKey().equals(key.publicKey())))
                .isPresent();
    }

    /** Whether this portal founded the ledger, and no other one just before. */
    private boolean found(String password) {
        if (!keys.has(REGISTRAR)) {
            keys.keep(REGISTRAR, KeyPair.generate(), password);
        }
        Signer key = keys.open(REGISTRAR, password).orElseThrow();
        FoundLedger founding = new FoundLedger("SmartBlocks ledger", REGISTRAR, "Registrar", key.publicKey());
        Submission submission = ledger.commit(
                Batch.of(Transaction.sign(LedgerId.NONE, founding, new RequestKey("found"), clock.instant(), key)));
        if (submission instanceof Submission.Refused refused) {
            if (choice.isFabric() && !ledger.id().equals(LedgerId.NONE)) {
                return false;
            }
            throw new IllegalStateException("The ledger in '" + data + "' was not founded: " + refused.message());
        }
        return true;
    }
}
