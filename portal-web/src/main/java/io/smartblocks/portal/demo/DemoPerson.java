package io.smartblocks.portal.demo;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.OpenLogins.OpenLogin;
import io.smartblocks.portal.account.Role;
import java.util.Optional;

/** Who can sign in to the demo site. */
enum DemoPerson {
    CONOR("conor", "Conor Walsh", Role.ESCO, DemoMember.HARBOUR, Optional.of(DemoMember.HARBOUR_SIGNATORY)),
    DEIRDRE("deirdre", "Deirdre Nolan", Role.LAWYER, DemoMember.HARBOUR, Optional.empty()),
    AOIFE("aoife", "Aoife Brennan", Role.OWNER, DemoMember.NIMBUS, Optional.of(DemoMember.NIMBUS_SIGNATORY)),
    RHONA("rhona", "Rhona Keane", Role.RESIDENT, DemoMember.FLAT, Optional.of(DemoMember.FLAT_SIGNATORY)),
    ULTAN(
            "ultan",
            "Ultan Roche",
            Role.UTILITY,
            DemoMember.DISTRICT_HEAT,
            Optional.of(DemoMember.DISTRICT_HEAT_SIGNATORY)),
    BRID("brid", "Bríd Kelleher", Role.BANK, DemoMember.BANK, Optional.of(DemoMember.BANK_SIGNATORY)),
    EAMON("eamon", "Eamon Kelly", Role.AUDITOR, DemoMember.AUDIT_OFFICE, Optional.empty()),
    FIONN("fionn", "Fionn Daly", Role.ESCO, DemoMember.METERING, Optional.empty()),
    SAOIRSE("saoirse", "Saoirse Byrne", Role.ADMIN, DemoMember.LEDGER_OFFICE, Optional.of(DemoMember.LEDGER_OFFICE));

    private final String login;
    private final String fullName;
    private final Role role;
    private final DemoMember organisation;
    private final Optional<DemoMember> signsAs;

    DemoPerson(String login, String fullName, Role role, DemoMember organisation, Optional<DemoMember> signsAs) {
        this.login = login;
        this.fullName = fullName;
        this.role = role;
        this.organisation = organisation;
        this.signsAs = signsAs;
    }

    String login() {
        return login;
    }

    /** Whether this person signs with the key of the member. */
    boolean signsAs(DemoMember member) {
        return signsAs.equals(Optional.of(member));
    }

    OpenLogin openLogin(String password) {
        return new OpenLogin(login, fullName, role, password);
    }

    Account account() {
        Optional<String> member = signsAs.map(DemoMember::id).map(MemberId::value);
        return new Account(login, fullName, role, Optional.of(organisation.id().value()), member);
    }
}
