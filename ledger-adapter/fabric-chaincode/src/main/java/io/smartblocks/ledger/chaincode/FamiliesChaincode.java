package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.chaincode.decide.CallRefused;
import io.smartblocks.ledger.chaincode.decide.Calls;
import io.smartblocks.ledger.chaincode.decide.Peer;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.peer.Ready;
import java.time.Clock;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** The chaincode: each call is answered by the families of the ledger, on what the peer holds. */
public final class FamiliesChaincode extends ChaincodeBase {

    private static final Logger LOG = Logger.getLogger(FamiliesChaincode.class.getName());

    private final Calls calls;
    private final EndorsersClock clock;

    /** With the clock that claimed times are held against. */
    public FamiliesChaincode(Clock clock) {
        this.calls = new Calls(ready());
        this.clock = new EndorsersClock(clock);
    }

    /** Known to its peer as the installed package with the id. */
    FamiliesChaincode installedAs(String packageId) {
        processCommandLineOptions(new String[] {"--id", packageId});
        return this;
    }

    /** Logs as the environment says. */
    static void logAsSet() {
        new FamiliesChaincode(Clock.systemUTC()).initializeLogging();
    }

    private static Ready ready() {
        // the version that the build has put beside the families
        String rules = Optional.ofNullable(Families.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
        return new Ready(rules, ZoneRulesProvider.getVersions("UTC").lastKey());
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            Peer peer = new StubPeer(stub);
            if (Calls.writes(peer.function())) {
                clock.check(peer.time());
            }
            return newSuccessResponse(calls.answer(peer));
        } catch (CallRefused refused) {
            return newErrorResponse(refused.getMessage());
        } catch (RuntimeException fault) {
            LOG.log(Level.SEVERE, "transaction " + stub.getTxId() + " could not be answered", fault);
            return newErrorResponse("the chaincode failed on transaction " + stub.getTxId() + ": " + fault.getMessage()
                    + "; its log holds the rest");
        }
    }
}
