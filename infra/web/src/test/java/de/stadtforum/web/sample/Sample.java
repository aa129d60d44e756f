package de.stadtforum.web.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Runs without broker and database: it is no teller.
@SpringBootApplication
public class Sample {}
