package io.smartblocks.portal.api.hook.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.api.hook.post.Answer.None;
import io.smartblocks.portal.api.hook.post.Answer.Status;
import io.smartblocks.portal.api.hook.post.Answer.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostingTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    private final Posting posting = new Posting(new Target(Set.of(443), true), 700);
    private Receiver receiver;

    @BeforeEach
    void begin() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void end() throws IOException {
        posting.stop();
        receiver.close();
    }

    private Answer post(String url) {
        return posting.post(url, SECRET, "evt_1", AT, "{\"type\":\"block.created\"}");
    }

    @Test
    void a_message_bears_id_time_and_signature() {
        assertThat(post(receiver.url())).isEqualTo(new Status(204));

        Receiver.Message message = receiver.messages().get(0);
        assertThat(message.id()).isEqualTo("evt_1");
        assertThat(message.timestamp()).isEqualTo("1614265330");
        assertThat(message.type()).startsWith("application/json");
        assertThat(message.body()).isEqualTo("{\"type\":\"block.created\"}");
        assertThat(message.signature()).isEqualTo(StandardSignature.of(SECRET, "evt_1", 1_614_265_330, message.body()));
    }

    @Test
    void without_the_setting_this_machine_is_no_target_whatever_it_is_called() throws IOException {
        // http is let through here, so that only the look at the resolved address can refuse it
        Target web = new Target(Set.of(443), true) {
            @Override
            boolean allowsLocal() {
                return false;
            }
        };
        Posting strict = new Posting(web, 700);

        for (String host : new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"}) {
            assertThat(strict.post("http://" + host + ":" + receiver.port() + "/", SECRET, "evt_1", AT, "{}"))
                    .as(host)
                    .isEqualTo(new None(Why.NOT_PUBLIC));
        }
        assertThat(receiver.messages()).isEmpty();
        strict.stop();
    }

    @Test
    void other_addresses_inside_stay_closed_where_this_machine_is_let_through() {
        assertThat(post("http://169.254.169.254/latest/meta-data")).isEqualTo(new None(Why.NOT_PUBLIC));
        assertThat(post("http://10.0.0.1/")).isEqualTo(new None(Why.NOT_PUBLIC));
    }

    @Test
    void an_address_that_may_not_be_sent_to_is_not_tried() {
        assertThat(post("ftp://billing.example/")).isEqualTo(new None(Why.ADDRESS));
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        receiver.answering(exchange -> {
            exchange.getResponseHeaders().add("Location", receiver.url() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(post(receiver.url())).isEqualTo(new Status(302));
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    @Timeout(120)
    void who_takes_too_long_is_left() {
        // answers when the test is over
        receiver.answering(exchange -> new CountDownLatch(1).await());

        assertThat(post(receiver.url())).isEqualTo(new None(Why.TIMEOUT));
    }

    @Test
    @Timeout(120)
    void an_answer_without_end_is_not_read() {
        receiver.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(much);
            }
        });

        assertThat(post(receiver.url())).isEqualTo(new Status(200));
    }

    @Test
    void where_nobody_listens_there_is_no_connection() {
        int port = receiver.port();
        receiver.close();

        assertThat(post("http://127.0.0.1:" + port + "/")).isEqualTo(new None(Why.CONNECTION));
        assertThat(post("http://no-such-host.invalid/")).isEqualTo(new None(Why.UNKNOWN_HOST));
    }

    @Test
    void a_receiver_without_tls_is_not_spoken_to_by_https() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().readAllBytes();
                } catch (IOException gone) {
                    // it hangs up once it has seen that this is no TLS
                }
            });
            answering.start();

            assertThat(post("https://127.0.0.1:" + plain.getLocalPort() + "/")).isEqualTo(new None(Why.TLS));
            answering.join(5_000);
        }
    }
}
