package de.stadtforum.benchmark.platform;

import de.stadtforum.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// What residents read about in the benchmark: a lab in each open district, held, with contributions that are published and answered. All invented.
public final class Labs {
    public static final String ONE_DISTRICT = "huckarde";
    public static final String ONE = "lab-" + ONE_DISTRICT;

    private static final List<String> DISTRICTS =
            List.of(
                    ONE_DISTRICT,
                    "mengede",
                    "eving",
                    "hombruch",
                    "innenstadt-ost",
                    "scharnhorst",
                    "aplerbeck",
                    "innenstadt-west");
    private static final List<String> PARTNERS =
            List.of("CLUB", "ASSOCIATION", "YOUTH_WORK", "SOCIAL_WORK");
    private static final int CONTRIBUTIONS = 12;
    private static final String OPENED = "2024-04-06";

    /// A contribution in it, and one that waits.
    public static final String PUBLISHED = ONE + "-0";

    public static final String WAITING = ONE + "-waiting";

    /// The day on which everything came in and was answered.
    public static final String HELD = "2024-04-20";

    public static final String NEIGHBOURHOOD = "Ortskern (Beispiel)";
    public static final String TEXT =
            "Am Marktplatz fallen abends zwei Laternen aus. Der Weg zur Haltestelle ist dann dunkel.";

    private final int port;
    private final String token =
            TestTokens.of("benchmark", null, "lab-team:*", "secretariat:*", "moderator:*");

    private Labs(int port) {
        this.port = port;
    }

    /// Through the gateway at this port, one lab beside the other.
    public static void fill(int port) throws Exception {
        var labs = new Labs(port);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = new ArrayList<Callable<Void>>();
            for (var district : DISTRICTS)
                works.add(() -> {
                    labs.hold(district);
                    return null;
                });
            for (var work : threads.invokeAll(works)) work.get();
        }
    }

    /// One lab alone, and a contribution in it that waits.
    public static void fillOne(int port) {
        var labs = new Labs(port);
        labs.hold(ONE_DISTRICT);
        labs.send(ONE, WAITING);
    }

    private void hold(String district) {
        var lab = "lab-" + district;
        var path = "/api/lab/labs/" + lab;
        put(
                path,
                Map.of(
                        "district",
                        district,
                        "neighbourhood",
                        NEIGHBOURHOOD,
                        "date",
                        HELD,
                        "place",
                        "HERE"));
        for (var kind : PARTNERS)
            post(path + "/partners", Map.of("kind", kind, "name", "Verein im Quartier (Beispiel)"));
        post(path + "/go-ahead", Map.of("reason", "Beispiel für eine Messung", "on", OPENED));
        post(path + "/open", Map.of("on", OPENED));
        post(path + "/hold", Map.of("on", HELD, "participants", 48));
        for (var i = 0; i < CONTRIBUTIONS; i++) contribute(lab, lab + "-" + i);
    }

    private void contribute(String lab, String id) {
        var path = "/api/lab/contributions/" + id;
        send(lab, id);
        post(path + "/publish", Map.of("on", HELD));
        post(
                path + "/assess",
                Map.of(
                        "assessment",
                        "TAKEN_UP",
                        "text",
                        "Die Laternen werden im Sommer umgerüstet und enger gesetzt.",
                        "on",
                        HELD));
    }

    private void send(String lab, String id) {
        put(
                "/api/lab/contributions/" + id,
                Map.of("lab", lab, "channel", "ON_SITE", "text", TEXT, "on", HELD));
    }

    private void put(String path, Map<String, ?> command) {
        Http.command(port, token, "PUT", path, command);
    }

    private void post(String path, Map<String, ?> command) {
        Http.command(port, token, "POST", path, command);
    }
}
