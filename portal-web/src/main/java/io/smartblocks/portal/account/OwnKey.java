package io.smartblocks.portal.account;

/** The keys of people who sign in elsewhere and have no password here: the password of the key confirms what they do. */
public interface OwnKey {

    /** Whether the reader has a key here. */
    boolean has(Account reader);

    /** Whether this is the password of the reader's key. */
    boolean opens(Account reader, String password);
}
