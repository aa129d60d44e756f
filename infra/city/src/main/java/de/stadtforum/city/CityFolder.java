package de.stadtforum.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a city's data lie: a directory, or one of the folders that ship inside the jar.
///
/// @param location as in the property `stadtforum.city`: a directory, or `classpath:cities/…`
public record CityFolder(String location) {
    private static final String SHIPPED = "classpath:cities/";

    /// The data set that holds where nobody names another one.
    public static CityFolder shipped() {
        return shipped(
                Optional.ofNullable(fromJar("cities/shipped-default")).orElseThrow().strip());
    }

    public static CityFolder shipped(String id) {
        return new CityFolder(SHIPPED + id);
    }

    /// @param location empty for the one that ships
    public static CityFolder of(@Nullable String location) {
        return location == null || location.isBlank() ? shipped() : new CityFolder(location);
    }

    /// The content of a file, or nothing where there is none.
    public Optional<String> find(String file) {
        try {
            if (location.startsWith("classpath:"))
                return Optional.ofNullable(
                        fromJar(location.substring("classpath:".length()) + "/" + file));
            var path = Path.of(location).resolve(file);
            return Files.isRegularFile(path)
                    ? Optional.of(Files.readString(path))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new InvalidCity(location, List.of(file + ": " + unreadable));
        }
    }

    /// A JSON file as records: each component must be given unless it is `@Nullable`, and nothing else may.
    ///
    /// @throws InvalidCity with file and line
    public <T> T read(String file, Class<T> type) {
        var faults = new ArrayList<String>();
        var read = open(file, faults).map(found -> found.as(type, faults)).orElse(null);
        if (read == null) throw new InvalidCity(location, faults);
        return read;
    }

    /// @param faults takes that there is none, or that it is no JSON
    Optional<CityFile> open(String file, List<String> faults) {
        var text = find(file);
        if (text.isEmpty()) {
            faults.add(file + ": is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(CityFile.of(file, text.get()));
        } catch (CityFile.Fault malformed) {
            faults.add(malformed.getMessage());
            return Optional.empty();
        }
    }

    private static @Nullable String fromJar(String path) {
        try (InputStream file = CityFolder.class.getClassLoader().getResourceAsStream(path)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
