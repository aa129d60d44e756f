package de.stadtforum.session;

import de.stadtforum.session.voting.OneOfEach;
import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.TemplateBranches;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// The whole service on the real broker and the real database, once for all tests of the module; today is 20 March 2024.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=demo", "stadtforum.demo.today=2024-03-20T10:00:00Z"})
@AutoConfigureMockMvc
@Import({
    Client.class,
    OtherServices.class,
    OneOfEach.class,
    TemplateBranches.class,
    CacheTrial.class
})
public @interface SessionTest {}
