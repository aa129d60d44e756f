package de.stadtforum.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/// Tells the platform, through its public interfaces, what happened from January 2024 to February 2025.
///
/// It may be told again from the start at any time: what is known already changes nothing.
public final class DemoYear {
    /// The demo's today, on which the year 2024 has been reported (`stadtforum.demo.today`).
    public static final String TODAY = "2025-02-18T09:00:00Z";

    /// The interim reports that stand at the end, by id.
    public static final List<String> REPORTS = List.of("bericht-2024-h1", "bericht-2024-h2");

    private DemoYear() {}

    /// @param gateway the platform's address
    /// @param tokens `label` and `token` of each person, as in the launcher's `tokens.json`
    /// @return how many commands were acknowledged
    /// @throws DemoFailed when the platform does not answer as expected
    public static int load(URI gateway, Path tokens, PrintStream progress) {
        var client = new Client(gateway, tokens);
        var story = new Story(client);
        var data = new DomainData();
        new Founding(data, story).write();
        new LabYear(data, story).write();
        new Sessions(story).write();
        new Groups(story).write();
        new Accounts(story).write();
        story.tell(progress);
        return client.commands();
    }

    /// Saves a released report as PDF.
    ///
    /// @return where it lies
    public static Path download(URI gateway, String report, Path folder)
            throws IOException, InterruptedException {
        var file = folder.resolve(report + ".pdf");
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(gateway.resolve("/berichte/" + report + ".pdf")).build();
            var answer = http.send(request, BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200)
                throw new DemoFailed("there is no " + report + ".pdf: " + answer.statusCode());
        }
        return file;
    }
}
