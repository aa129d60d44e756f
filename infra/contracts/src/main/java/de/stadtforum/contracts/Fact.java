package de.stadtforum.contracts;

/// Something that happened to one aggregate. Facts carry ids, numbers, constants, dates and [PublicText], never personal data.
public interface Fact {}
