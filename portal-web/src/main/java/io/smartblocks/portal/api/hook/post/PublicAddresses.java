package io.smartblocks.portal.api.hook.post;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Tells the addresses of the public Internet from those that mean something else on each machine or network. */
final class PublicAddresses {

    /** A range of addresses of one length, by its first bits. */
    private record Range(byte[] start, int bits) {
        static Range of(String text) {
            String[] parts = text.split("/");
            String[] bytes = parts[0].split("\\.|:");
            boolean four = parts[0].contains(".");
            byte[] start = new byte[four ? 4 : 16];
            for (int i = 0; i < bytes.length; i++) {
                if (four) {
                    start[i] = (byte) Integer.parseInt(bytes[i]);
                } else {
                    int group = Integer.parseInt(bytes[i], 16);
                    start[2 * i] = (byte) (group >> 8);
                    start[2 * i + 1] = (byte) group;
                }
            }
            return new Range(start, Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The special-purpose ranges of IPv4 that the registries of the IANA name, and multicast. */
    private static final List<Range> SPECIAL_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of IPv6 only global unicast is public, and of that not what stands for other addresses or for nothing. */
    private static final Range GLOBAL_6 = Range.of("2000/3");

    private static final List<Range> SPECIAL_6 = ranges("2001:0/23", "2001:db8/32", "2002/16", "3fff:0/20", "3ffe/16");

    private PublicAddresses() {}

    private static List<Range> ranges(String... texts) {
        return List.of(texts).stream().map(Range::of).toList();
    }

    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_4.stream().noneMatch(range -> range.holds(bytes))
                : GLOBAL_6.holds(bytes) && SPECIAL_6.stream().noneMatch(range -> range.holds(bytes));
    }
}
