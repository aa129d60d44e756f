package de.stadtforum.reporting;

import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.TemplateBranches;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The whole service on the real broker and the real database; today is 20 July 2025.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=demo",
            "stadtforum.demo.today=2025-07-20T10:00:00Z",
            "stadtforum.reporting.fresh=0s",
            "stadtforum.reporting.history=3600" // written when a test says so
        })
@AutoConfigureMockMvc
@Import({TemplateBranches.class, CacheTrial.class})
public @interface ReportingTest {}
