package io.smartblocks.runtime.run;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the first value in which two statements differ. */
final class FirstDifference {

    private static final JsonMapper MAPPER = new JsonMapper();

    private FirstDifference() {}

    static Optional<Verification.Different> between(String path, String committed, byte[] computed) {
        return between(path, MAPPER.readTree(committed), MAPPER.readTree(new String(computed, StandardCharsets.UTF_8)));
    }

    private static Optional<Verification.Different> between(String path, JsonNode committed, JsonNode computed) {
        if (committed.isObject() && computed.isObject()) {
            TreeSet<String> names = new TreeSet<>(committed.propertyNames());
            names.addAll(computed.propertyNames());
            return names.stream()
                    .map(name -> between(
                            path.isEmpty() ? name : path + "." + name, committed.path(name), computed.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (committed.isArray() && computed.isArray() && committed.size() == computed.size()) {
            for (int i = 0; i < committed.size(); i++) {
                Optional<Verification.Different> found =
                        between(path + "[" + i + "]", committed.get(i), computed.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return committed.equals(computed)
                ? Optional.empty()
                : Optional.of(new Verification.Different(path, committed.toString(), computed.toString()));
    }
}
