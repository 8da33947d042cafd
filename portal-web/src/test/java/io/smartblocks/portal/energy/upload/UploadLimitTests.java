package io.smartblocks.portal.energy.upload;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadLimitTests {

    private static final long MEGABYTE = 1L << 20;

    private final AtomicLong read = new AtomicLong();

    @ParameterizedTest(name = "{1} MB to {0} answer {2}")
    @CsvSource({"/readings, 30, 200", "/readings, 34, 413", "/readings, 200, 413", "/verify, 2, 200", "/verify, 4, 413"
    })
    void what_is_too_large_is_turned_away(String path, long megabytes, int answer) throws Exception {
        assertThat(answerTo(path, megabytes * MEGABYTE, true).getStatus()).isEqualTo(answer);
    }

    @Test
    void who_has_signed_in_may_send_to_the_end_and_nothing_of_it_is_kept() throws Exception {
        answerTo("/readings", 200 * MEGABYTE, true);
        assertThat(read).hasValue(200 * MEGABYTE);
    }

    @Test
    void of_a_stranger_nothing_is_read() throws Exception {
        assertThat(answerTo("/readings", 200 * MEGABYTE, false).getStatus()).isEqualTo(413);
        assertThat(read).hasValue(0);
    }

    @ParameterizedTest(name = "to {0} answer {1}")
    @CsvSource({"/readings, 200", "/verify, 411", "/settlements/x, 411"})
    void a_form_that_does_not_say_how_long_it_is_is_taken_for_readings_only(String path, int answer) throws Exception {
        assertThat(answerTo(path, -1, true).getStatus()).isEqualTo(answer);
        assertThat(read).hasValue(0);
    }

    private MockHttpServletResponse answerTo(String path, long length, boolean signedIn) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }

            @Override
            public ServletInputStream getInputStream() {
                return zeros(length);
            }
        };
        request.setContentType("multipart/form-data; boundary=x");
        if (signedIn) {
            request.getSession(true);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new UploadLimit().doFilter(request, response, new MockFilterChain());
        return response;
    }

    private ServletInputStream zeros(long length) {
        return new ServletInputStream() {
            @Override
            public int read() {
                return read.getAndIncrement() < length ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int wanted) {
                int n = (int) Math.min(wanted, length - read.get());
                read.addAndGet(Math.max(0, n));
                return n <= 0 ? -1 : n;
            }

            @Override
            public boolean isFinished() {
                return read.get() >= length;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("nobody listens here");
            }
        };
    }
}
