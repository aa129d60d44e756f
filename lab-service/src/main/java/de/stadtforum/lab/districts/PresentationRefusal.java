package de.stadtforum.lab.districts;

import de.stadtforum.messaging.commands.Reason;

/// Why something cannot have been laid before a body: the city numbers its papers otherwise, or the body is not one of them.
public enum PresentationRefusal implements Reason {
    /// A paper has a number as the council information system gives it.
    NO_PAPER_NUMBER,
    NO_SUCH_BODY;

    @Override
    public String field() {
        return this == NO_PAPER_NUMBER ? "paper" : "body";
    }
}
