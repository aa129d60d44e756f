package de.stadtforum.web;

public interface Scope {}
