package io.smartblocks.portal.story;

import io.smartblocks.portal.api.hook.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;

/** How a supply comes from its template to a month that was settled, disputed and corrected, step by step. */
final class SupplyStory {

    private static final String TITLE = "Nimbus Campus electricity supply";
    private static final String AGREEMENT = "/agreements/nimbus-campus-electricity-supply";
    private static final String DISPUTES =
            "\n\nclause 4 \"Disputes\": Client may dispute a settlement within 20 working days after settlement.\n";
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 1);
    private static final LocalDate LATE = LocalDate.of(2026, 10, 28);

    /** What the form asks for in figures. */
    private static final Map<String, String> FIGURES = Map.of(
            "answer-day-price", "0.1974",
            "answer-night-price", "0.1187",
            "answer-peak-price", "0.2351",
            "answer-export-price", "0.1350",
            "answer-contracted-demand", "110",
            "answer-demand-price", "4.2150",
            "answer-standing-charge", "1.1840",
            "answer-late-rate", "10");

    private final SetClock clock;
    private final Path files;

    /**
     * The story on a campus.
     *
     * @param clock is set forward as the story goes on
     * @param files where the files lie that people hand in
     */
    SupplyStory(SetClock clock, Path files) {
        this.clock = clock;
        this.files = files;
    }

    /** From the template to the correction; who it is comes from the given people. */
    void goes(Function<String, Person> people) throws IOException {
        try (Person conor = people.apply("conor");
                Person aoife = people.apply("aoife")) {
            proposes(conor);
            asksForAChange(aoife);
            changes(conor);
            sign(aoife, conor);
            try (Person fionn = people.apply("fionn")) {
                clock.pass(Duration.ofDays(42));
                uploads(fionn, readings("october", FROM, END));
                settles(conor);
                disputes(aoife);
                uploads(fionn, readings("late", LATE, LATE.plusDays(1)));
                corrects(conor);
            }
        }
    }

    private void proposes(Person conor) {
        conor.opens("/templates");
        conor.looks();
        conor.opens("/templates/time-of-use-supply");
        conor.writes("title", TITLE);
        conor.chooses("answer-supplier", "Harbour Energy Services Ltd");
        conor.chooses("answer-client", "Nimbus Campus DAC");
        conor.writes("answer-start-date", "1 October 2026");
        conor.writes("answer-end-date", "30 September 2029");
        conor.chooses("answer-import-meter", "Grid import");
        conor.chooses("answer-export-meter", "Grid export");
        FIGURES.forEach(conor::writes);
        conor.seesSoFar("Complete");
        conor.looks();
        conor.confirms("Propose to the parties");
        conor.sees(TITLE, "Proposed.");
        conor.looks();
    }

    private void asksForAChange(Person aoife) {
        aoife.opens("/waiting");
        aoife.looks();
        aoife.sees(TITLE);
        aoife.followsTo(AGREEMENT);
        aoife.follows("Ask for a change");
        aoife.looks();
        aoife.writes("words", "Add a clause that lets us dispute a settlement within 20 working days.");
        aoife.presses("Ask for a change");
        aoife.sees("Asked.", "lets us dispute a settlement");
    }

    private void changes(Person conor) {
        conor.opens("/waiting");
        conor.followsTo(AGREEMENT + "/sign");
        conor.sees("lets us dispute a settlement");
        conor.opens("/waiting");
        conor.follows("Change the text");
        conor.adds(DISPUTES);
        conor.looks();
        conor.presses("Propose to the parties");
        conor.sees("What changes against version 1.0");
        conor.looks();
        conor.confirms("Propose to the parties");
        conor.sees("Proposed.", "may dispute a settlement");
    }

    private void sign(Person first, Person last) {
        for (Person person : new Person[] {first, last}) {
            person.opens("/waiting");
            person.followsTo(AGREEMENT + "/sign");
            person.sees("may dispute a settlement");
            person.looks();
            person.confirms("Sign");
        }
        first.opens(AGREEMENT);
        first.sees("In force");
        first.looks();
    }

    private void uploads(Person fionn, Path file) {
        fionn.opens("/readings");
        fionn.looks();
        fionn.hands("file", file);
        fionn.presses("Show what would be taken");
        fionn.sees("Grid import");
        fionn.looks();
        fionn.confirms("Record the readings");
        fionn.sees("recorded");
    }

    private void settles(Person conor) {
        clock.pass(Duration.ofDays(7));
        conor.opens("/runs");
        conor.writes("reason", "The readings of October have come.");
        conor.presses("Run again now");
        conor.sees("A run has started.");
        conor.waitsFor(statement(0), "Dispute this statement");
        conor.opens("/runs");
        conor.looks();
    }

    private void disputes(Person aoife) {
        aoife.opens("/settlements");
        aoife.looks();
        aoife.followsTo(statement(0));
        aoife.looks();
        aoife.follows("Dispute this statement");
        aoife.looks();
        aoife.ticks("Clause 2.1: energy day");
        aoife.writes("reason", "The readings of 28 October are estimated, and too high.");
        aoife.confirms("Dispute it");
        aoife.sees("Your dispute stands on the ledger.", "Disputed by Nimbus Campus DAC, clause 2.1", "energy day");
        aoife.looks();
    }

    private void corrects(Person conor) {
        clock.pass(Duration.ofDays(1));
        conor.opens("/waiting");
        conor.sees("Nimbus Campus DAC disputes");
        conor.followsTo(statement(0));
        conor.follows("End the dispute by Nimbus Campus DAC");
        conor.looks();
        conor.chooses("verdict", "Upheld: it is justified");
        conor.writes("reason", "The readings of 28 October have come.");
        conor.confirms("End the dispute");
        conor.sees("Your word on the dispute stands on the ledger.", "Dispute upheld");
        conor.opens("/runs");
        conor.writes("reason", "The readings of October have come.");
        conor.presses("Run again now");
        conor.waitsFor(statement(1), "What this corrects");
        conor.looks();
    }

    static String statement(int revision) {
        return "/settlements/nimbus-campus-electricity-supply/billing-month/2026-10-01/" + revision;
    }

    /** A file as the metering company sends it: each quarter hour of both meters, without the day that comes late. */
    private Path readings(String name, LocalDate from, LocalDate end) throws IOException {
        StringBuilder rows = new StringBuilder("meter,start,value,unit\n");
        ZonedDateTime last = end.atStartOfDay(ZONE);
        for (ZonedDateTime at = from.atStartOfDay(ZONE); at.isBefore(last); at = at.plusMinutes(15)) {
            boolean late = at.toLocalDate().equals(LATE) && !from.equals(LATE);
            String start = at.toOffsetDateTime().toString();
            if (!late) {
                rows.append(Campus.IMPORT + "," + start + "," + (from.equals(LATE) ? 18 : 20) + ",kWh\n");
            }
            if (!from.equals(LATE)) {
                rows.append(Campus.EXPORT + "," + start + ",1,kWh\n");
            }
        }
        return Files.writeString(files.resolve(name + ".csv"), rows);
    }
}
