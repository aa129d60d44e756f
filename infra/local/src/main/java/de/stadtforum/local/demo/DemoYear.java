package de.stadtforum.local.demo;

import de.stadtforum.city.City;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells the platform, through its public interfaces, what happened in a city's demo year: `demo.json` of its folder.
///
/// It may be told again from the start at any time: what is known already changes nothing.
public final class DemoYear {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<String> SERVICES =
            List.of("membership", "session", "lab", "reporting");

    private final City city;
    private final Script script;

    private DemoYear(City city, Script script) {
        this.city = city;
        this.script = script;
    }

    /// @throws de.stadtforum.city.InvalidCity with file and line where the script is wrong
    public static DemoYear of(City city) {
        return new DemoYear(city, city.folder().read("demo.json", Script.class));
    }

    public String name() {
        return script.name();
    }

    /// The demo's today, on which the year has been reported (`stadtforum.demo.today`).
    public String today() {
        return script.today().toString();
    }

    /// The interim reports that stand at the end, by id.
    public List<String> reports() {
        return script.reports();
    }

    /// @param gateway the platform's address
    /// @param tokens `account` and `token` of each person, as in the launcher's `tokens.json`
    /// @return how many commands were acknowledged
    /// @throws DemoFailed when the platform does not answer as expected
    public int load(URI gateway, Path tokens, PrintStream progress) {
        var client = new Client(gateway, tokens);
        var events = new ArrayList<>(script.events());
        events.sort(Comparator.comparing(Script.Event::at));
        for (var event : events) {
            progress.println("  " + event.at().toLocalDate() + "  " + event.title());
            if (Boolean.TRUE.equals(event.settled())) settle(client);
            if (event.found() != null)
                new Founding(city, script.office(), event.at().toLocalDate())
                        .of(event.found())
                        .forEach(command -> give(client, event.at(), command));
            if (event.commands() != null)
                event.commands().forEach(command -> give(client, event.at(), command));
        }
        return client.commands();
    }

    private static void give(Client client, LocalDateTime at, Script.Command command) {
        var minutes = command.minutes() == null ? 0 : command.minutes();
        var now = at.plusMinutes(minutes).atZone(ZONE).toInstant();
        var as = command.as() == null ? "" : command.as();
        for (var body : command.all()) {
            if (command.put() != null) client.put(as, now, command.put(), body);
            else if (command.post() == null)
                throw new DemoFailed("neither put nor post: " + command);
            else if (command.refused() != null)
                client.refused(as, now, command.post(), body, command.refused());
            else client.post(as, now, command.post(), body);
        }
    }

    /// Waits until every service has told what it decided and heard what the others told. Twice, for what is heard may be
    /// answered by a reaction that is told in its turn.
    private void settle(Client client) {
        for (var round = 0; round < 2; round++)
            for (var service : SERVICES)
                client.await(
                        script.operator(),
                        "/api/" + service + "/operations",
                        state ->
                                state.path("waiting").asInt(-1) == 0
                                        && state.path("behind").asInt(-1) == 0);
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
