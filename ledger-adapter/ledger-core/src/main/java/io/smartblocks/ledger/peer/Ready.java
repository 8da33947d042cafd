package io.smartblocks.ledger.peer;

/**
 * The chaincode answers. Peers that decide by other rules cannot endorse together, which this shows before anything is lost.
 *
 * @param rules the version of the families
 * @param timeZones the version of the time zones' rules, by which local days begin
 */
public record Ready(String rules, String timeZones) {}
