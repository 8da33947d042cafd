package io.smartblocks.portal.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built = Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                .orElse("built from classes");
        return new String[] {"SmartBlocks " + built, "Java " + Runtime.version()};
    }
}
