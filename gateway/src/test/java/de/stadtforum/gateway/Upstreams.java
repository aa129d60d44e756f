package de.stadtforum.gateway;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The four services behind the gateway.
final class Upstreams implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final Upstream MEMBERSHIP = new Upstream("membership");
    static final Upstream SESSION = new Upstream("session");
    static final Upstream LAB = new Upstream("lab");
    static final Upstream REPORTING = new Upstream("reporting");
    private static final List<Upstream> ALL = List.of(MEMBERSHIP, SESSION, LAB, REPORTING);

    /// Which services a request came to, by name.
    static List<String> reached() {
        return ALL.stream().flatMap(each -> each.reached.stream().map(_ -> each.name)).toList();
    }

    static void forget() {
        ALL.forEach(each -> {
            each.reached.clear();
            each.said.clear();
        });
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ALL.forEach(each ->
                TestPropertyValues.of("stadtforum.routes." + each.name + "=" + each.address())
                        .applyTo(context));
    }
}
