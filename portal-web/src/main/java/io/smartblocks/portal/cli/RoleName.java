package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Role;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The ledger's roles by the words that stand on the ledger. */
final class RoleName implements ITypeConverter<Role>, Iterable<String> {

    @Override
    public Role convert(String text) {
        return List.of(Role.values()).stream()
                .filter(role -> role.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'%s' is no role; there are %s".formatted(text, String.join(", ", this))));
    }

    @Override
    public Iterator<String> iterator() {
        return List.of(Role.values()).stream().map(Role::code).iterator();
    }

    /** Roles as people read them. */
    static String list(Collection<Role> roles) {
        return roles.isEmpty() ? "no role" : roles.stream().map(Role::code).collect(Collectors.joining(", "));
    }
}
