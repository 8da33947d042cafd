package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Acting.Outcome;
import io.smartblocks.portal.member.Applications;
import io.smartblocks.portal.member.Applications.Application;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a key for a person that is no member yet, asks the ledger for admission with it, and binds the account afterwards. */
@Component
class Applying {

    /** What a person asks for. */
    record Asked(MemberId member, String name, MemberId organisation, Set<Role> roles) {}

    private final ReadModel read;
    private final Applications applications;
    private final MemberKeys keys;
    private final Acting acting;
    private final Accounts accounts;
    private final AuditLog log;
    private final Words say;

    Applying(
            ReadModel read,
            Applications applications,
            MemberKeys keys,
            Acting acting,
            Accounts accounts,
            AuditLog log,
            Words say) {
        this.read = read;
        this.applications = applications;
        this.keys = keys;
        this.acting = acting;
        this.accounts = accounts;
        this.log = log;
        this.say = say;
    }

    /** Why this person cannot apply: it signs as a member already, or an application of its own stands. */
    Optional<String> impossible(Account reader) {
        if (reader.member().isPresent()) {
            return Optional.of(say.message("apply.member", reader.member().get()));
        }
        return applications
                .standing(reader)
                .filter(member -> member.status() != Member.Status.REJECTED)
                .map(member -> say.message("apply.stands", member.name()));
    }

    /** What was typed, where all of it can be read; what cannot is noted. */
    Optional<Asked> read(Account reader, Typed typed) {
        Optional<MemberId> id = id(reader, typed);
        Optional<String> name = typed.needed("name", say.message("member.name"));
        Optional<MemberId> organisation = id.flatMap(known -> organisation(reader, known, typed));
        Set<Role> roles = RoleTicks.chosen(ApplyAsks.roles(), typed, say.message("apply.roles.none"));
        return typed.problems().isEmpty()
                ? Optional.of(new Asked(id.orElseThrow(), name.orElseThrow(), organisation.orElseThrow(), roles))
                : Optional.empty();
    }

    private Optional<MemberId> id(Account reader, Typed typed) {
        Optional<MemberId> id = typed.needed("id", say.message("apply.id")).flatMap(written -> {
            try {
                return Optional.of(new MemberId(written));
            } catch (IllegalArgumentException notAnId) {
                typed.refuse("id", say.message("apply.id.wrong"));
                return Optional.empty();
            }
        });
        id.filter(known -> isTaken(reader, known))
                .ifPresent(known -> typed.refuse("id", say.message("apply.id.taken", known.value())));
        return id;
    }

    /** A key store on this machine is never used by another person than the one for whom it was made. */
    private boolean isTaken(Account reader, MemberId id) {
        boolean own = applications
                .of(reader)
                .filter(asked -> asked.member().equals(id))
                .isPresent();
        boolean onLedger = read.members().member(id).isPresent()
                && applications
                        .standing(reader)
                        .filter(member -> member.id().equals(id))
                        .isEmpty();
        return onLedger || !own && keys.has(id);
    }

    private Optional<MemberId> organisation(Account reader, MemberId id, Typed typed) {
        if (reader.organisation().isPresent()) {
            return reader.organisation().map(MemberId::new);
        }
        String chosen = typed.raw("organisation");
        if (chosen.equals(ApplyAsks.ITSELF)) {
            return Optional.of(id);
        }
        Optional<MemberId> known = read.members().members().stream()
                .filter(member -> member.isOrganisation() && member.active())
                .map(Member::id)
                .filter(member -> member.value().equals(chosen))
                .findFirst();
        if (known.isEmpty()) {
            typed.refuse("organisation", say.message("apply.organisation.wrong"));
        }
        return known;
    }

    /** Asks the ledger, with a key that only the person's password opens; the password was confirmed already. */
    Outcome apply(Account reader, Asked asked, String password, String once) {
        VerifyingKey key;
        try {
            key = key(reader, asked.member(), password);
        } catch (KeyFileProblem e) {
            return new Outcome.Refused(say.message("act.key", e.getMessage()));
        }
        applications.note(reader, new Application(asked.member(), key));
        Account applicant = new Account(
                reader.login(),
                reader.name(),
                reader.role(),
                reader.organisation(),
                Optional.of(asked.member().value()));
        return acting.actConfirmed(
                applicant,
                password,
                once,
                List.of(new ApplyForMembership(
                        asked.member(), asked.name(), asked.organisation(), asked.roles(), key)));
    }

    private VerifyingKey key(Account reader, MemberId member, String password) {
        boolean made = applications
                .of(reader)
                .filter(before -> before.member().equals(member))
                .isPresent();
        return (made ? keys.open(member, password) : Optional.<Signer>empty())
                .map(Signer::publicKey)
                .orElseGet(() -> {
                    KeyPair fresh = KeyPair.generate();
                    keys.keep(member, fresh, password);
                    return fresh.publicKey();
                });
    }

    /** Lets the account sign as the member that it applied for, once a registrar has admitted it. */
    @Transactional
    void join(Account reader, Member admitted) {
        accounts.join(
                reader.login(), admitted.organisation().value(), admitted.id().value());
        log.tell(Told.of(reader, Act.ACCOUNT_MEMBER, reader.login())
                .changed(
                        reader.organisation().orElse("no organisation") + ", no member",
                        admitted.organisation() + ", " + admitted.id()));
    }
}
