package io.smartblocks.portal.account;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads role and organisation from what a sign-on says of a person. */
final class SignOnClaims {

    private final String roleClaim;
    private final Map<String, Role> roles;
    private final String organisationClaim;

    /**
     * With the names of the claims and what roles mean.
     *
     * @param mapping such as {@code esco-staff:ESCO,legal:LAWYER}; of several that fit, the first counts
     */
    SignOnClaims(String roleClaim, String mapping, String organisationClaim) {
        this.roleClaim = roleClaim;
        this.roles = read(mapping);
        this.organisationClaim = organisationClaim;
    }

    private static Map<String, Role> read(String mapping) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String each : mapping.split(",")) {
            int colon = each.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalStateException("smartblocks.oidc.roles: '" + each
                        + "' is no VALUE:ROLE; write for example esco-staff:ESCO,legal:LAWYER");
            }
            try {
                roles.put(
                        each.substring(0, colon).strip(),
                        Role.valueOf(each.substring(colon + 1).strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "smartblocks.oidc.roles: '" + each + "' names no role of " + List.of(Role.values()), e);
            }
        }
        return roles;
    }

    Optional<Role> role(Map<String, Object> claims) {
        Collection<String> said = texts(value(claims, roleClaim));
        return roles.entrySet().stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Optional<String> organisation(Map<String, Object> claims) {
        return organisationClaim.isEmpty()
                ? Optional.empty()
                : texts(value(claims, organisationClaim)).stream().findFirst();
    }

    /** By its name, or by a path with points between names. */
    private static Object value(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int point = name.indexOf('.');
        return point > 0 && claims.get(name.substring(0, point)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(point + 1))
                : List.of();
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
