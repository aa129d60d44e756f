package de.stadtforum.testing.red.controller;

record Vote(String id) {}
