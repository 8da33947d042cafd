package io.smartblocks.portal.cli;

/** Says how many of a thing there are. */
final class Count {

    private Count() {}

    static String of(long number, String thing) {
        return number == 1 ? "1 " + thing : number + " " + thing + "s";
    }
}
