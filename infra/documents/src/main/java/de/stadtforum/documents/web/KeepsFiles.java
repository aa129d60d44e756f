package de.stadtforum.documents.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/// On a service: it keeps files that people send, in its own database. Without it the module makes documents and nothing of it runs.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(DocumentsConfiguration.class)
public @interface KeepsFiles {}
