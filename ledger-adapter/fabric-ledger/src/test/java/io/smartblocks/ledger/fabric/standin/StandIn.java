package io.smartblocks.ledger.fabric.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A Fabric network of two organisations in this process that speaks Fabric's real protocol: unmodified clients reach its
 * peers over TLS, and these call unmodified chaincode servers. It orders, validates and fails as Fabric does.
 */
public final class StandIn implements AutoCloseable {

    public static final String CHANNEL = "energy";
    public static final String CHAINCODE = "smartblocks";

    private static final int BOTH = 2;

    private final Authority esco = new Authority("EscoMSP");
    private final Authority owner = new Authority("OwnerMSP");
    private final Faults faults = new Faults();
    private final OrdererNode orderer;
    private final List<ChaincodeNode> chaincodes = List.of(new ChaincodeNode(), new ChaincodeNode());
    private final List<PeerNode> peers;

    private StandIn(int needed) {
        Members members = new Members(List.of(esco, owner), needed);
        Credentials ordering = new Authority("OrdererMSP").issue("orderer0", "orderer");
        orderer = new OrdererNode(
                ordering, Blocks.configuration(CHANNEL, members.peerMsps(), ordering.msp(), Instant.now()));
        peers = List.of(peer(esco, members, 0), peer(owner, members, 1));
    }

    private PeerNode peer(Authority authority, Members members, int place) {
        return new PeerNode(
                authority.issue("peer0", "peer"),
                members,
                orderer,
                CHAINCODE,
                chaincodes.get(place).address(),
                faults);
    }

    /** Starts it, with its chaincode servers; it is new, and the chaincode's policy asks for both organisations. */
    public static StandIn start() {
        return start(BOTH);
    }

    /** Starts one whose chaincode's policy is content with so many of the organisations. */
    public static StandIn start(int needed) {
        StandIn network = new StandIn(needed);
        network.chaincodes.forEach(ChaincodeNode::start);
        network.peers.forEach(peer -> peer.start(network));
        network.awaitLevel();
        return network;
    }

    /** Waits until both peers hold all blocks that there are. */
    public void awaitLevel() {
        try {
            for (PeerNode peer : peers) {
                peer.awaitHeight(orderer.height());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the peers are not waited for", interrupted);
        }
    }

    /** The organisation whose peer is the first. */
    public Authority esco() {
        return esco;
    }

    /** The organisation whose peer is the second. */
    public Authority owner() {
        return owner;
    }

    /** Where the peer of an organisation listens: 0 of the ESCO, 1 of the owner. */
    public String address(int peer) {
        return peers.get(peer).address();
    }

    public int height(int peer) {
        return peers.get(peer).height();
    }

    /** The block from which a client followed the peer of an organisation last. */
    public long followedFrom(int peer) {
        return peers.get(peer).followedFrom();
    }

    public Faults faults() {
        return faults;
    }

    List<PeerNode> peers() {
        return peers;
    }

    public void killPeer(int peer) {
        peers.get(peer).kill();
    }

    public void restartPeer(int peer) {
        peers.get(peer).start(this);
    }

    public void killChaincode(int peer) {
        chaincodes.get(peer).kill();
    }

    public void restartChaincode(int peer) {
        chaincodes.get(peer).start();
    }

    /** What the orderer has acknowledged and not cut into a block yet is lost. */
    public void killOrderer() {
        orderer.kill();
    }

    public void restartOrderer() {
        orderer.restart();
    }

    /** Waits until the orderer, which is down, was asked so many more times in vain. */
    public void awaitTurnedAway(int times) throws InterruptedException {
        orderer.awaitTurnedAway(times);
    }

    /** Waits until the peer of an organisation was asked so many more times for a chaincode that is not there. */
    public void awaitNotLaunched(int peer, int times) throws InterruptedException {
        peers.get(peer).awaitNotLaunched(times);
    }

    /** The orderer acknowledges so many more transactions and forgets them. */
    public void loseAcknowledged(int transactions) {
        orderer.lose(transactions);
    }

    /** The orderer takes transactions of so many bytes at most. */
    public void takeAtMost(int bytes) {
        orderer.takeAtMost(bytes);
    }

    /** The orderer takes what it takes by itself. */
    public void takeUsual() {
        orderer.takeAtMost(OrdererNode.MOST_BYTES);
    }

    /** How long the orderer waits for more before it cuts a block. */
    public void cutAfter(Duration time) {
        orderer.cutAfter(time);
    }

    @Override
    public void close() {
        peers.forEach(PeerNode::stop);
        chaincodes.forEach(ChaincodeNode::kill);
        orderer.stop();
    }
}
