package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.assembly.Versions;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Days;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the head of an amendment against the agreement that it amends. */
final class HeadingCheck {

    private final Sentence.AmendmentHeading head;
    private final Agreement base;
    private final List<Diagnostic> findings = new ArrayList<>();

    private HeadingCheck(Sentence.AmendmentHeading head, Agreement base) {
        this.head = head;
        this.base = base;
    }

    static List<Diagnostic> of(Sentence.AmendmentHeading head, Agreement base) {
        HeadingCheck check = new HeadingCheck(head, base);
        check.document();
        check.order();
        check.effective();
        check.signers();
        return check.findings;
    }

    private void document() {
        Head amended = base.head();
        if (amended.kind() != Head.Kind.CONTRACT) {
            report(
                    Code.E0904,
                    head.title().at(),
                    "\"%s\" is no contract, and only contracts are amended".formatted(amended.title()),
                    "make the contract from its template first, then amend the contract");
        } else if (!amended.title().equals(head.title().text())) {
            report(
                    Code.E0904,
                    head.title().at(),
                    "this amends \"%s\", but the agreement at hand is \"%s\""
                            .formatted(head.title().text(), amended.title()),
                    "write the title exactly as the agreement does, or choose the right base");
        } else if (!amended.version().equals(head.from().text())) {
            report(
                    Code.E0904,
                    head.from().at(),
                    "this amends version %s, but the text at hand is version %s"
                            .formatted(head.from().text(), amended.version()),
                    "amend version %s, or give the text of version %s"
                            .formatted(amended.version(), head.from().text()));
        }
    }

    private void order() {
        if (Versions.compare(head.to().text(), head.from().text()) <= 0) {
            report(
                    Code.E0905,
                    head.to().at(),
                    "version %s is not later than version %s, which it replaces"
                            .formatted(head.to().text(), head.from().text()),
                    "give the new version a higher number");
        }
    }

    private void effective() {
        if (head.effective().term().isPresent()) {
            report(
                    Code.E0906,
                    head.effective().at(),
                    "`%s` is no day".formatted(head.effective().term().orElseThrow()),
                    "write the day on which the amendment takes effect: `effective 1 July 2029`");
        }
        head.effective().date().ifPresent(this::effective);
    }

    private void effective(LocalDate day) {
        LocalDate from = base.settings().from();
        LocalDate to = base.settings().to();
        Optional<LocalDate> earlier = base.head().inPlaceOf().map(Head.InPlaceOf::from);
        if (day.isBefore(from) || day.isAfter(to)) {
            report(
                    Code.E0906,
                    head.effective().at(),
                    "the agreement is in force from %s to %s".formatted(Days.written(from), Days.written(to)),
                    "choose a day on which it is in force");
        } else if (earlier.filter(day::isBefore).isPresent()) {
            report(
                    Code.E0906,
                    head.effective().at(),
                    "version %s took effect later, on %s"
                            .formatted(base.head().version(), Days.written(earlier.orElseThrow())),
                    "choose that day or a later one");
        }
    }

    private void signers() {
        List<String> parties =
                base.parties().stream().map(Declaration.Party::name).toList();
        List<String> signing = head.signedBy().stream().map(Word::text).toList();
        head.signedBy().stream()
                .filter(it -> !parties.contains(it.text()))
                .forEach(it -> report(
                        Code.E0909,
                        it.at(),
                        "`%s` is no party of this agreement".formatted(it.text()),
                        Nearest.to(it.text(), parties)
                                .map("did you mean `%s`?"::formatted)
                                .orElse("its parties are " + String.join(", ", parties))));
        List<String> missing =
                parties.stream().filter(it -> !signing.contains(it)).toList();
        if (!missing.isEmpty() && parties.containsAll(signing)) {
            report(
                    Code.E0909,
                    head.at(),
                    "%s does not sign, but only all parties together change the agreement"
                            .formatted(String.join(", ", missing)),
                    "write `signed by %s`".formatted(String.join(", ", parties)));
        }
    }

    private void report(Code code, SourceRange at, String message, String help) {
        findings.add(Diagnostic.of(code, at, message).help(help));
    }
}
