package io.smartblocks.runtime.rules;

/** The fact of a stratum: while it stands, the rules of that stratum decide about one settling. */
public final class Stratum {

    private final Settling settling;
    private final int number;

    public Stratum(Settling settling, int number) {
        this.settling = settling;
        this.number = number;
    }

    public Settling getSettling() {
        return settling;
    }

    public int getNumber() {
        return number;
    }
}
