package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.ElectronicAddress;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParticularsTests {

    private static final Particulars WHOLE = new Particulars(
            "ESCO One Ltd",
            new PostalAddress(
                    Optional.of("1 Poolbeg Street"),
                    Optional.of("D02 X285"),
                    "Dublin",
                    Optional.of("County Dublin"),
                    "IE"),
            Optional.of("IE9700053D"),
            Optional.of("123456"),
            Optional.of(new ElectronicAddress("9935", "IE9700053D")),
            Optional.of(
                    new PaymentAccount("IE29AIBK93115212345678", Optional.of("AIBKIE2D"), Optional.of("ESCO One"))));

    @ParameterizedTest
    @MethodSource("rows")
    void what_an_organisation_may_say_of_itself(Row row) {
        row.holdsOn(World.peopled());
    }

    static Stream<Row> rows() {
        return Stream.of(
                allowed("its key says it", "esco-1", of("esco-1", WHOLE)),
                allowed("so does a signatory", "eve", of("esco-1", WHOLE)),
                refused("not its machine", "robot", of("esco-1", WHOLE), RefusalCode.NOT_ALLOWED),
                refused("nor another organisation", "owner-1", of("esco-1", WHOLE), RefusalCode.NOT_ALLOWED),
                refused("nor the registrar", "registrar", of("esco-1", WHOLE), RefusalCode.NOT_ALLOWED),
                refused("nor a person of itself", "eve", of("eve", WHOLE), RefusalCode.NOT_ALLOWED),
                wrong("a name", of(" ", "IE", "IE9700053D", "9935", "IE29AIBK93115212345678", "AIBKIE2D")),
                wrong("a country", of("E", "Eire", "IE9700053D", "9935", "IE29AIBK93115212345678", "AIBKIE2D")),
                wrong("a VAT id", of("E", "IE", "9700053D", "9935", "IE29AIBK93115212345678", "AIBKIE2D")),
                wrong("a scheme", of("E", "IE", "IE9700053D", "vat", "IE29AIBK93115212345678", "AIBKIE2D")),
                wrong("check digits", of("E", "IE", "IE9700053D", "9935", "IE29AIBK93115212345687", "AIBKIE2D")),
                wrong("no spaces", of("E", "IE", "IE9700053D", "9935", "IE29 AIBK 9311 5212 3456 78", "AIBKIE2D")),
                wrong("a BIC", of("E", "IE", "IE9700053D", "9935", "IE29AIBK93115212345678", "AIB")),
                allowed(
                        "a German one",
                        "eve",
                        of("E", "DE", "DE136695976", "9930", "DE89370400440532013000", "COBADEFF")),
                allowed(
                        "one with letters",
                        "eve",
                        of("E", "MT", "MT20390737", "9943", "MT84MALT011000012345MTLCAST001S", "MALTMTMT")));
    }

    @Test
    void said_again_it_replaces_what_was_said_and_the_same_is_no_change() {
        World world = World.peopled();
        world.must("eve", of("esco-1", WHOLE));

        refused("the same", "eve", of("esco-1", WHOLE), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        StateParticulars moved = of("Moved Ltd", "IE", "IE9700053D", "EM", "IE29AIBK93115212345678", "AIBKIE2D");
        world.must("eve", moved);

        assertThat(world.at(StateKey.particulars(new MemberId("esco-1")), ParticularsState.class))
                .isEqualTo(new ParticularsState(new MemberId("esco-1"), moved.particulars()));
    }

    private static Row wrong(String what, StateParticulars stated) {
        return refused("it needs " + what, "eve", stated, RefusalCode.INVALID_CONTENT);
    }

    private static StateParticulars of(String organisation, Particulars particulars) {
        return new StateParticulars(new MemberId(organisation), particulars);
    }

    private static StateParticulars of(
            String name, String country, String vatId, String scheme, String iban, String bic) {
        return of(
                "esco-1",
                new Particulars(
                        name,
                        new PostalAddress(Optional.empty(), Optional.empty(), "Dublin", Optional.empty(), country),
                        Optional.of(vatId),
                        Optional.empty(),
                        Optional.of(new ElectronicAddress(scheme, "x")),
                        Optional.of(new PaymentAccount(iban, Optional.of(bic), Optional.empty()))));
    }
}
