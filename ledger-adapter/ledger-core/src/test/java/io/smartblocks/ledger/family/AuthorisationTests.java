package io.smartblocks.ledger.family;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who × what × state: every actor asks for everything, and the documentation shows the same table. */
class AuthorisationTests {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "ledger", "authorisation.md");

    static final List<Case> CASES = Stream.of(
                    MemberCases.member(),
                    MemberCases.site(),
                    MeterCases.meter(),
                    MeterCases.prediction(),
                    MeterCases.index(),
                    AgreementCases.agreement(),
                    AgreementCases.life(),
                    StatementCases.statement(),
                    SettlementCases.settlement())
            .flatMap(List::stream)
            .toList();

    @TestFactory
    Stream<DynamicTest> every_actor_hears_what_the_table_says() {
        return CASES.stream()
                .map(each -> DynamicTest.dynamicTest(each.action() + ": " + each.state(), () -> {
                    Map<Actor, String> heard = new TreeMap<>();
                    for (Actor actor : Actor.values()) {
                        heard.put(actor, each.heardBy(actor));
                    }
                    assertThat(heard).isEqualTo(each.answers());
                }));
    }

    @Test
    void the_table_speaks_of_every_payload_and_someone_may_ask_for_each() {
        Set<String> allowed = CASES.stream()
                .filter(each -> each.answers().containsValue(Case.YES))
                .map(Case::action)
                .collect(toCollection(TreeSet::new));

        assertThat(allowed).isEqualTo(actions(Payload.class, new TreeSet<>()));
    }

    @Test
    void the_documentation_shows_this_table() throws IOException {
        String expected = document();
        String found = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        if (!found.equals(expected)) {
            Path made = Path.of("target", "authorisation.md");
            Files.writeString(made, expected);
            assertThat(found)
                    .as(
                            "docs/ledger/authorisation.md is not what the table says; copy it from %s",
                            made.toAbsolutePath())
                    .isEqualTo(expected);
        }
    }

    private static Set<String> actions(Class<?> sealed, Set<String> names) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                actions(permitted, names);
            } else {
                names.add(permitted
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static String document() {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        for (Actor actor : Actor.values()) {
            text.append("| `")
                    .append(actor.code())
                    .append("` | ")
                    .append(actor.inWords())
                    .append(" |\n");
        }
        text.append(RULES);
        String family = "";
        for (Case each : CASES) {
            if (!each.family().equals(family)) {
                family = each.family();
                text.append("\n## ")
                        .append(family)
                        .append("\n\n| what | state | who may | who is refused, and why |\n")
                        .append("|---|---|---|---|\n");
            }
            text.append(line(each));
        }
        return text.toString();
    }

    private static String line(Case each) {
        Map<String, List<Actor>> byAnswer = new LinkedHashMap<>();
        boolean named = each.answers().get(Actor.UNKNOWN).equals("signer-unknown");
        each.answers().forEach((actor, answer) -> {
            if (Actor.ACTIVE.contains(actor) || !named || usual(actor, answer).isEmpty()) {
                byAnswer.computeIfAbsent(answer, code -> new ArrayList<>()).add(actor);
            }
        });
        List<Actor> may = byAnswer.getOrDefault(Case.YES, List.of());
        byAnswer.remove(Case.YES);
        String refused = byAnswer.entrySet().stream()
                .sorted((one, other) -> one.getValue().size() - other.getValue().size())
                .map(entry ->
                        "`" + entry.getKey() + "`: " + who(entry.getValue(), byAnswer.size() > 1 || !may.isEmpty()))
                .collect(joining("; "));
        return "| `" + each.action() + "` | " + each.state() + " | " + (may.isEmpty() ? "nobody" : codes(may)) + " | "
                + refused + " |\n";
    }

    private static String usual(Actor actor, String answer) {
        return Case.usualAnswers().getOrDefault(actor, "").equals(answer) ? answer : "";
    }

    private static String who(List<Actor> actors, boolean someAreNot) {
        boolean most = actors.size() > 6;
        return most ? (someAreNot ? "all others" : "all") : codes(actors);
    }

    private static String codes(List<Actor> actors) {
        return actors.stream().map(Actor::code).collect(joining(", "));
    }

    private static final String INTRODUCTION = """
            # Who may say what

            This page is made by `AuthorisationTests`, which asks the families as each of these actors for everything in
            each of these states, and fails where this page, the table or the families differ, or where a kind of transaction
            is missing.

            | actor | who it is |
            |---|---|
            """;

    private static final String RULES = """

            A and B are the parties of the agreement. Where a line does not say otherwise, `expired` is refused with
            `key-expired`, `suspended`, `of-suspended`, `applicant` and `rejected` with `signer-not-active`, and `unknown` with
            `signer-unknown`.
            """;
}
