package de.stadtforum.membership;

import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.TemplateBranches;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// A test on the whole service with a real broker and a real database; all such tests share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stadtforum.sweep=200ms")
@AutoConfigureMockMvc
@Import({TemplateBranches.class, CacheTrial.class})
public @interface WholeService {}
