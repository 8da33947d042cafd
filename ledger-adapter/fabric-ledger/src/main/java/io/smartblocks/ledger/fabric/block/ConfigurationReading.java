package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;

/** Reads a configuration of the channel: who belongs to it. */
final class ConfigurationReading {

    private ConfigurationReading() {}

    static Content read(ByteString data, Parsing parsing) {
        Config config =
                parsing.read(ConfigEnvelope.parser(), data, "configuration").getConfig();
        ConfigGroup channel = config.getChannelGroup();
        return new Content.Configuration(
                config.getSequence(),
                members(channel, "Application"),
                members(channel, "Orderer"),
                Stream.of(channel, group(channel, "Application"), group(channel, "Orderer"))
                        .flatMap(group -> capabilities(group, parsing).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static ConfigGroup group(ConfigGroup channel, String name) {
        return channel.getGroupsOrDefault(name, ConfigGroup.getDefaultInstance());
    }

    private static List<String> members(ConfigGroup channel, String name) {
        return group(channel, name).getGroupsMap().keySet().stream().sorted().toList();
    }

    private static List<String> capabilities(ConfigGroup group, Parsing parsing) {
        ConfigValue value = group.getValuesOrDefault("Capabilities", ConfigValue.getDefaultInstance());
        return List.copyOf(parsing.read(Capabilities.parser(), value.getValue(), "capabilities")
                .getCapabilitiesMap()
                .keySet());
    }
}
