package io.smartblocks.portal.members;

import static java.util.stream.Collectors.toSet;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The roles of a member as one question, in which each is ticked by itself. */
final class RoleTicks {

    private static final String FIELD = "roles";

    private RoleTicks() {}

    static String name(Role role) {
        return "role-" + role.code();
    }

    static Field field(List<Role> roles, Predicate<Role> ticked, Words say) {
        return Field.ticks(
                FIELD,
                say.message("payload.roles"),
                "",
                roles.stream().filter(ticked).map(RoleTicks::name).collect(toSet()),
                roles.stream()
                        .map(role -> new Field.Option(
                                name(role),
                                say.message("member.role." + role.code()),
                                say.message("member.role.may." + role.code())))
                        .toList());
    }

    /** Those that are ticked; that there are none is noted. */
    static Set<Role> chosen(List<Role> roles, Typed typed, String none) {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        roles.stream().filter(role -> typed.ticked(name(role))).forEach(chosen::add);
        if (chosen.isEmpty()) {
            typed.refuse(FIELD, none);
        }
        return chosen;
    }
}
