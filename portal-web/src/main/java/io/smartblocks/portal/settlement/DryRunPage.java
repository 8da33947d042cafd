package io.smartblocks.portal.settlement;

import static java.util.stream.Collectors.toMap;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that tells what a period of a text would come to; nothing is committed, and nothing is kept. */
@Component
public class DryRunPage {

    /**
     * The text that is tried.
     *
     * @param called the names of its parties, by the words that the text uses
     */
    public record Subject(AgreementId id, String title, String version, String text, Called called) {}

    /** A text that nobody has proposed yet; its parties go by the names that it gives them. */
    public static Subject draft(String text, Agreement agreement) {
        Map<String, String> names = new HashMap<>();
        agreement
                .parties()
                .forEach(party -> names.put(party.name(), party.legalName().orElse(party.name())));
        String title = agreement.head().title();
        return new Subject(
                new AgreementId(Slug.of(title)),
                title,
                agreement.head().version(),
                text,
                new Called(term -> names.getOrDefault(term, term)));
    }

    /** Who stands behind a party's word. */
    public record Called(UnaryOperator<String> names) {
        /** The name of a party. */
        public String of(String term) {
            return names.apply(term);
        }
    }

    /**
     * Where the page stands.
     *
     * @param action where its form goes
     * @param back where the button goes that leads back with what was typed before; empty where a link does
     * @param backDo what that button asks for there
     * @param hidden what the form carries unseen
     */
    public record Place(
            String area,
            List<Step> trail,
            String action,
            String back,
            String backDo,
            String backWords,
            Map<String, String> hidden) {
        public Place {
            trail = List.copyOf(trail);
            hidden = Map.copyOf(hidden);
        }
    }

    private final Rehearsal rehearsal;
    private final Words say;

    DryRunPage(Rehearsal rehearsal, Words say) {
        this.rehearsal = rehearsal;
        this.say = say;
    }

    /**
     * The page, with what came of it once a day was typed.
     *
     * @param asked the fields of the page as they were sent; those of others do no harm
     */
    public ModelAndView page(Account reader, Subject subject, Place place, Map<String, String> asked) {
        Typed typed = new Typed(asked, say);
        Optional<Rehearsal.Run> run = asked.containsKey("day")
                ? rehearsal.run(reader, subject.id(), subject.text(), typed)
                : Optional.empty();
        ModelAndView page = new ModelAndView(
                "settlement/dry-run", typed.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("place", place);
        page.addObject("title", subject.title());
        page.addObject("version", subject.version());
        page.addObject("problems", typed.problems());
        page.addObject("fields", fields(subject, typed, asked.containsKey("day")));
        page.addObject("names", subject.called());
        boolean own = !typed.raw(Rehearsal.READINGS).isBlank();
        page.addObject("typedReadings", own);
        run.ifPresent(done -> result(page, done, own));
        return page;
    }

    private List<Field> fields(Subject subject, Typed typed, boolean asked) {
        Map<String, String> errors = typed.problems().stream()
                .collect(toMap(Problem::field, Problem::message, (first, second) -> first + '\n' + second));
        String day = asked
                ? typed.raw("day")
                : rehearsal.firstDay(subject.text()).map(LocalDate::toString).orElse("");
        return List.of(
                Field.choice(
                                "period",
                                say.message("statement.period"),
                                say.message("dry.period.help"),
                                typed.raw("period"),
                                rehearsal.periods(subject.text()).stream()
                                        .map(name -> new Field.Option(name, name))
                                        .toList())
                        .with(errors),
                Field.day("day", say.message("dry.day"), say.message("dry.day.help"), day)
                        .with(errors),
                Field.lines(
                                Rehearsal.READINGS,
                                say.message("dry.readings"),
                                say.message("dry.readings.help"),
                                typed.raw(Rehearsal.READINGS),
                                takes(subject.text()))
                        .with(errors));
    }

    private String takes(String text) {
        List<GivenNames.Named> names = rehearsal.givenNames(text);
        return names.isEmpty()
                ? ""
                : say.message(
                        "dry.takes",
                        GivenNames.some(names.stream()
                                .map(each ->
                                        each.unit().isEmpty() ? each.name() : each.name() + " (" + each.unit() + ')')
                                .toList()));
    }

    private void result(ModelAndView page, Rehearsal.Run run, boolean own) {
        page.addObject("ran", say.span(run.period().from(), run.period().to()));
        page.addObject("moved", run.moved().map(say::day).orElse(""));
        page.addObject("figures", new Figures(say));
        page.addObject("meters", MeterLinks.in(own ? "" : run.text().words()));
        if (run.outcome() instanceof Outcome.Settled settled) {
            Statement statement = settled.settlement().statement();
            page.addObject("bills", Bill.of(statement));
            page.addObject("todos", ToDo.of(statement));
            page.addObject("whys", new WhyReader(statement, run.text()).read());
        } else if (run.outcome() instanceof Outcome.Held held) {
            page.addObject("held", held.reasons());
        } else if (run.outcome() instanceof Outcome.Refused refused) {
            page.addObject("held", List.of(refused.where() + ": " + refused.message()));
        }
    }
}
