package io.smartblocks.portal.admin;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts.Standing;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks what is needed to open or to change an account. */
@Component
class UserAsks {

    /** An account as the list shows it. */
    record Row(Standing standing, String opened, String locked, List<Offered> offered) {}

    /** One act that is offered. */
    record Offered(String words, String link) {}

    private static final String USERS = "/admin/users";

    private final ReadModel read;
    private final Words say;

    UserAsks(ReadModel read, Words say) {
        this.read = read;
        this.say = say;
    }

    Step start() {
        return new Step(say.message("menu.admin"), "/admin");
    }

    Row row(Standing standing) {
        return new Row(
                standing,
                say.shortDay(say.dayOf(standing.opened())),
                standing.locked().map(say::moment).orElse(""),
                AccountAct.in(standing).stream()
                        .map(act -> new Offered(say.message("admin." + act.key() + ".button"), address(standing, act)))
                        .toList());
    }

    /** Why it cannot be done now. */
    Optional<String> impossible(Account administrator, Standing standing, AccountAct act) {
        if (standing.account().login().equals(administrator.login())) {
            return Optional.of(say.message("admin.self"));
        }
        return act.fits(standing) ? Optional.empty() : Optional.of(say.message("admin.state"));
    }

    Ask about(Standing standing, AccountAct act, Typed typed) {
        String key = "admin." + act.key();
        List<Field> fields = new ArrayList<>();
        if (act == AccountAct.ROLE) {
            fields.add(role(typed, standing.account().role().name()));
        }
        fields.add(reason(typed));
        return ask(
                say.message(key + ".heading", standing.account().name()),
                say.message(key + ".lead"),
                List.of(
                        new Ask.Fact(
                                say.message("account.login"), standing.account().login()),
                        new Ask.Fact(
                                say.message("account.role"),
                                say.message("role." + standing.account().role()))),
                fields,
                say.message(key + ".button"),
                address(standing, act));
    }

    Ask opening(Typed typed) {
        List<Field.Option> organisations = members(true);
        return ask(
                say.message("admin.open.heading"),
                say.message("admin.open.lead"),
                List.of(),
                List.of(
                        Field.line(
                                "login",
                                say.message("account.login"),
                                say.message("admin.login.help"),
                                typed.raw("login")),
                        Field.line(
                                "name", say.message("account.name"), say.message("admin.name.help"), typed.raw("name")),
                        role(typed, ""),
                        Field.choice(
                                "organisation",
                                say.message("account.organisation"),
                                say.message("admin.organisation.help"),
                                typed.raw("organisation"),
                                organisations),
                        Field.choice(
                                "member",
                                say.message("account.member"),
                                say.message("admin.member.help"),
                                typed.raw("member"),
                                members(false)),
                        reason(typed)),
                say.message("admin.open.button"),
                USERS + "/new");
    }

    private List<Field.Option> members(boolean organisations) {
        return read.members().members().stream()
                .filter(member -> !organisations || member.isOrganisation())
                .map(UserAsks::option)
                .toList();
    }

    private static Field.Option option(Member member) {
        return new Field.Option(member.id().value(), member.name() + " (" + member.id() + ")");
    }

    private Ask ask(
            String heading, String lead, List<Ask.Fact> facts, List<Field> fields, String button, String action) {
        return new Ask(
                "admin",
                List.of(start(), new Step(say.message("admin.users"), USERS)),
                heading,
                lead,
                facts,
                fields,
                button,
                action,
                USERS,
                Map.of());
    }

    private Field role(Typed typed, String now) {
        String typedRole = typed.raw("role");
        return Field.choice(
                "role",
                say.message("account.role"),
                say.message("admin.role.help"),
                typedRole.isEmpty() ? now : typedRole,
                Arrays.stream(Role.values())
                        .map(role -> new Field.Option(role.name(), say.message("role." + role)))
                        .toList());
    }

    private Field reason(Typed typed) {
        return Field.text(
                "reason", say.message("member.reason"), say.message("admin.reason.help"), typed.raw("reason"));
    }

    private static String address(Standing standing, AccountAct act) {
        return USERS + "/" + standing.account().login() + "/act/" + act.key();
    }
}
