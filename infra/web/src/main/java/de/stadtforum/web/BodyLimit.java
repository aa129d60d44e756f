package de.stadtforum.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// No request body is longer than 256 KB, whether it says so beforehand or not; a form with a file has a limit of its own, which whoever reads
/// the form keeps.
final class BodyLimit extends OncePerRequestFilter {
    static final int MOST = 256 * 1024;

    /// Where files are sent to: below what they belong to.
    private static final Pattern FOR_FILES = Pattern.compile("/.*/(dateien|files)");

    private final Failures failures;

    BodyLimit(Failures failures) {
        this.failures = failures;
    }

    /// The body went on past the limit.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (bringsFile(request)) chain.doFilter(request, response);
        else if (request.getContentLengthLong() > MOST)
            failures.refuse(request, response, new TooLarge());
        else
            chain.doFilter(
                    request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
    }

    private static boolean bringsFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && FOR_FILES.matcher(request.getRequestURI()).matches();
    }

    private static final class Counted extends HttpServletRequestWrapper {
        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream input;
        private long read;

        Counting(ServletInputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            var next = input.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var got = input.read(bytes, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws TooLarge {
            read += more;
            if (read > MOST) throw new TooLarge();
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            input.setReadListener(listener);
        }
    }
}
