package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberRotateKeyCommandTests {

    @TempDir
    private Path dir;

    private MemberSite site = new MemberSite(Path.of(""));

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
    }

    @Test
    void a_machine_signs_with_its_new_key_from_the_next_block_on() {
        String old = key("operator");

        Run rotated = site.done("operator", "member rotate-key --expires 2190-01-01T00:00:00Z");

        assertThat(key("operator")).isNotEqualTo(old);
        assertThat(rotated.out())
                .isEqualTo(
                        "operator signs with key %s since block 3 until 2190-01-01T00:00:00Z; the old one, %s, signs nothing any more.\n"
                                .formatted(key("operator"), old));
        assertThat(member("operator").keyExpires()).contains(Instant.parse("2190-01-01T00:00:00Z"));
        site.done(
                "operator",
                "meter register IE-2/heat --energy heat --unit kWh --every P1D --zone UTC --label B --site B");
    }

    @Test
    void stopped_after_the_key_was_made_the_same_command_states_that_key() {
        applied();
        Run made = Run.of(
                "key",
                "new",
                "bakery",
                "--replace",
                "--out",
                dir.resolve("bakery.p12"),
                "--password-file",
                dir.resolve("password"));
        assertThat(made.exitCode()).as(made.err()).isZero();
        site.done("registrar", "member approve bakery");

        Run rotated = site.run("member rotate-key", site.keyOf("bakery"));

        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(made.out()).contains("alias        " + key("bakery") + " (newest)");
        assertThat(made.out().split("alias")).hasSize(3);
        assertThat(Run.of("key", "show", dir.resolve("bakery.p12")).out().split("alias"))
                .hasSize(3);
    }

    @Test
    void a_refused_change_leaves_the_old_key_signing_and_the_new_one_for_the_next_attempt() {
        applied();
        site.done("registrar", "member approve bakery");
        site.done("registrar", "member suspend bakery", "--reason", "unpaid");
        Run refused = site.run("member rotate-key", site.keyOf("bakery"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("The ledger refused it");
        site.done("registrar", "member readmit bakery", "--reason", "paid");

        Run rotated = site.run("member rotate-key", site.keyOf("bakery"));

        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        assertThat(Run.of("key", "show", dir.resolve("bakery.p12")).out().split("alias"))
                .hasSize(3);
        assertThat(Run.of("key", "show", dir.resolve("bakery.p12")).out()).contains(key("bakery") + " (newest)");
    }

    @Test
    void a_registrar_states_the_new_key_of_a_member_that_lost_its_own() {
        site.keyOf("operator");
        String publicHalf =
                Run.of("key", "show", dir.resolve("operator.p12")).out().replaceAll("(?s).*public key +(\\S+).*", "$1");

        site.done("registrar", "member rotate-key operator", "--public-key", publicHalf);

        assertThat(member("operator").publicKey().value()).isEqualTo(publicHalf);
        Run old = site.runAs("operator", "member rotate-key");
        assertThat(old.exitCode()).isEqualTo(1);
        assertThat(old.err()).contains("but the ledger names key " + key("operator"));
    }

    @Test
    void nobody_makes_a_key_for_another() {
        Run run = site.runAs("registrar", "member rotate-key operator");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("'registrar' cannot make a key for 'operator'")
                .contains("'smartblocks key new operator'", "--public-key");
    }

    @Test
    void what_is_no_public_key_is_refused() {
        Run run = site.runAs("registrar", "member rotate-key operator --public-key MCow");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'MCow' is not an Ed25519 public key: expected 60 characters");
        assertThat(site.ledger(Ledger::height)).isEqualTo(3);
    }

    @Test
    void the_last_registrar_keeps_a_key_that_lasts() {
        Run run = site.runAs("registrar", "member rotate-key --expires 2190-01-01T00:00:00Z");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("register another registrar first");
    }

    private void applied() {
        Run applied = site.run("member apply --role owner --name Bakery", site.keyOf("bakery"));
        assertThat(applied.exitCode()).as(applied.err()).isZero();
    }

    private String key(String member) {
        return member(member).publicKey().shortFingerprint();
    }

    private Member member(String id) {
        Optional<MemberState> state =
                site.ledger(ledger -> ledger.state(StateKey.member(new MemberId(id)), MemberState.class));
        return state.orElseThrow().member();
    }
}
