package de.stadtforum.contracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is generated about the whole log: AsyncAPI document, topic list and the event map in the README.
record ContractDocuments(Path folder, Samples samples) {
    private static final String MAP_BEGINS = "<!-- event map: generated -->\n";
    private static final String MAP_ENDS = "<!-- end of the event map -->\n";

    private Map<String, String> current() {
        var documents = new TreeMap<String, String>();
        documents.put("asyncapi.yaml", AsyncApi.yaml(samples));
        documents.put("topics.json", GeneratedText.of(EventMap.topicList()));
        documents.put("README.md", withMap(GeneratedText.read(folder.resolve("README.md"))));
        return documents;
    }

    List<String> stale() {
        var stale = new ArrayList<String>();
        current()
                .forEach((name, text) -> {
                    var file = folder.resolve(name);
                    if (!Files.exists(file) || !GeneratedText.read(file).equals(text))
                        stale.add(name + " is stale");
                });
        return stale;
    }

    void write() {
        current().forEach((name, text) -> GeneratedText.write(folder.resolve(name), text));
    }

    private static String withMap(String readme) {
        var begins = readme.indexOf(MAP_BEGINS) + MAP_BEGINS.length();
        var ends = readme.indexOf(MAP_ENDS);
        if (begins < MAP_BEGINS.length() || ends < begins)
            throw new IllegalStateException(
                    "README.md has no place for the event map between its two markers");
        return readme.substring(0, begins) + EventMap.markdown() + readme.substring(ends);
    }
}
