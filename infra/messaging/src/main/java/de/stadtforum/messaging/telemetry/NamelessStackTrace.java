package de.stadtforum.messaging.telemetry;

import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;

/// Kinds of failures and where they happened, without their messages: those may repeat what somebody wrote.
public final class NamelessStackTrace implements StackTracePrinter {
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;

    @Override
    public void printStackTrace(Throwable failure, Appendable output) throws IOException {
        var prefix = "";
        Throwable next = failure;
        for (var causes = 0; next != null && causes < MOST_CAUSES; causes++) {
            output.append(prefix).append(next.getClass().getName()).append('\n');
            var frames = next.getStackTrace();
            for (var i = 0; i < Math.min(frames.length, MOST_FRAMES); i++)
                output.append("\tat ").append(frames[i].toString()).append('\n');
            prefix = "Caused by: ";
            next = next.getCause();
        }
    }
}
