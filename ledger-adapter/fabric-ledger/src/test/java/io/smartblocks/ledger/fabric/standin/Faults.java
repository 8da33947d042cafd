package io.smartblocks.ledger.fabric.standin;

import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test has go wrong between the nodes. */
public final class Faults {

    private static final int USUAL_CALLS = 500;

    private final AtomicInteger mismatches = new AtomicInteger();
    private final AtomicInteger phantoms = new AtomicInteger();
    private final Set<String> overtaken = ConcurrentHashMap.newKeySet();
    private final Set<String> otherCode = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile int atOnce = USUAL_CALLS;
    private boolean holds;
    private boolean held;
    private Status.Code ends = Status.Code.UNAVAILABLE;

    /** So many more endorsements do not match, as of peers at different heights. */
    public void mismatch(int times) {
        mismatches.set(times);
    }

    boolean takeMismatch() {
        return take(mismatches);
    }

    /** So many more transactions are found to have listed what has changed since. */
    public void phantom(int transactions) {
        phantoms.set(transactions);
    }

    /** Each peer answers so many calls at once, and turns the others away. */
    public void answerAtOnce(int calls) {
        atOnce = calls;
    }

    /** How many calls were turned away since nobody could answer so many at once. */
    public int turnedAway() {
        return turnedAway.get();
    }

    int atOnce() {
        return atOnce;
    }

    boolean tooMany(int calls) {
        boolean many = calls > atOnce;
        if (many) {
            turnedAway.incrementAndGet();
        }
        return many;
    }

    void endorsed(String transaction) {
        if (take(phantoms)) {
            overtaken.add(transaction);
        }
    }

    boolean isPhantom(String transaction) {
        return overtaken.contains(transaction);
    }

    /** The chaincode of an organisation answers as one of other code would. */
    public void otherCode(String msp) {
        otherCode.add(msp);
    }

    /** All organisations have the same chaincode again. */
    public void sameCode() {
        otherCode.clear();
    }

    boolean hasOtherCode(String msp) {
        return otherCode.contains(msp);
    }

    /** The next endorsement that a client asks for is not answered before the peer that it asked is killed; then it ends so. */
    public synchronized void holdEndorsement(Status.Code end) {
        ends = end;
        holds = true;
        held = false;
    }

    /** Waits until that endorsement is underway. */
    public synchronized void awaitHeld() throws InterruptedException {
        while (!held) {
            wait();
        }
    }

    synchronized boolean takeHold() {
        if (!holds) {
            return false;
        }
        holds = false;
        return true;
    }

    /** How a held call ends. */
    synchronized Status.Code heldEnds() {
        return ends;
    }

    synchronized void held() {
        held = true;
        notifyAll();
    }

    private static boolean take(AtomicInteger left) {
        return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }
}
