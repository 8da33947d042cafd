package io.smartblocks.dsl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table Goal in kWh by Year: 1: 300,000; 2 to 5: 320,000."
                        + " | table Goal in kWh by Year : / Year: Goal in kWh / 1: 300,000 / 2 to 5: 320,000",
                "table Cost in EUR by Year: 1: - 20; 2: 5."
                        + " | table Cost in EUR by Year : / Year: Cost in EUR / 1: - 20 / 2: 5",
                "Share is Saved in bands: the first 100 MWh at 70 %; the rest at 30 %, counted from the start of Year."
                        + " | Share is Saved in bands : / Band: Rate / the first 100 MWh: 70 % / the rest: 30 %"
                        + " / counted from the start of Year .",
                "Share is instead Saved in bands: up to 5 MWh at 0.20 EUR per kWh; above at 0.10 EUR per kWh."
                        + " | Share is instead Saved in bands : / Band: Rate / up to 5 MWh: 0.20 EUR per kWh"
                        + " / above: 0.10 EUR per kWh",
                "Fee is 5 EUR when Use is above 5 kWh; 1 EUR otherwise, at most the amount due by A under clauses 1, 2 and 3."
                        + " | Fee is / 5 EUR when Use is above 5 kWh ; / 1 EUR otherwise ,"
                        + " / at most the amount due by A under clauses 1 , 2 and 3 .",
                "when Use is above 5 kWh, Fee is instead 5 EUR when it is in Winter; 1 EUR otherwise."
                        + " | when Use is above 5 kWh , Fee is instead / 5 EUR when it is in Winter ; / 1 EUR otherwise .",
                "when readings of A are missing: for up to 3 hours, use 0 kWh; for longer, hold settlement."
                        + " | when readings of A are missing : / for up to 3 hours , use 0 kWh ;"
                        + " / for longer , hold settlement .",
                "when readings of A are missing, hold settlement. | when readings of A are missing , hold settlement .",
                "given A totals 1; 2; 3 kWh every 1 month from 1 May 2026."
                        + " | given A totals 1 ; 2 ; 3 kWh every 1 month from 1 May 2026 .",
            })
    void a_sentence_is_laid_out_as_a_reader_wants_it(String sentence, String pieces) {
        assertThat(Pieces.of(phrases(sentence)).stream().map(PiecesTests::shown).collect(Collectors.joining(" / ")))
                .isEqualTo(pieces);
    }

    private static String shown(Piece piece) {
        if (piece instanceof Piece.Grid grid) {
            return grid.heading() + ": " + grid.valueHeading() + " / "
                    + grid.rows().stream()
                            .map(row -> joined(row.name()) + ": " + joined(row.value()))
                            .collect(Collectors.joining(" / "));
        }
        return joined(piece instanceof Piece.Line line ? line.words() : ((Piece.Running) piece).words());
    }

    private static String joined(List<Phrase> words) {
        return AgreementText.joined(words);
    }

    private static List<Phrase> phrases(String sentence) {
        Map<String, Phrase.Kind> kinds =
                Map.of("TERM", Phrase.Kind.TERM, "QUOTED", Phrase.Kind.QUOTED, "SIGN", Phrase.Kind.SIGN);
        return SentenceReader.lexemes(new SourceText("sentence", sentence)).stream()
                .map(lexeme -> new Phrase(
                        lexeme.tidy(),
                        Optional.ofNullable(kinds.get(lexeme.kind().name())).orElse(Phrase.Kind.OTHER),
                        lexeme.at().start() > 0))
                .toList();
    }
}
