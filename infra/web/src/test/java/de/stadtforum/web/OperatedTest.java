package de.stadtforum.web;

import de.stadtforum.web.operated.Operated;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// A service on the real broker and the real database, once for all tests of what operators see.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Operated.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"stadtforum.service=session", "stadtforum.sweep=200ms"})
@interface OperatedTest {}
