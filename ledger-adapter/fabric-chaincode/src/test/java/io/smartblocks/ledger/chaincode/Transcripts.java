package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays batches that stand line by line in a file, and writes down all that the chaincode asked, wrote and answered. */
final class Transcripts {

    static final String NEW_CHANNEL = "new channel";

    private Transcripts() {}

    /** Plays the file of the first argument into that of the second. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[1]), of(Files.readAllLines(Path.of(arguments[0]))));
    }

    static List<String> of(List<String> batches) {
        List<String> transcripts = new ArrayList<>();
        FakeFabric fabric = newChannel();
        for (String line : batches) {
            if (line.equals(NEW_CHANNEL)) {
                fabric = newChannel();
                continue;
            }
            Batch batch = Batch.fromJson(line);
            Instant now = batch.transactions().get(0).body().statedAt();
            FakeCall call =
                    fabric.endorse("EscoMSP", now, batch, fabric.channel().height());
            transcripts.add(call.transcript());
            if (call.answer() instanceof Answer.Taken) {
                fabric.channel().commit(call, "EscoMSP", "OwnerMSP", "esco-1-msp", "owner-1-msp");
            }
        }
        return transcripts;
    }

    private static FakeFabric newChannel() {
        FakeFabric fabric = new FakeFabric("EscoMSP", "OwnerMSP");
        for (String party : List.of("esco-1", "owner-1")) {
            MemberId organisation = new MemberId(party);
            Binding binding = new Binding(LedgerId.NONE, organisation, party + "-msp", organisation, Instant.EPOCH);
            fabric.channel()
                    .put(
                            PeerKeys.binding(organisation),
                            CanonicalJson.bytes(new SignedBinding(binding, "not asked for")));
        }
        return fabric;
    }
}
