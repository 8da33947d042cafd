package io.smartblocks.runtime.run;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.RealNetwork;
import java.io.IOException;

/** The story on Fabric itself; run where {@code FABRIC_BIN} is set. */
class FabricStoryOnRealNetwork extends FabricStory {

    private RealNetwork network;

    @Override
    void startNetwork() throws IOException, InterruptedException {
        network = RealNetwork.start(directory);
    }

    @Override
    void stopNetwork() throws IOException, InterruptedException {
        network.close();
    }

    @Override
    FabricLedger open(String organisation) {
        return network.open(organisation, directory.resolve(organisation + "-ledger"));
    }
}
