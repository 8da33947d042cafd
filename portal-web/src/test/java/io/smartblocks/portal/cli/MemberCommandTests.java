package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberCommandTests {

    @TempDir
    private Path dir;

    private MemberSite site = new MemberSite(Path.of(""));

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
    }

    @Test
    void an_applicant_waits_until_a_registrar_admits_it_with_what_it_asked_for() {
        Run applied = apply("bakery", "owner,signatory");
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.out()).contains("bakery applied in block 3", "'smartblocks member approve bakery'");
        assertThat(site.run("member list").out())
                .containsPattern("bakery +Quay Bakery +itself +applied +owner, signatory");

        assertThat(site.done("registrar", "member approve bakery").out())
                .isEqualTo("bakery is a member since block 4, with owner, signatory.\n");
        assertThat(site.run("member list").out())
                .containsPattern("bakery +Quay Bakery +itself +active +owner, signatory");
    }

    @Test
    void a_registrar_admits_with_other_roles_than_were_asked_for() {
        apply("bakery", "registrar");
        assertThat(site.done("registrar", "member approve bakery --role owner").out())
                .contains("with owner.");
    }

    @Test
    void whoever_was_rejected_may_apply_again() {
        apply("bakery", "owner");
        assertThat(site.done("registrar", "member reject bakery", "--reason", "no contract yet")
                        .out())
                .isEqualTo("bakery is rejected since block 4.\n");
        assertThat(apply("bakery", "owner").exitCode()).isZero();
    }

    @Test
    void whoever_is_suspended_states_nothing_until_it_is_readmitted() {
        site.done("registrar", "member suspend operator", "--reason", "unpaid fees");
        Run refused =
                site.runAs("operator", "meter import", site.file("heat.csv", "start,value\n"), "--meter", "IE-1/heat");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(site.done("registrar", "member readmit operator", "--reason", "paid")
                        .out())
                .isEqualTo("operator may act again since block 4.\n");
        assertThat(site.run("member show operator").out()).containsPattern("standing +active");
    }

    @Test
    void roles_are_set_to_just_those_named() {
        assertThat(site.done("registrar", "member grant operator --role meter-operator,predictor")
                        .out())
                .isEqualTo("operator has meter-operator, predictor since block 3; before: meter-operator.\n");
    }

    @Test
    void a_member_is_shown_with_its_key_and_what_is_known_of_it() {
        assertThat(site.run("member show operator").out())
                .containsPattern("member +operator\n")
                .containsPattern("public key +MCowBQYDK2Vw")
                .containsPattern("since block +1\nchanged +never\n")
                .contains("score         0.5000 = (0 for + 1) / (0 for + 0 against + 2); 0.5 where nothing is known")
                .contains("stars         nobody rated it")
                .contains("Nothing speaks for or against it yet.");
        assertThat(site.run("member show operator --json").out())
                .contains("\"member\" : \"operator\"", "\"score\" : 0.5000", "\"blocks\" : [ 1 ]");
    }

    @Test
    void of_someone_who_acts_for_an_organisation_the_organisation_has_the_reputation() {
        site.admit("gateway", "meter-operator --organisation operator");
        assertThat(site.run("member show gateway").out())
                .containsPattern("acts for +operator")
                .contains("Its reputation is that of operator: 'smartblocks member show operator'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            member approve nobody                          | 'nobody' is no member of this ledger; 'smartblocks member list' shows who is.
            member approve operator                        | member 'operator' does not wait for approval
            member approve Bad!                            | 'Bad!' is not a member id: expected 1 to 80 lower-case letters
            member reject operator --reason none           | member 'operator' does not wait for approval
            member suspend registrar --reason tired        | a registrar cannot suspend itself
            member suspend nobody --reason gone            | there is no member 'nobody'
            member readmit operator --reason back          | member 'operator' is active; only a suspended member is readmitted
            member grant operator --role meter-operator    | member 'operator' has just these roles
            member grant nobody --role owner               | 'nobody' is no member of this ledger
            member grant registrar --role owner            | register another registrar first
            member show nobody                             | 'nobody' is no member of this ledger
            member rate operator --stars 5 --agreement a --period 2026-01-05 | No period of 'a' that begins on 2026-01-05 is settled; settled are none.
            """, quoteCharacter = '"')
    void what_cannot_be_done_is_refused_and_leaves_nothing(String command, String message) {
        Run run = command.contains(" show ") ? site.run(command) : site.runAs("registrar", command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("error: ").contains(message);
        assertThat(run.out()).isEmpty();
        assertThat(site.ledger(Ledger::height)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            member grant operator --role boss            | 'boss' is no role; there are registrar, esco, owner,
            member suspend operator                      | Missing required option: '--reason=TEXT'
            member apply --role owner --name X --expires soon | --expires: 'soon' is not an instant, such as
            member rate operator --stars many --agreement a --period 2026-01-05 | --stars: 'many' is not a whole number.
            member rate operator --stars 5 --agreement a --period May | --period: 'May' is not a day, such as
            """, quoteCharacter = '"')
    void what_cannot_be_read_is_wrong_usage(String command, String message) {
        Run run = site.runAs("registrar", command);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message).contains("--help");
    }

    @Test
    void a_key_that_would_be_over_already_is_refused() {
        Run run = site.run(
                "member apply --role owner --name Bakery --expires 2020-01-01T00:00:00Z", site.keyOf("bakery"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--expires: 2020-01-01T00:00:00Z is over; expected an instant to come");
    }

    private Run apply(String member, String roles) {
        return site.run(
                "member apply --role " + roles,
                Stream.of(new Object[] {"--name", "Quay Bakery"}, site.keyOf(member))
                        .flatMap(Stream::of)
                        .toArray());
    }
}
