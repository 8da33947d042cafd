package io.smartblocks.portal.api.hook.post;

/** What came of sending a message. */
public sealed interface Answer {

    /** The receiver answered with this status. */
    record Status(int code) implements Answer {
        /** Whether the receiver took the message. */
        public boolean isGood() {
            return code >= 200 && code < 300;
        }

        /** Whether the receiver wants no more messages. */
        public boolean isGone() {
            return code == 410;
        }
    }

    /** No answer came. */
    record None(Why why) implements Answer {}

    /** Why no answer came. */
    enum Why {
        /** The address may not be sent to. */
        ADDRESS,
        /** The name is not known. */
        UNKNOWN_HOST,
        /** The name leads to an address that is not of the public Internet. */
        NOT_PUBLIC,
        /** The certificate does not prove the name, or there is no TLS. */
        TLS,
        /** The receiver took longer than it may. */
        TIMEOUT,
        /** The connection was refused or broke. */
        CONNECTION
    }
}
