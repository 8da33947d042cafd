package io.smartblocks.portal.energy.upload;

import java.io.Serializable;

/**
 * A file that was sent and waits for its sender: it is known to one session only and goes with it.
 *
 * @param id names it within the session
 * @param name as its sender calls it
 * @param stored where its bytes lie, unpacked
 * @param digest SHA-256 of these bytes, in hexadecimal
 * @param bytes how many there are
 * @param meter whose readings they are; empty where the file says so itself
 * @param leavingOut whether rows that cannot be taken are left out
 */
record Upload(String id, String name, String stored, String digest, long bytes, String meter, boolean leavingOut)
        implements Serializable {}
