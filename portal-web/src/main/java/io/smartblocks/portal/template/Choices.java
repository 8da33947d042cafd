package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.form.Field.Option;
import io.smartblocks.portal.member.Suspended;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The parties and meters that the ledger knows, for a form to choose from. */
@Component
class Choices {

    /** A longer list is not chosen from by looking through it. */
    private static final int MOST = 200;

    /**
     * What can be chosen.
     *
     * @param tooMany whether there is more than a list can show, so that the answer is typed
     */
    record Offer(List<Option> options, boolean tooMany) {
        private static final Offer NONE = new Offer(List.of(), false);

        private static Offer of(List<Option> found) {
            return found.size() > MOST ? new Offer(List.of(), true) : new Offer(found, false);
        }
    }

    private final ReadModel read;
    private final Suspended suspended;
    private final Words say;

    Choices(ReadModel read, Suspended suspended, Words say) {
        this.suspended = suspended;
        this.read = read;
        this.say = say;
    }

    /** What can be chosen for a parameter; nothing where the answer is typed. */
    Offer of(Parameter parameter) {
        if (parameter.kind() instanceof Kind.Party) {
            return Offer.of(organisations()
                    .map(member -> new Option(member.name(), member.name()))
                    .toList());
        }
        if (parameter.kind() instanceof Kind.Metered meter) {
            return Offer.of(read.meters().fitting(meter.unit().symbol(), iso(meter.every()), MOST + 1).stream()
                    .map(this::option)
                    .toList());
        }
        return Offer.NONE;
    }

    /** The organisation with this name. */
    Optional<MemberId> organisation(String name) {
        return organisations()
                .filter(member -> member.name().equals(name))
                .map(Member::id)
                .findFirst();
    }

    /** Whether an answer names what can be chosen for a parameter; where there is too much to choose from it was typed. */
    boolean fits(Parameter parameter, String written) {
        if (parameter.kind() instanceof Kind.Party) {
            return organisation(written).isPresent();
        }
        return !(parameter.kind() instanceof Kind.Metered wanted)
                || meter(written)
                        .filter(meter -> meter.unit().equals(wanted.unit().symbol())
                                && meter.interval().toString().equals(iso(wanted.every())))
                        .isPresent();
    }

    private Optional<MeterState> meter(String written) {
        return MeterId.parse(written.strip()).flatMap(read.meters()::meter);
    }

    private Stream<Member> organisations() {
        return read.members().members().stream().filter(Member::isOrganisation).filter(Member::active);
    }

    /** Why some cannot be chosen for a parameter; empty where nothing is left out. */
    Optional<String> leftOut(Parameter parameter) {
        return parameter.kind() instanceof Kind.Party ? suspended.organisations() : Optional.empty();
    }

    private Option option(MeterState meter) {
        return new Option(
                "meter/" + meter.meter(),
                say.message("form.meter", meter.meter().value(), meter.label()));
    }

    /** A span as the ledger writes reading intervals. */
    static String iso(TimeSpan span) {
        return switch (span.unit()) {
            case MINUTE -> "PT" + span.count() + 'M';
            case HOUR -> "PT" + span.count() + 'H';
            case DAY -> "P" + span.count() + 'D';
            case MONTH -> "P" + span.count() + 'M';
            case YEAR -> "P" + span.count() + 'Y';
            case WEEK -> "P" + span.count() + 'W';
            case WORKING_DAY -> "";
        };
    }
}
