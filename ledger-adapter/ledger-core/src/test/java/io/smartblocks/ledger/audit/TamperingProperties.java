package io.smartblocks.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.MeterId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever one character of a proof or of the headers becomes, the proof is refused or tells something else. */
class TamperingProperties {

    private static final int MUTATIONS = 4000;
    private static final String REFUSED = "refused";
    private static final String LETTERS = "0123456789abcdefABXYZ+/=\"{}[],: -\\é";

    private final ChainFixture chain = new ChainFixture();

    @Test
    void no_character_of_a_transactions_proof_can_be_changed_unseen() {
        String honest = chain.proofOf(2, 4).text().strip();

        tamper(honest, new Random(1), text -> said(text, Known.NOTHING));
    }

    @Test
    void no_character_of_a_proof_without_the_signers_key_can_be_changed_unseen() {
        Proof proof = chain.proofOf(2, 6);
        String honest = Proof.of(proof.proved(), Optional.empty(), chain.headers(2, 3))
                .text()
                .strip();

        tamper(honest, new Random(2), text -> said(text, Known.NOTHING));
    }

    @Test
    void no_character_of_a_states_proof_can_be_changed_unseen() {
        Proved state = ProvedIn.block(chain.blocks.get(2))
                .state(StateKey.meter(new MeterId("m3")))
                .orElseThrow();
        String honest =
                Proof.of(state, Optional.empty(), chain.headers(2, 3)).text().strip();

        tamper(honest, new Random(3), text -> said(text, Known.NOTHING));
    }

    @Test
    void no_character_of_the_headers_can_be_changed_unseen() {
        String proof = chain.proofOf(2, 4).text().strip();
        List<String> lines = chain.headers().stream().map(HeaderLine::write).toList();

        tamper(String.join("\n", lines), new Random(4), text -> said(proof, text.split("\n", -1)));
    }

    private static String said(String proof, String... headers) {
        HeaderRun run = new HeaderRun(Set.of(1L, 2L));
        try {
            for (String line : headers) {
                if (run.take(HeaderLine.read(line)).isPresent()) {
                    return REFUSED;
                }
            }
        } catch (MalformedJson malformed) {
            return REFUSED;
        }
        return said(proof, new Known(Optional.of(run), Optional.empty(), Optional.empty()));
    }

    private static String said(String proof, Known known) {
        try {
            ProofFindings findings = ProofCheck.check(Proof.read(proof), known);
            return findings.holds() ? findings.toString() : REFUSED;
        } catch (MalformedJson malformed) {
            return REFUSED;
        }
    }

    private interface Reading {
        String said(String text);
    }

    private static void tamper(String honest, Random chance, Reading reading) {
        String told = reading.said(honest);
        assertThat(told).isNotEqualTo(REFUSED);
        int refused = 0;
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            String forged = changed(honest, i < honest.length() ? i : chance.nextInt(honest.length()), chance);
            String now = reading.said(forged);
            refused += now.equals(REFUSED) ? 1 : 0;
            if (now.equals(told)) {
                unseen.add(forged);
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(refused).isGreaterThan(MUTATIONS * 9 / 10);
    }

    private static String changed(String text, int place, Random chance) {
        char other = LETTERS.charAt(chance.nextInt(LETTERS.length()));
        return switch (chance.nextInt(4)) {
            case 0 -> text.substring(0, place) + text.substring(place + 1);
            case 1 -> text.substring(0, place) + other + text.substring(place);
            default ->
                text.substring(0, place) + (other == text.charAt(place) ? '~' : other) + text.substring(place + 1);
        };
    }
}
