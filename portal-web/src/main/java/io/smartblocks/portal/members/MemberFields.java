package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The questions of each act about a member. */
@Component
class MemberFields {

    /** What an organisation says of itself, in the order of the form. */
    static final List<String> PARTICULARS = List.of(
            "legalName",
            "street",
            "postcode",
            "city",
            "region",
            "country",
            "vatId",
            "registration",
            "electronicAddress",
            "iban",
            "bic",
            "holder");

    private static final int MOST_STARS = 5;

    private final ReadModel read;
    private final Deals deals;
    private final Words say;

    MemberFields(ReadModel read, Deals deals, Words say) {
        this.read = read;
        this.deals = deals;
        this.say = say;
    }

    List<Field> of(Account reader, Member about, MemberAct act, Typed typed) {
        List<Field> fields = new ArrayList<>(
                switch (act) {
                    case APPROVE, ROLES -> roles(about, typed);
                    case ROTATE -> rotation(reader, about, typed);
                    case RATE -> rating(reader, about, typed);
                    case PARTICULARS -> particulars(about, typed);
                    default -> List.of();
                });
        if (act.asksForReason()) {
            fields.add(Field.text(
                    "reason", say.message("member.reason"), say.message("member.reason.help"), typed.raw("reason")));
        }
        return fields;
    }

    private List<Field> roles(Member about, Typed typed) {
        boolean asked = !typed.raw("once").isEmpty();
        return List.of(RoleTicks.field(
                List.of(Role.values()), role -> asked ? typed.ticked(RoleTicks.name(role)) : about.has(role), say));
    }

    private List<Field> rotation(Account reader, Member about, Typed typed) {
        Field end = Field.day(
                "expires", say.message("member.expires"), say.message("member.expires.help"), typed.raw("expires"));
        return MemberAct.ROTATE.makesKey(reader.member(), about.id())
                ? List.of(end)
                : List.of(
                        Field.line(
                                "publicKey",
                                say.message("member.publicKey"),
                                say.message("member.publicKey.help"),
                                typed.raw("publicKey")),
                        end);
    }

    private List<Field> rating(Account reader, Member about, Typed typed) {
        return List.of(
                Field.choice(
                        "deal",
                        say.message("member.deal"),
                        say.message("member.deal.help"),
                        typed.raw("deal"),
                        deals.between(reader, about).stream()
                                .map(deal -> new Field.Option(deal.key(), deal.words()))
                                .toList()),
                Field.choice(
                        "stars",
                        say.message("payload.stars"),
                        say.message("member.stars.help"),
                        typed.raw("stars"),
                        IntStream.rangeClosed(1, MOST_STARS)
                                .mapToObj(stars ->
                                        new Field.Option(Integer.toString(stars), say.message("member.stars." + stars)))
                                .toList()),
                Field.text(
                        "comment",
                        say.message("payload.comment"),
                        say.message("member.comment.help"),
                        typed.raw("comment")));
    }

    private List<Field> particulars(Member about, Typed typed) {
        Map<String, String> stands = typed.raw("once").isEmpty() ? standing(about) : Map.of();
        return PARTICULARS.stream()
                .map(field -> Field.line(
                        field,
                        say.message("particulars." + field),
                        say.message("particulars." + field + ".help"),
                        stands.getOrDefault(field, typed.raw(field))))
                .toList();
    }

    private Map<String, String> standing(Member about) {
        List<Recorded<ParticularsState>> said = read.members().particulars(about.id());
        Map<String, String> fields = new LinkedHashMap<>();
        if (said.isEmpty()) {
            return fields;
        }
        Particulars newest = said.get(said.size() - 1).state().particulars();
        fields.put("legalName", newest.legalName());
        put(fields, "street", newest.address().street());
        put(fields, "postcode", newest.address().postcode());
        fields.put("city", newest.address().city());
        put(fields, "region", newest.address().region());
        fields.put("country", newest.address().country());
        put(fields, "vatId", newest.vatId());
        put(fields, "registration", newest.registration());
        put(fields, "electronicAddress", newest.electronicAddress().map(at -> at.scheme() + ":" + at.address()));
        put(fields, "iban", newest.account().map(Particulars.PaymentAccount::iban));
        put(fields, "bic", newest.account().flatMap(Particulars.PaymentAccount::bic));
        put(fields, "holder", newest.account().flatMap(Particulars.PaymentAccount::holder));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Optional<String> value) {
        value.ifPresent(known -> fields.put(name, known));
    }
}
