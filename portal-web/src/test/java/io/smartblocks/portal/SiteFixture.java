package io.smartblocks.portal;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.member.MemberKeys;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A small site: two parties with their people, a stranger, meters, a settled agreement, a held one, and a proposal. */
public final class SiteFixture {

    public static final String PASSWORD = "correct horse battery staple";

    static final MemberId OFFICE = new MemberId("registrar");
    static final MemberId HARBOUR = new MemberId("harbour-energy");
    static final MemberId NIMBUS = new MemberId("nimbus-campus");
    static final MemberId STRANGER = new MemberId("other-estate");
    static final MemberId METERING = new MemberId("nimbus-metering");
    static final MemberId CONOR = new MemberId("conor-walsh");
    static final MemberId AOIFE = new MemberId("aoife-brennan");
    static final MemberId OLGA = new MemberId("olga-stranger");
    static final MemberId RUNTIME = new MemberId("harbour-runtime");

    private final Ledger ledger;
    private final Accounts accounts;
    private final MemberKeys keys;
    private final Clock clock;
    private final Signer office;
    private final Map<MemberId, KeyPair> pairs = new HashMap<>();

    /** A site on a ledger that its first start has founded; the administrator's password opens the registrar's key. */
    public SiteFixture(Ledger ledger, Accounts accounts, MemberKeys keys, Clock clock, String adminPassword) {
        this.office = keys.open(OFFICE, adminPassword).orElseThrow();
        this.ledger = ledger;
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /** Fills an empty ledger and opens the accounts. */
    public void build() {
        members();
        people();
        new MeterFixture(this).build();
        AgreementFixture agreements = new AgreementFixture(this);
        agreements.settled();
        agreements.held();
        agreements.proposed();
    }

    private void members() {
        register(HARBOUR, "Harbour Energy Services Ltd", HARBOUR, Role.ESCO);
        register(NIMBUS, "Nimbus Campus DAC", NIMBUS, Role.OWNER);
        register(STRANGER, "Other Estate Ltd", STRANGER, Role.OWNER);
        register(METERING, "Nimbus Metering", METERING, Role.METER_OPERATOR);
        register(CONOR, "Conor Walsh", HARBOUR, Role.SIGNATORY);
        register(AOIFE, "Aoife Brennan", NIMBUS, Role.SIGNATORY);
        register(OLGA, "Olga Stranger", STRANGER, Role.SIGNATORY);
        register(RUNTIME, "Harbour Energy runtime", HARBOUR, Role.RUNTIME);
        keys.keep(CONOR, pair(CONOR), PASSWORD);
        keys.keep(AOIFE, pair(AOIFE), PASSWORD);
        keys.keep(OLGA, pair(OLGA), PASSWORD);
    }

    private void people() {
        open("conor", "Conor Walsh", io.smartblocks.portal.account.Role.ESCO, HARBOUR, Optional.of(CONOR));
        open("deirdre", "Deirdre Nolan", io.smartblocks.portal.account.Role.LAWYER, HARBOUR, Optional.empty());
        open("aoife", "Aoife Brennan", io.smartblocks.portal.account.Role.OWNER, NIMBUS, Optional.of(AOIFE));
        open("rhona", "Rhona Daly", io.smartblocks.portal.account.Role.RESIDENT, NIMBUS, Optional.of(AOIFE));
        open("ultan", "Ultan Roche", io.smartblocks.portal.account.Role.UTILITY, HARBOUR, Optional.of(CONOR));
        open("brid", "Bríd Nolan", io.smartblocks.portal.account.Role.BANK, NIMBUS, Optional.of(AOIFE));
        open("eamon", "Eamon Kelly", io.smartblocks.portal.account.Role.AUDITOR, OFFICE, Optional.empty());
        open("saoirse", "Saoirse Byrne", io.smartblocks.portal.account.Role.ADMIN, OFFICE, Optional.empty());
        open("olga", "Olga Stranger", io.smartblocks.portal.account.Role.OWNER, STRANGER, Optional.of(OLGA));
    }

    private void register(MemberId id, String name, MemberId organisation, Role role) {
        submit(OFFICE, new RegisterMember(id, name, organisation, Set.of(role), pair(id).publicKey()));
    }

    private void open(
            String login,
            String name,
            io.smartblocks.portal.account.Role role,
            MemberId organisation,
            Optional<MemberId> member) {
        accounts.open(
                new Account(login, name, role, Optional.of(organisation.value()), member.map(MemberId::value)),
                PASSWORD);
    }

    void submit(MemberId member, Payload payload) {
        Transaction transaction = Transaction.sign(
                ledger.id(), payload, new RequestKey("fixture/" + UUID.randomUUID()), clock.instant(), signer(member));
        Submission outcome = ledger.submit(Batch.of(transaction)).join();
        if (outcome instanceof Submission.Refused refused) {
            throw new IllegalStateException(payload + " was refused: " + refused.message());
        }
    }

    long height() {
        return ledger.height();
    }

    private Signer signer(MemberId member) {
        return member.equals(OFFICE) ? office : Signer.of(member, pair(member));
    }

    private KeyPair pair(MemberId member) {
        return pairs.computeIfAbsent(member, id -> KeyPair.generate());
    }
}
