package de.stadtforum.lab;

import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.TemplateBranches;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/// The whole service against a real broker and store, on a day in the demo year; one context for the module.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=demo",
            "stadtforum.demo.today=2024-06-20T10:00:00Z",
            "stadtforum.contributions.per-minute=40"
        })
@AutoConfigureMockMvc
@Import({Portal.class, TemplateBranches.class, CacheTrial.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface LabPlatformTest {}
