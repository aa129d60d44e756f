package de.stadtforum.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `infra/start` was asked for.
///
/// @param services those that start; broker and database always do
/// @param city whose data, as in `stadtforum.city`; empty for the data set that ships
/// @param data a city of its own has a folder of its own
/// @param fresh forget the data of earlier runs
/// @param demo the demo profile, and the demo year loaded through the public API
/// @param replicas how many of a service start, where it is not one
/// @param once stop when everything is loaded and printed
record Options(
        Set<Service> services,
        String city,
        Path data,
        Ports ports,
        boolean fresh,
        boolean demo,
        Map<Service, Integer> replicas,
        boolean once) {
    static final String USAGE =
            """
            infra/start [options] [gateway|membership|session|lab|reporting|login …]
              --city DIR       another city's data: a folder like those in infra/cities
              --fresh          forget the data of earlier runs
              --no-demo        without the demo profile and the demo year
              --replicas S=N   so many of a service, up to five, side by side: --replicas lab=2
              --once           stop when everything is loaded
              --data DIR       where data and logs are kept (.data, of another city .data/city-NAME)
              --ports-from N   gateway on port N, the others on the eight after it\
            """;

    static Options of(Path root, String... arguments) {
        var services = EnumSet.noneOf(Service.class);
        var city = "";
        var data = root.resolve(".data");
        var elsewhere = false;
        var ports = Ports.USUAL;
        var fresh = false;
        var demo = true;
        var replicas = new EnumMap<Service, Integer>(Service.class);
        var once = false;
        for (var rest = new ArrayDeque<>(List.of(arguments)); !rest.isEmpty(); ) {
            var word = rest.pop();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--once" -> once = true;
                case "--city" -> city = directory(value(word, rest));
                case "--data" -> {
                    data = Path.of(value(word, rest)).toAbsolutePath().normalize();
                    elsewhere = true;
                }
                case "--replicas" -> replicated(value(word, rest), replicas);
                case "--ports-from" -> ports = Ports.from(port(value(word, rest)));
                default -> services.add(service(word));
            }
        }
        if (!city.isEmpty() && !elsewhere)
            data = data.resolve("city-" + Path.of(city).getFileName());
        return new Options(
                services.isEmpty() ? EnumSet.allOf(Service.class) : services,
                city,
                data,
                ports,
                fresh,
                demo,
                replicas,
                once);
    }

    boolean complete() {
        return services.size() == Service.values().length;
    }

    int replicas(Service service) {
        return replicas.getOrDefault(service, 1);
    }

    private static void replicated(String text, Map<Service, Integer> replicas) {
        var parts = text.split("=", -1);
        if (parts.length != 2 || !parts[1].matches("[1-5]"))
            throw new CannotStart(
                    "--replicas takes a service and a number from 1 to 5, such as lab=2, not "
                            + text
                            + ".");
        var service = service(parts[0]);
        if (!Service.behindTheGateway().contains(service))
            throw new CannotStart(
                    "--replicas is for the services behind the gateway, not for "
                            + service.id()
                            + ".");
        replicas.put(service, Integer.parseInt(parts[1]));
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) throw new CannotStart(option + " needs a value.\n" + USAGE);
        return rest.pop();
    }

    private static String directory(String text) {
        var directory = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isDirectory(directory))
            throw new CannotStart(
                    "--city takes a directory of data; there is none at " + directory + ".");
        return directory.toString();
    }

    private static int port(String text) {
        if (!text.matches("\\d{4,5}") || Integer.parseInt(text) > 65_487)
            throw new CannotStart(
                    "--ports-from takes a number from 1000 to 65487, not " + text + ".");
        return Integer.parseInt(text);
    }

    private static Service service(String word) {
        return Arrays.stream(Service.values())
                .filter(service -> word.equals(service.id()) || word.equals(service.module))
                .findFirst()
                .orElseThrow(() -> new CannotStart("unknown: " + word + ".\n" + USAGE));
    }
}
