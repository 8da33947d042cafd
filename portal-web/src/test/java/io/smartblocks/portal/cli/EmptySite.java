package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.MachineKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** A directory in which a reader of the documents types its commands, with a site in it that nobody has joined yet. */
record EmptySite(Path here) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Runs {@code smartblocks …} as if typed in the directory. */
    Run run(String line) {
        List<String> words = new ArrayList<>();
        WORD.matcher(line.substring("smartblocks ".length()))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .forEach(word -> words.add(words.isEmpty() ? word : placed(word)));
        return Run.of(words.toArray());
    }

    /** The same word, or where a file lies that it names; the first word is a command. */
    private String placed(String word) {
        return word.matches("(site|esco-data|owner-data)(/.*)?|.*\\.(csv|esco|html|pdf|p12|txt)")
                ? here.resolve(word).toString()
                : word;
    }

    /** What the first start of the portal leaves behind: a founded ledger, an empty register of accounts. */
    void found() {
        Path site = here.resolve("site");
        Clock clock = Clock.systemUTC();
        Signer registrar = new MachineKeys(site, clock).findOrMake(new MemberId("registrar"));
        try (Ledger ledger = LedgerHome.open(site, clock)) {
            ledger.submit(Batch.of(Transaction.sign(
                            LedgerId.NONE,
                            new FoundLedger("Test", registrar.member(), "Registrar", registrar.publicKey()),
                            new RequestKey("found"),
                            clock.instant(),
                            registrar)))
                    .join();
        }
        Flyway.configure()
                .dataSource(accounts(), "", "")
                .locations("classpath:db/portal")
                .load()
                .migrate();
    }

    /** Where the portal keeps its accounts. */
    String accounts() {
        return "jdbc:h2:file:" + here.resolve("site").resolve("portal").toAbsolutePath();
    }
}
