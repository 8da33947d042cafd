package io.smartblocks.portal.api.hook.post;

import io.smartblocks.portal.api.hook.post.Answer.Why;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Posts signed messages. A name is resolved once for each connection, and the connection goes to exactly the addresses that were
 * looked at; redirects are not followed, and nothing of an answer is read beyond its head.
 */
@Component
public class Posting {

    private static final int CONNECTIONS = 128;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;

    private final Target target;
    private final long timeoutMillis;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "webhook-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Posting(Target target, @Value("${smartblocks.webhooks.timeout-ms}") long timeoutMillis) {
        this.target = target;
        this.timeoutMillis = timeoutMillis;
        this.client = client(timeoutMillis);
    }

    private CloseableHttpClient client(long millis) {
        Timeout timeout = Timeout.ofMilliseconds(millis);
        Http1Config bounded = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new LookedAt())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(bounded)
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .setUserAgent("SmartBlocks-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Sends the message once; its receiver has so long as settings say, whatever it does in that time.
     *
     * @param at when it is sent, which is signed as well
     */
    public Answer post(String url, String secret, String id, Instant at, String body) {
        if (target.wrong(url).isPresent()) {
            return new Answer.None(Why.ADDRESS);
        }
        long seconds = at.getEpochSecond();
        HttpPost post = new HttpPost(URI.create(url));
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(seconds));
        post.setHeader("webhook-signature", StandardSignature.of(secret, id, seconds, body));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        ScheduledFuture<?> deadline = deadlines.schedule(post::cancel, timeoutMillis, TimeUnit.MILLISECONDS);
        try {
            return new Answer.Status(status(post));
        } catch (NotPublic e) {
            return new Answer.None(Why.NOT_PUBLIC);
        } catch (UnknownHostException e) {
            return new Answer.None(Why.UNKNOWN_HOST);
        } catch (SSLException e) {
            return new Answer.None(post.isCancelled() ? Why.TIMEOUT : Why.TLS);
        } catch (IOException e) {
            boolean late = post.isCancelled() || e instanceof java.net.SocketTimeoutException;
            return new Answer.None(late ? Why.TIMEOUT : Why.CONNECTION);
        } finally {
            deadline.cancel(false);
        }
    }

    /** The body of the answer is thrown away with its connection. */
    private int status(HttpPost post) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, post, null);
        int code = response.getCode();
        post.cancel();
        return code;
    }

    @PreDestroy
    void stop() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** That a name leads to an address that is not of the public Internet. */
    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host);
        }
    }

    private final class LookedAt implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            for (InetAddress address : found) {
                if (!PublicAddresses.has(address) && !(target.allowsLocal() && address.isLoopbackAddress())) {
                    throw new NotPublic(host);
                }
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
