package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.portal.MachineKeys;
import io.smartblocks.portal.PersonKeys;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code member register}: admits an organisation, a person or a machine, with a key that is made here. */
@Command(
        name = "register",
        description = {
            "Admit an organisation, a person or a machine as a member, with a key made here.",
            "A person's key, and sign-in if asked for, open with a password written to DIR/MEMBER-password."
        })
final class MemberRegisterCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MEMBER", description = "The new member's id, such as harbour-energy.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What people call it.")
    private String name = "";

    @Option(names = "--organisation", paramLabel = "MEMBER", description = "For which it acts; itself if left out.")
    private Optional<String> organisation = Optional.empty();

    @Mixin
    private RolesOption roles = new RolesOption();

    @Option(names = "--machine", description = "A machine: its key opens without anybody typing a password.")
    private boolean machine;

    @Option(
            names = "--sign-in",
            paramLabel = "ROLE",
            description = "Let the person sign in to the portal in this role: ${COMPLETION-CANDIDATES}.")
    private Optional<Role> signIn = Optional.empty();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MemberId member = LedgerStatement.member(id);
        MemberId actsFor = organisation.map(LedgerStatement::member).orElse(member);
        if (machine && signIn.isPresent()) {
            throw new InputRefused("A machine does not sign in to the portal; leave --machine or --sign-in out.");
        }
        DataDirectory directory = data.existing();
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = directory.openLedger(clock)) {
            if (ledger.state(StateKey.member(member)).isPresent()) {
                throw new InputRefused("'%s' is a member already; choose another id.".formatted(member));
            }
            LedgerStatement registrar = new LedgerStatement(
                    ledger, signing.open(directory, ledger), CommandsTold.in(directory, ledger, clock), clock);
            PersonKeys people = new PersonKeys(directory.path(), clock);
            VerifyingKey key = machine
                    ? new MachineKeys(directory.path(), clock)
                            .findOrMake(member)
                            .publicKey()
                    : people.findOrMake(member);
            long block = registrar.make(new RegisterMember(member, name, actsFor, roles.all(), key));
            signIn.ifPresent(role -> open(
                    new Account(member.value(), name, role, Optional.of(actsFor.value()), Optional.of(member.value())),
                    people.password(member),
                    directory.path(),
                    clock));
            report(member, block, people.passwordFile(member));
        }
        return ExitCode.DONE;
    }

    private static void open(Account account, String password, Path data, Clock clock) {
        AuditLog.in(data, clock)
                .tell(Told.ofNobody(Act.ACCOUNT_OPENED, account.login())
                        .because("member register --sign-in")
                        .changed("", account.name() + ", " + account.role()));
        Accounts.in(data, clock).open(account, password);
    }

    private void report(MemberId member, long block, Path password) {
        spec.commandLine().getOut().println("%s is a member since block %d.".formatted(member, block));
        if (!machine) {
            spec.commandLine().getErr().println("The password of its key is in %s.".formatted(password));
        }
    }
}
