package de.stadtforum.session;

import de.stadtforum.testing.OpenApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What is said of the interface is what the code does.
@SessionTest
class OpenApiTests {
    @Autowired private ApplicationContext service;

    @Test
    void theInterfaceIsDescribedAsItIs() {
        OpenApi.of(service).isAsCheckedIn();
    }

    @Test
    void everybodyMayReadIt() throws Exception {
        OpenApi.of(service).isServedToEverybody();
    }
}
