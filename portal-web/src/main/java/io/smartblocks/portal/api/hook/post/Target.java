package io.smartblocks.portal.api.hook.post;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which addresses messages may be sent to, as far as their words say it; where their names lead is looked at when one is sent. */
@Component
public class Target {

    /** What is wrong with an address; each has a message of its own. */
    public enum Wrong {
        NO_URL,
        TOO_LONG,
        NOT_HTTPS,
        USER,
        PORT
    }

    static final int LONGEST = 2_000;
    private static final int HTTPS = 443;

    private final Set<Integer> ports;
    private final boolean local;

    Target(
            @Value("${smartblocks.webhooks.ports}") Set<Integer> ports,
            @Value("${smartblocks.webhooks.local}") boolean local) {
        this.ports = Set.copyOf(ports);
        this.local = local;
    }

    /** What is wrong with the address; empty where messages may be sent to it. */
    public Optional<Wrong> wrong(String url) {
        if (url.length() > LONGEST) {
            return Optional.of(Wrong.TOO_LONG);
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (java.net.URISyntaxException e) {
            return Optional.of(Wrong.NO_URL);
        }
        if (uri.getHost() == null || uri.getScheme() == null || uri.getRawFragment() != null) {
            return Optional.of(Wrong.NO_URL);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(local && scheme.equals("http"))) {
            return Optional.of(Wrong.NOT_HTTPS);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of(Wrong.USER);
        }
        int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
        return local || ports.contains(port) ? Optional.empty() : Optional.of(Wrong.PORT);
    }

    /** Whether addresses of this machine itself are let through, which is for trying out receivers. */
    boolean allowsLocal() {
        return local;
    }

    /** The ports that addresses may name. */
    public Set<Integer> ports() {
        return ports;
    }
}
