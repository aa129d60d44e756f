package de.stadtforum.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An act of office that was put right before the record was signed or released: shown wherever the record is shown, and never taken out.
///
/// @param act which act, as the key of its words: `item-title` is said by `correction.item-title`
/// @param on the day on which it was put right
/// @param reason why, in the words of whoever did it
/// @param before what stood there, where that may be read by whoever reads the record
public record Correction(String act, LocalDate on, String reason, @Nullable String before) {}
