package io.smartblocks.portal;

import java.nio.file.Path;

/** How the portal is started: where its data lie, on which port it listens, whether it lives as a demo site. */
public record ServeOptions(Path data, int port, boolean demo) {}
