package de.stadtforum.testing;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/// Who may what: every endpoint that a service exposes against every role, as its checked-in `rights.md` says.
/// With `-Drights.write=true` the file is written anew.
public final class RightsMatrix {
    /// As in a token (`Role` of infra/web).
    static final List<String> ROLES =
            List.of(
                    "member",
                    "deputy",
                    "chair",
                    "secretariat",
                    "minute-taker",
                    "lab-team",
                    "moderator",
                    "group-guest",
                    "delegating-institution",
                    "district-council",
                    "reporter",
                    "committee",
                    "data-protection",
                    "operator",
                    "department");

    private final List<Endpoint> endpoints;

    private RightsMatrix(List<Endpoint> endpoints) {
        if (endpoints.isEmpty()) throw new AssertionError("no endpoints: nothing was checked");
        this.endpoints = endpoints;
    }

    public static RightsMatrix of(ApplicationContext service) {
        return new RightsMatrix(Endpoints.of(service));
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /// The file says of every endpoint what the service says, and of no other.
    public void check(Path file) {
        try {
            if (Boolean.getBoolean("rights.write"))
                Files.writeString(file, markdown() + secondPart(file));
            var checkedIn = firstPart(file);
            if (checkedIn.equals(markdown())) return;
            throw new AssertionError(
                    file
                            + " is not what the service says (-Drights.write=true writes it anew)."
                            + difference(checkedIn, markdown()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Without what [Disclosures] adds.
    static String firstPart(Path file) throws IOException {
        var text = Files.exists(file) ? Files.readString(file) : "";
        var end = text.indexOf("\n" + Disclosures.HEADING);
        return end < 0 ? text : text.substring(0, end);
    }

    private static String secondPart(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).substring(firstPart(file).length()) : "";
    }

    static String difference(String stands, String holds) {
        return lacks("\nmissing in the file:", lines(holds), lines(stands))
                + lacks("\nnot so in the service:", lines(stands), lines(holds));
    }

    private static TreeSet<String> lines(String text) {
        return text.lines().collect(toCollection(TreeSet::new));
    }

    private static String lacks(String title, TreeSet<String> all, TreeSet<String> without) {
        return all.stream()
                .filter(line -> !without.contains(line))
                .collect(joining("\n  ", title + "\n  ", ""));
    }

    String markdown() {
        return """
        # Who may what

        Written by `RightsTests` (with `-Drights.write=true`) from what the running service says at its endpoints, and tried line by line against it.

        `●` whoever has the role, wherever it was given · `◐` only where the role was given for what the column *where* names · `–` refused: without a login 401, with one 403.
        A token that is forged, too old or meant for others is refused everywhere (401).

        ## Open to everybody, with any role or without a login

        What these show may differ: see the last table, what is in the answers.

        %s

        ## For these roles

        | endpoint | where | no login | login alone | %s |
        |---|---|%s
        %s
        """
                .formatted(
                        endpoints.stream()
                                .filter(Endpoint::isOpen)
                                .map(each -> "- `" + each.name() + "`")
                                .collect(joining("\n")),
                        ROLES.stream().map(role -> role.replace('-', ' ')).collect(joining(" | ")),
                        ":-:|".repeat(ROLES.size() + 2),
                        endpoints.stream()
                                .filter(each -> !each.isOpen())
                                .map(RightsMatrix::row)
                                .collect(joining("\n")));
    }

    private static String row(Endpoint endpoint) {
        var cells =
                ROLES.stream()
                        .map(role ->
                                endpoint.isFor(role) ? (endpoint.looksWhere() ? "◐" : "●") : "–");
        return Stream.concat(
                        Stream.of(
                                "`" + endpoint.name() + "`",
                                endpoint.where(),
                                "–",
                                endpoint.loginAlone() ? "●" : "–"),
                        cells)
                .collect(joining(" | ", "| ", " |"));
    }
}
