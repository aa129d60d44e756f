package de.stadtforum.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What the container refuses before any page of ours can be rendered, a request line that cannot be read: in our words as well.
@Component
class PlainFace implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Das hat nicht geklappt – Stadtforum</title>
            <link rel="stylesheet" href="/stil/kern/kern.min.css"><link rel="stylesheet" href="/stil/stadtforum.css"></head>
            <body><div class="sf-width sf-content"><main><h1 class="kern-heading-x-large">Das hat nicht geklappt</h1>
            <p class="kern-body">Diese Adresse ist nicht lesbar. Bitte prüfen Sie, ob sie vollständig und richtig geschrieben ist.</p>
            <p><a class="kern-btn kern-btn--secondary" href="/"><span class="kern-label">Zur Startseite</span></a></p></main></div></body></html>
            """;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        TomcatContextCustomizer ours =
                context -> {
                    if (context.getParent() instanceof StandardHost host)
                        host.setErrorReportValveClass(Valve.class.getName());
                };
        server.addContextCustomizers(ours);
    }

    /// Made by the container, by its name.
    public static final class Valve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) return;
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding("UTF-8");
                response.setHeader("Cache-Control", "no-store");
                var writer = response.getReporter();
                if (writer != null) writer.write(PAGE);
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("the caller has gone", gone);
            }
        }
    }
}
