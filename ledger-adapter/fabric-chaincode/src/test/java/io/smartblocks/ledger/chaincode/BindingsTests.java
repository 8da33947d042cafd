package io.smartblocks.ledger.chaincode;

import static io.smartblocks.ledger.port.Campus.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.Functions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who may say whose peers an organisation's are. */
class BindingsTests {

    private static final MemberId OWNER = Parties.OWNER.member();

    private final FakeFabric fabric = Parties.members("EscoMSP", "OwnerMSP");

    @Test
    void an_organisation_or_its_signatory_binds_it_by_a_client_of_the_provider() {
        FakeCall call = bind("OwnerMSP", Parties.OTTO, OWNER, NOON);
        fabric.commit(call);

        assertThat(call.as(Binding.class).msp()).isEqualTo("OwnerMSP");
        assertThat(fabric.channel().text("~binding/owner")).contains("\"msp\":\"OwnerMSP\"");
        assertThat(bind("OwnerMSP", Parties.OWNER, OWNER, NOON.plusSeconds(1)).status())
                .isEqualTo(200);
    }

    @Test
    void nobody_else_does() {
        refused(bind("EscoMSP", Parties.OTTO, OWNER, NOON, "OwnerMSP"), "client of EscoMSP; expected one of OwnerMSP");
        refused(bind("OwnerMSP", Parties.CLERK, OWNER, NOON), "'clerk' signed it");
        refused(bind("OwnerMSP", Parties.ESCO, OWNER, NOON), "'esco' signed it");
        refused(bind("OwnerMSP", Parties.OTTO, Parties.OTTO.member(), NOON), "'otto' is no organisation");
        refused(bind("OwnerMSP", stranger(), OWNER, NOON), "'mallory' is no active member");
    }

    @Test
    void a_forged_or_foreign_binding_is_refused() {
        String signed = Parties.binding(Parties.OTTO, OWNER, "OwnerMSP", NOON);
        String otherMsp = Parties.binding(Parties.OTTO, OWNER, "EscoMSP", NOON);
        String signature = otherMsp.replaceAll(".*\"signature\":\"([^\"]+)\".*", "$1");
        String forged = signed.replaceAll("\"signature\":\"[^\"]+\"", "\"signature\":\"" + signature + "\"");
        String foreign = signed.replaceAll("\"ledger\":\"[^\"]+\"", "\"ledger\":\"" + "0".repeat(64) + "\"");

        refused(fabric.call("OwnerMSP", NOON, Functions.BIND, forged), "its signature was not made");
        refused(fabric.call("OwnerMSP", NOON, Functions.BIND, foreign), "it is for the ledger 000");
        refused(fabric.call("OwnerMSP", NOON, Functions.BIND, " " + signed), "is not in its canonical form");
        refused(fabric.call("OwnerMSP", NOON, Functions.BIND), "called with 0 arguments");
    }

    @Test
    void an_earlier_binding_is_not_brought_again() {
        fabric.commit(bind("OwnerMSP", Parties.OTTO, OWNER, NOON));

        refused(bind("OwnerMSP", Parties.OTTO, OWNER, NOON), "stands already");
        refused(bind("OwnerMSP", Parties.OTTO, OWNER, NOON.minusSeconds(1)), "stands already");
        refused(bind("OwnerMSP", Parties.OTTO, OWNER, NOON.plusSeconds(301)), "but the ledger's time is");
    }

    private FakeCall bind(String msp, Signer signer, MemberId organisation, Instant at) {
        return bind(msp, signer, organisation, at, msp);
    }

    private FakeCall bind(String client, Signer signer, MemberId organisation, Instant at, String msp) {
        return fabric.call(client, NOON, Functions.BIND, Parties.binding(signer, organisation, msp, at));
    }

    private static Signer stranger() {
        return Signer.of(new MemberId("mallory"), KeyPair.generate());
    }

    private static void refused(FakeCall call, String message) {
        assertThat(call.status()).isEqualTo(500);
        assertThat(call.message()).contains(message);
        assertThat(call.writes()).isEmpty();
    }
}
